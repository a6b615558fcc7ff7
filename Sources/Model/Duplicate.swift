/// A record that says again what another record says, and is therefore not counted.
public struct Duplicate: Sendable, Hashable, Comparable {
  /// Why a record is a duplicate.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The same reference of the same platform.
    case sameReference = "same-reference"
    /// The same line of the same document of the same seller.
    case sameDocumentLine = "same-document-line"
    /// The same input, byte for byte.
    case sameInput = "same-input"
    /// The funding of an escrow whose release is counted.
    case escrowFunding = "escrow-funding"
    /// A time report for a week that the transaction report bills.
    case coveredByTransactions = "covered-by-transactions"
    /// The same row of the same format in another input.
    case sameContent = "same-content"
    /// The same document of the same seller in another input.
    case sameDocument = "same-document"
    /// A time report for work that invoices bill.
    case coveredByInvoices = "covered-by-invoices"
    /// The same posting of the same board.
    case samePosting = "same-posting"
  }

  /// Where the duplicate starts.
  public let location: SourceLocation
  /// The record that is counted instead.
  public let original: SourceLocation
  /// Why it is one.
  public let reason: Reason
  /// Its amount; `nil` for postings.
  public let amount: ExactDecimal?
  /// The currency of the amount.
  public let currency: Currency?
  /// Whether it says something else than the original, which a person should look at.
  public let conflicts: Bool

  /// Creates a duplicate.
  public init(
    location: SourceLocation,
    original: SourceLocation,
    reason: Reason,
    amount: ExactDecimal? = nil,
    currency: Currency? = nil,
    conflicts: Bool = false
  ) {
    self.location = location
    self.original = original
    self.reason = reason
    self.amount = amount
    self.currency = currency
    self.conflicts = conflicts
  }

  /// Orders by place, then by whatever tells two duplicates of one place apart.
  public static func < (left: Self, right: Self) -> Bool {
    if left.location != right.location { return left.location < right.location }
    if left.original != right.original { return left.original < right.original }
    if left.reason != right.reason { return left.reason.rawValue < right.reason.rawValue }
    if left.currency != right.currency {
      return (left.currency?.code ?? "") < (right.currency?.code ?? "")
    }
    if left.amount != right.amount { return (left.amount ?? .zero) < (right.amount ?? .zero) }
    return !left.conflicts && right.conflicts
  }
}
