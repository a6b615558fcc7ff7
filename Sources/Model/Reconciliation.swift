/// The proof that nothing was lost: in = used + rejected + duplicate, in records and in money.
public struct Reconciliation: Sendable, Hashable {
  /// The number of records found in all inputs.
  public var records: Int
  /// The number used.
  public var accepted: Int
  /// The number rejected.
  public var rejected: Int
  /// The number that another record says already.
  public var duplicates: Int
  /// The amounts of every record whose amount could be read.
  public var amountIn: CurrencyTotals
  /// The amounts of the records used.
  public var amountUsed: CurrencyTotals
  /// The amounts of the rejected records, as far as they could be read.
  public var amountRejected: CurrencyTotals
  /// The amounts of the duplicates.
  public var amountDuplicate: CurrencyTotals
  /// The amounts used, by kind of line.
  public var usedByKind: [InvoiceLine.Kind: CurrencyTotals]
  /// The number of rejected records whose amount could not be read.
  public var rejectedWithoutAmount: Int

  /// An empty reconciliation.
  public init() {
    records = 0
    accepted = 0
    rejected = 0
    duplicates = 0
    amountIn = CurrencyTotals()
    amountUsed = CurrencyTotals()
    amountRejected = CurrencyTotals()
    amountDuplicate = CurrencyTotals()
    usedByKind = [:]
    rejectedWithoutAmount = 0
  }

  /// The sum of two reconciliations of different inputs.
  public func adding(_ other: Self) -> Self {
    var sum = self
    sum.records += other.records
    sum.accepted += other.accepted
    sum.rejected += other.rejected
    sum.duplicates += other.duplicates
    sum.amountIn.add(other.amountIn)
    sum.amountUsed.add(other.amountUsed)
    sum.amountRejected.add(other.amountRejected)
    sum.amountDuplicate.add(other.amountDuplicate)
    for (kind, amount) in other.usedByKind {
      sum.usedByKind[kind, default: CurrencyTotals()].add(amount)
    }
    sum.rejectedWithoutAmount += other.rejectedWithoutAmount
    return sum
  }

  /// Whether records and every currency add up, and no sum overflowed.
  public var holds: Bool {
    var out = amountUsed
    out.add(amountRejected)
    out.add(amountDuplicate)
    return records == accepted + rejected + duplicates && out == amountIn
      && !amountIn.hasOverflowed
  }
}
