/// One row of a transaction history as the fold needs it: numbers only.
struct FoldRow {
  /// The reference as a number.
  var reference: UInt64 = 0
  /// The amount with the wallet's sign, in hundredths.
  var amount: Int64 = 0
  /// The hours in hundred-thousandths.
  var hours: Int64 = 0
  /// The hash of the description of a fixed price, never 0; 0 for other rows.
  var description: UInt64 = 0
  /// The day of the booking and the last day of the work, as numbers of `Day`.
  var date: Int32 = 0
  var work: Int32 = 0
  /// The 0-based line within the block.
  var line: UInt32 = 0
  /// The number of the identity among those of the worker that read the row.
  var identity: UInt32 = 0
  /// The index of the type in ``UpworkTransactionType/allCases``, or ``exact`` or ``repeated``.
  var type: UInt8 = exact
  /// Whether the row names hours.
  var hasHours = false

  /// The type of a row that is read the exact way; its `reference` is then the index among those.
  static let exact: UInt8 = 255
  /// The type of a row that an earlier one repeats, once that is known.
  static let repeated: UInt8 = 254

  /// Whether the row belongs to a group.
  @inline(__always)
  var isGrouped: Bool { type < Self.repeated }
}
