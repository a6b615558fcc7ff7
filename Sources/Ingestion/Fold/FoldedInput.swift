public import Model

/// What an input adds up to that was not kept line by line.
public struct FoldedInput: Sendable {
  /// The records used.
  public var work: FoldedWork
  /// The number of records read, blank lines and repeated headers not among them.
  public let records: Int
  /// The amounts of all records whose amount could be read.
  public let amount: CurrencyTotals
  /// The number of records that others repeat; of these the conflicts and the first thousand are
  /// listed in the reading.
  public let duplicates: Int
  /// The amounts of the records that others repeat.
  public let duplicateAmount: CurrencyTotals
}
