/// Exact sums by currency; currencies are never added to each other.
public struct CurrencyTotals: Sendable, Hashable {
  /// The sum of each currency that occurred.
  public private(set) var sums: [Currency: ExactDecimal]
  /// Whether a sum left the range of 18 digits; the sums are then not to be used.
  public private(set) var hasOverflowed: Bool

  /// No amounts.
  public init() {
    sums = [:]
    hasOverflowed = false
  }

  /// Adds one amount.
  public mutating func add(_ amount: ExactDecimal, _ currency: Currency) {
    if let sum = (sums[currency] ?? .zero).adding(amount) {
      sums[currency] = sum
    } else {
      hasOverflowed = true
    }
  }

  /// Adds all sums of another total.
  public mutating func add(_ other: CurrencyTotals) {
    for (currency, amount) in other.sums { add(amount, currency) }
    hasOverflowed = hasOverflowed || other.hasOverflowed
  }

  /// The sums in the order of their currency codes.
  public var sorted: [(currency: Currency, amount: ExactDecimal)] {
    sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
