internal import Model

/// What counts of one transaction history: the rows whose reference no earlier row has, in this input or
/// in one before.
///
/// Rows come while the history is read (``UpworkFold``) or out of a partial state; what is said here
/// is the same.
final class HistoryAccount {
  /// What the rows add up to that were added here rather than by a worker.
  let share = FoldShare()
  private let references: ReferenceTable
  private let base: UInt32
  /// Rows whose amount is no number of hundredths of a dollar.
  private var others: [UpworkSettlement.Row] = []
  private var repeated = RepeatedRows()
  private let types = UpworkTransactionType.allCases

  /// Creates an account without rows.
  ///
  /// `base` is added to a line to make the ordinal under which references are claimed, so that one
  /// table serves several inputs.
  init(_ references: ReferenceTable, base: UInt32) {
    self.references = references
    self.base = base
  }

  /// All rows whose amount is no number of hundredths of a dollar, repeated ones at the end.
  var allOthers: [UpworkSettlement.Row] { others + repeated.otherRows }

  /// Fetches the place of a reference that will soon be claimed.
  @inline(__always)
  func prefetch(_ reference: UInt64) { references.prefetch(reference) }

  /// The number of a reference of any form.
  func number(of reference: String) -> UInt64 { references.number(of: reference) }

  /// Claims the reference of a row; `false` when an earlier row has it and this one does not count.
  @inline(__always)
  func claim(_ row: FoldRow, line: UInt32) -> Bool {
    let isFirst = references.claim(row.reference, check: row.amount, ordinal: base &+ line)
    if !isFirst { repeated.note(row, line: line) }
    return isFirst
  }

  /// Adds a row whose amount is no number of hundredths of a dollar, if it counts.
  func add(_ row: UpworkSettlement.Row) {
    guard let document = row.line.document else {
      others.append(row)
      return
    }
    let reference = references.number(of: document)
    let ordinal = base &+ UInt32(truncatingIfNeeded: row.line.location.line)
    if references.claim(reference, check: RepeatedRows.check(row), ordinal: ordinal) {
      others.append(row)
    } else {
      repeated.note(row, reference: reference)
    }
  }

  /// Adds the rows that a partial state keeps.
  func add(_ rows: HistoryRows) throws(StateError) {
    for (number, run) in rows.identities.enumerated() {
      guard IdentityTable.isIdentity(run), share.identities.number(ofRun: run) == number else {
        throw StateError.damaged("an identity is impossible")
      }
    }
    try rows.forEach(references) { [self] rows in
      for index in rows.indices {
        if index + Self.ahead < rows.count { prefetch(rows[index + Self.ahead].reference) }
        if !claim(rows[index], line: rows[index].line) { rows[index].type = FoldRow.repeated }
      }
      share.add(UnsafeBufferPointer(rows), line: 0)
    } single: { [self] row in
      share.add(row, line: row.line)
    } other: { [self] row in
      add(row)
    }
  }

  /// The rows whose references are asked for before they are claimed.
  static let ahead = 16

  /// Settles escrow and returns the groups as cost to the client, with those that workers have added
  /// up; what is repeated is then in the reading.
  ///
  /// `place` turns an ordinal of the references into a location.
  func finish(
    _ shares: [FoldShare],
    _ facts: HistoryFacts,
    into reading: inout InputReading,
    place: (UInt32) -> SourceLocation
  ) -> FoldedInput {
    let format = reading.format ?? UpworkTransactions().name
    var repetitions = repeated.repetitions(in: reading, facts.side, references, place)
    var builder = FoldedWorkBuilder(source: reading.source)
    for row in others {
      var row = row
      row.costToClient(facts.side)
      builder.add(row.line, type: row.type.rawValue)
    }
    let share = Self.merged(shares + [share])
    let order = share.groups.order
    if facts.side == .client {
      let settlement = EscrowSettlement(share, format: format, in: reading)
      settlement.settle(facts.payments, &repetitions, &builder)
    }
    UpworkGroups(format: format, side: facts.side, source: reading.source)
      .add(share, order: order, to: &builder)
    if !others.isEmpty || !facts.payments.isEmpty { builder.sortByLine() }
    reading.duplicates = repetitions.shown.sorted { $0.location < $1.location }
    if facts.amount == nil || share.groups.hasOverflowed || builder.hasOverflowed {
      reading.refuse(
        code: "total-overflow",
        "a sum has more than 18 digits",
        remedy: "split the export by year",
        line: 1
      )
    }
    return FoldedInput(
      work: builder.work,
      records: facts.records,
      amount: facts.amount ?? CurrencyTotals(),
      duplicates: repetitions.count,
      duplicateAmount: repetitions.amount
    )
  }

  /// Puts shares together in the largest of them.
  private static func merged(_ shares: [FoldShare]) -> FoldShare {
    let shares = shares.sorted { $0.groups.count > $1.groups.count }
    for share in shares.dropFirst() { shares[0].absorb(share) }
    return shares[0]
  }
}
