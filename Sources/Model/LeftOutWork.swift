/// Work that was read and is used in the reconciliation of records, but enters no figure.
public struct LeftOutWork: Sendable, Hashable {
  /// Why it enters no figure.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// No exchange rate within seven days converts it to the reporting currency.
    case noExchangeRate = "no-exchange-rate"
    /// It names no day.
    case noDay = "no-day"
    /// It lies after the as-of day.
    case afterAsOf = "after-as-of"
  }

  /// Why.
  public let reason: Reason
  /// The currency of the amount.
  public let currency: Currency
  /// The number of lines.
  public let lines: Int
  /// The sum of their amounts, without VAT and fees; `nil` where it has more than 18 digits.
  public let amount: ExactDecimal?

  /// Creates a note.
  public init(reason: Reason, currency: Currency, lines: Int, amount: ExactDecimal?) {
    self.reason = reason
    self.currency = currency
    self.lines = lines
    self.amount = amount
  }
}
