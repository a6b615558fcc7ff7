internal import Model

/// The records that others repeat: all of them counted, conflicts and the first thousand listed.
struct Repetitions {
  private static let mostListed = 1000
  private(set) var count = 0
  private(set) var amount = CurrencyTotals()
  private(set) var shown: [Duplicate] = []

  mutating func add(
    at location: SourceLocation,
    original: SourceLocation,
    _ reason: Duplicate.Reason,
    _ amount: ExactDecimal,
    _ currency: Currency,
    conflicts: Bool
  ) {
    count += 1
    self.amount.add(amount, currency)
    guard conflicts || count <= Self.mostListed else { return }
    shown.append(
      Duplicate(
        location: location,
        original: original,
        reason: reason,
        amount: amount,
        currency: currency,
        conflicts: conflicts
      )
    )
  }
}
