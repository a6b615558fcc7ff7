/// What a document asks to be paid (EN 16931 BT-115), tax included and payments before subtracted:
/// cash, where its lines are cost.
public struct DocumentTotal: Sendable, Hashable {
  /// The number of the document.
  public let document: String?
  /// The seller's name.
  public let seller: String?
  /// Where the document starts.
  public let location: SourceLocation
  /// The amount, negative for a credit.
  public let payable: ExactDecimal
  /// The document's currency code.
  public let currency: String?

  /// Creates a total.
  public init(
    document: String?,
    seller: String?,
    location: SourceLocation,
    payable: ExactDecimal,
    currency: String?
  ) {
    self.document = document
    self.seller = seller
    self.location = location
    self.payable = payable
    self.currency = currency
  }
}
