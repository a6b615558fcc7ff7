internal import Model

/// Adds up a transaction history by identity and week while it is read, block by block.
///
/// It says what reading line by line and adding up says, with three exceptions that the result
/// states: memos are not kept, a fee is not traced to the invoice it belongs to, and of two rows
/// with one reference the first counts rather than the more complete one.
///
/// References are claimed here, in the order of the blocks; the rows that have one are added up by
/// the worker that read them, in its ``FoldShare``. What counts is the ``HistoryAccount``'s matter.
final class UpworkFold {
  private let delimiter: UInt8
  private var rowReader: UpworkRowReader
  private let tally = TypeTally()
  private let account: HistoryAccount
  /// Takes the rows for a partial state, or `nil`.
  private let log: HistoryLog?
  private var escrow: [EscrowPairing<EscrowMilestone>.Payment] = []
  private let types = UpworkTransactionType.allCases

  /// What was read so far: rejects and what the user should know.
  var reading: InputReading
  /// The 1-based line of the next block's first record, and its offset in the input.
  private(set) var line: Int
  private(set) var byteOffset: Int
  private var table: CSVTable

  /// Creates a fold that goes on behind the header.
  init(
    reading: InputReading,
    header: CSVHeader,
    recognition: CSVRecognition,
    options: IngestionOptions,
    account: HistoryAccount,
    log: HistoryLog?,
    line: Int,
    byteOffset: Int
  ) {
    self.reading = reading
    delimiter = recognition.dialect.delimiter
    self.account = account
    self.log = log
    self.line = line
    self.byteOffset = byteOffset
    rowReader = UpworkRowReader(format: recognition.format.name)
    let rows = FoldRowReader()
    table = CSVTable(
      recognition.format,
      dialect: recognition.dialect,
      header: header,
      options: options,
      rows: rows
    )
    rows.fold = self
  }

  // MARK: Blocks

  /// Claims the references of the next block's rows, marks those that an earlier row repeats, and
  /// returns the line of the first record.
  func claim(_ block: FoldBlock) -> UInt32 {
    let line = line
    tally.add(block.tally)
    let rows = block.rows
    let numbering = log?.numbering(of: block.identities)
    for index in rows.indices {
      if index &+ HistoryAccount.ahead < rows.count {
        account.prefetch(rows[index &+ HistoryAccount.ahead].reference)
      }
      let rowLine = line &+ Int(rows[index].line)
      if rows[index].type == FoldRow.exact {
        let record = block.exact[Int(rows[index].reference)]
        addExact(record.bytes, line: rowLine, byteOffset: byteOffset + record.start)
        continue
      }
      let number = UInt32(truncatingIfNeeded: rowLine)
      if let log, let numbering { log.append(rows[index], line: number, numbering) }
      if !account.claim(rows[index], line: number) { rows[index].type = FoldRow.repeated }
    }
    self.line += block.lineFeeds
    byteOffset += block.count
    return UInt32(truncatingIfNeeded: line)
  }

  // MARK: Exact records

  /// Adds a record that no block could read.
  private func addExact(_ bytes: [UInt8], line: Int, byteOffset: Int) {
    var reader = CSVReader(
      MemorySource(bytes),
      delimiter: delimiter,
      line: line,
      byteOffset: byteOffset
    )
    var record = CSVRecord()
    guard (try? reader.next(into: &record)) == true else { return }
    add(record)
  }

  /// Adds a record behind the last block, as the exact reader has it.
  func addLast(_ record: CSVRecord) {
    line = max(line, record.line + 1)
    add(record)
  }

  private func add(_ record: CSVRecord) { _ = table.take(record, into: &reading) }

  /// Adds a row that the table let through.
  fileprivate func add(_ csv: CSVRow, into reading: inout InputReading) {
    guard let row = rowReader.read(csv, into: &reading) else { return }
    let line = UInt32(truncatingIfNeeded: csv.record.line)
    if let payment = row.escrowPayment { escrow.append(payment) }
    guard var plain = plain(row) else {
      log?.append(row)
      account.add(row)
      return
    }
    tally.add(plain.type, plain.amount)
    let identities = account.share.identities
    plain.identity = identities.number(of: identity(csv, row.type))
    let document = row.line.document
    if let document { plain.reference = account.number(of: document) }
    if let log {
      log.append(plain, line: line, log.numbering(of: identities), document: document)
    }
    guard document == nil || account.claim(plain, line: line) else { return }
    account.share.add(plain, line: line)
  }

  /// The row as numbers, or `nil` when it does not fit: another currency, more than two decimals.
  private func plain(_ row: UpworkSettlement.Row) -> FoldRow? {
    let amount = row.line.amount.normalized
    guard row.line.currency == .usd, amount.scale <= 2, let cents = amount.rounded(scale: 2),
      let type = types.firstIndex(of: row.type), let date = row.line.date
    else { return nil }
    var folded = FoldRow()
    folded.amount = cents.units
    folded.type = UInt8(type)
    folded.date = Int32(date.number)
    folded.work = Int32((row.line.workDay ?? date).number)
    if let quantity = row.line.quantity {
      guard let hours = quantity.normalized.rounded(scale: 5), quantity.normalized.scale <= 5 else {
        return nil
      }
      folded.hours = hours.units
      folded.hasHours = true
    }
    if row.type.isFixedPrice {
      let title = row.line.contractTitle
      let text = row.texts.first { $0 != title } ?? ""
      folded.description = (Array(text.utf8) + [UInt8](repeating: 0, count: 8))
        .withUnsafeBufferPointer { bytes in
          bytes.baseAddress.map { Words.hash($0, text.utf8.count) | 1 } ?? 1
        }
    }
    return folded
  }

  private func identity(_ row: CSVRow, _ type: UpworkTransactionType) -> [[UInt8]] {
    [
      row.text("Freelancer"), row.text(first: "Agency", "Agency team"),
      row.text(first: "Client team", "Team"), row.text("PO"), row.text("Account name"),
      type.kind == .payment ? nil : row.text("Transaction summary"),
    ]
    .map { Array(($0 ?? "").utf8) }
  }

  // MARK: The end

  /// Settles sides and escrow, and returns the groups of all shares as cost to the client; rejects,
  /// duplicates and diagnostics are then in ``reading``.
  ///
  /// `place` turns an ordinal of the reference table into a location.
  func finish(_ shares: [FoldShare], place: (UInt32) -> SourceLocation) -> FoldedInput {
    let rows = tally.rows + account.allOthers.count
    table.finish(into: &reading, rowsElsewhere: rows)
    let side = findSide()
    for (index, type) in rowReader.rejectedTypes where type.isNegated(side) {
      reading.rejects[index] = reading.rejects[index].withAmount(\.negated)
    }
    let facts = HistoryFacts(
      side: side,
      records: rows + reading.rejects.count,
      lines: UInt32(truncatingIfNeeded: line),
      amount: amountIn(side),
      payments: escrow
    )
    if let log { reading.history = KeptHistory(reading, facts, log.end()) }
    return account.finish(shares, facts, into: &reading, place: place)
  }

  /// The amounts of all records whose amount could be read, as cost to the client; `nil` when a sum
  /// left the range of 18 digits.
  private func amountIn(_ side: InvoiceLine.Side) -> CurrencyTotals? {
    var total = CurrencyTotals()
    for (index, type) in types.enumerated() {
      guard let amount = tally.amount(index) else { return nil }
      if amount.units != 0 { total.add(type.isNegated(side) ? amount.negated : amount, .usd) }
    }
    for row in account.allOthers {
      var row = row
      row.costToClient(side)
      total.add(row.line.amount, row.line.currency)
    }
    for reject in reading.rejects {
      if let amount = reject.amount, let currency = reject.currency { total.add(amount, currency) }
    }
    return total.hasOverflowed ? nil : total
  }

  private func findSide() -> InvoiceLine.Side {
    var votes = UpworkSides()
    tally.vote(&votes)
    for row in account.allOthers {
      let amount = row.line.amount
      votes.add(row.type, isNegative: amount.isNegative, isZero: amount.isZero)
    }
    if let warning = votes.warning(at: reading.location(line: 1)) {
      reading.diagnostics.append(warning)
    }
    return votes.side
  }
}

/// Hands the rows that a table lets through to the fold.
private final class FoldRowReader: CSVRowReader {
  weak var fold: UpworkFold?

  func read(_ row: CSVRow, into reading: inout InputReading) { fold?.add(row, into: &reading) }
}
