/// A record that could not be used, kept verbatim.
public struct Reject: Sendable, Hashable {
  /// Where the record starts; the column points at the offending value.
  public let location: SourceLocation
  /// The 0-based offset of the record's first byte, or `nil` where the parser does not tell.
  public let byteOffset: Int?
  /// The stable code in kebab case.
  public let code: String
  /// Why it was rejected, as one sentence.
  public let reason: String
  /// What the user can do.
  public let remedy: String
  /// The record as it stands in the input, at most 4,096 bytes of it.
  public let text: String
  /// Its amount where that could be read.
  public let amount: ExactDecimal?
  /// The currency of the amount.
  public let currency: Currency?

  /// Creates a reject.
  public init(
    location: SourceLocation,
    byteOffset: Int?,
    code: String,
    reason: String,
    remedy: String,
    text: String,
    amount: ExactDecimal? = nil,
    currency: Currency? = nil
  ) {
    self.location = location
    self.byteOffset = byteOffset
    self.code = code
    self.reason = reason
    self.remedy = remedy
    self.text = text
    self.amount = amount
    self.currency = currency
  }

  /// The same record with its amount changed.
  public func withAmount(_ change: (ExactDecimal) -> ExactDecimal) -> Reject {
    Reject(
      location: location,
      byteOffset: byteOffset,
      code: code,
      reason: reason,
      remedy: remedy,
      text: text,
      amount: amount.map(change),
      currency: currency
    )
  }
}
