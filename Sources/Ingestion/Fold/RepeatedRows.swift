internal import Model

/// The rows whose reference an earlier one has, until all rows are read.
struct RepeatedRows {
  private struct Row {
    let reference: UInt64
    let amount: Int64
    let line: UInt32
    let type: UInt8
  }

  private var rows: [Row] = []
  private var others: [(row: UpworkSettlement.Row, reference: UInt64)] = []

  /// Notes a row whose amount is a number of hundredths of a dollar.
  mutating func note(_ row: FoldRow, line: UInt32) {
    rows.append(Row(reference: row.reference, amount: row.amount, line: line, type: row.type))
  }

  /// Notes any other row.
  mutating func note(_ row: UpworkSettlement.Row, reference: UInt64) {
    others.append((row, reference))
  }

  /// The rows whose amount is no number of hundredths of a dollar.
  var otherRows: [UpworkSettlement.Row] { others.map(\.row) }

  /// The rows as cost to the client.
  ///
  /// `place` turns an ordinal of the references into a location.
  func repetitions(
    in reading: InputReading,
    _ side: InvoiceLine.Side,
    _ references: ReferenceTable,
    _ place: (UInt32) -> SourceLocation
  ) -> Repetitions {
    let firsts = references.firsts(of: rows.map(\.reference) + others.map(\.reference))
    let types = UpworkTransactionType.allCases
    var repetitions = Repetitions()
    for row in rows {
      let amount = ExactDecimal(units: row.amount, scale: 2)
      let first = firsts.first(row.reference, check: row.amount)
      repetitions.add(
        at: reading.location(line: Int(row.line)),
        original: place(first.ordinal),
        .sameReference,
        types[Int(row.type)].isNegated(side) ? amount.negated : amount,
        .usd,
        conflicts: first.conflicts
      )
    }
    for (row, reference) in others {
      var row = row
      let first = firsts.first(reference, check: Self.check(row))
      row.costToClient(side)
      repetitions.add(
        at: row.line.location,
        original: place(first.ordinal),
        .sameReference,
        row.line.amount,
        row.line.currency,
        conflicts: first.conflicts
      )
    }
    return repetitions
  }

  /// What rows are compared by whose amount is no number of hundredths of a dollar.
  static func check(_ row: UpworkSettlement.Row) -> Int64 {
    let amount = row.line.amount.normalized
    return amount.units &* 31 &+ Int64(amount.scale)
  }
}
