internal import Model

/// Reads the records of one table: sorts out what is no record, keeps rows waiting while a column
/// has not proved how it is written, and hands the rest to the format.
struct CSVTable {
  private let format: any CSVFormat
  private let dialect: CSVDialect
  private let header: CSVHeader
  private let columns: [CSVColumn]
  private let mostHeldBytes: Int
  private var rows: any CSVRowReader
  private var proof: ColumnProof
  private var totals: TotalRow
  private var held: [CSVRecord] = []
  private var heldBytes = 0
  private var blankLines = 0
  private var repeatedHeaders = 0
  private var firstRepeatedHeader: Int?
  private var longRows = 0
  private var firstLongRow: Int?
  private var endMarks = 0
  private var hidden = 0
  private var firstHidden: Int?
  private var rowCount = 0

  /// Whether a row of totals can be compared with the rows above it.
  private let seesAllRows: Bool

  /// Prepares for a table; another reader than the format's own may see only some of its rows.
  init(
    _ format: any CSVFormat,
    dialect: CSVDialect,
    header: CSVHeader,
    options: IngestionOptions,
    rows: (any CSVRowReader)? = nil
  ) {
    seesAllRows = rows == nil
    self.format = format
    self.dialect = dialect
    self.header = header
    columns = format.columns(in: header)
    mostHeldBytes = options.csv.mostHeldBytes
    self.rows = rows ?? format.makeReader(header: header, options: options)
    proof = ColumnProof(
      columns,
      header: header,
      delimiter: dialect.delimiter,
      options: options.csv
    )
    totals = TotalRow(columns, header: header)
  }

  /// Takes the next record; `false` when the input was refused and the rest need not be read.
  mutating func take(_ record: CSVRecord, into reading: inout InputReading) -> Bool {
    if record.isBlank {
      blankLines += 1
      return true
    }
    if record.raw == [0x1A] {
      endMarks += 1
      return true
    }
    if header.isRepeated(by: record) {
      repeatedHeaders += 1
      if firstRepeatedHeader == nil { firstRepeatedHeader = record.line }
      return true
    }
    if record.fault == nil, !totals.isTotal(record) { proof.observe(record) }
    if let contradiction = proof.contradiction {
      refuse(contradiction, into: &reading)
      return false
    }
    guard let question = proof.openQuestion else {
      release(into: &reading)
      process(record, into: &reading)
      return true
    }
    held.append(record)
    heldBytes += record.raw.count
    if heldBytes > mostHeldBytes {
      refuse(question, into: &reading)
      return false
    }
    return true
  }

  /// Ends the table, of which so many rows were read elsewhere.
  mutating func finish(into reading: inout InputReading, rowsElsewhere: Int = 0) {
    rowCount += rowsElsewhere
    if let question = proof.openQuestion {
      refuse(question, into: &reading)
      return
    }
    release(into: &reading)
    rows.finish(into: &reading)
    warn(into: &reading)
    reading.layout = InputLayout(
      dialect: dialect,
      header: header,
      columns: columns,
      proof: proof,
      blankLines: blankLines,
      repeatedHeaders: repeatedHeaders
    )
  }

  private mutating func release(into reading: inout InputReading) {
    guard !held.isEmpty else { return }
    for record in held { process(record, into: &reading) }
    held = []
    heldBytes = 0
  }

  private mutating func process(_ record: CSVRecord, into reading: inout InputReading) {
    if rows.takesLayout(record, proof.conventions, into: &reading) { return }
    rowCount += 1
    if record.hasHiddenCharacters {
      hidden += 1
      if firstHidden == nil { firstHidden = record.line }
    }
    if totals.isTotal(record) {
      setAside(total: record, into: &reading)
      return
    }
    var faults = CSVStructure.faults(of: record, columns: header.names.count)
    if !faults.isEmpty {
      if record.fault == nil { faults += valueFaults(record) }
      reading.reject(record, faults)
      return
    }
    if record.hasOnlyEmptyFields {
      reading.reject(
        record,
        [
          Reject.Fault(
            code: "empty-record",
            reason: "all fields are empty",
            remedy: "remove the line, or complete the record"
          )
        ]
      )
      return
    }
    if record.count > header.names.count {
      longRows += 1
      if firstLongRow == nil { firstLongRow = record.line }
    }
    totals.count(record, proof.conventions)
    rows.read(
      CSVRow(record: record, header: header, conventions: proof.conventions),
      into: &reading
    )
  }

  /// The values that cannot be read of a record that has too few or too many fields.
  private func valueFaults(_ record: CSVRecord) -> [Reject.Fault] {
    let row = CSVRow(record: record, header: header, conventions: proof.conventions)
    var failures: [CSVRow.Failure] = []
    for column in columns {
      switch column.content {
      case .text: continue
      case .number, .provenNumber, .ownNumber: _ = row.number(column.name, &failures)
      case .date, .provenDate, .ownDate: _ = row.day(column.name, &failures)
      }
    }
    return failures.map(row.fault)
  }

  private mutating func setAside(total record: CSVRecord, into reading: inout InputReading) {
    let reason: String
    switch seesAllRows ? totals.check(record, proof.conventions) : .silent {
    case .silent: reason = "a row of totals, not compared with the rows above it"
    case .agrees(let stated): reason = "a row of totals; \(stated) is the sum of the rows above it"
    case .mixed(let currencies):
      reason =
        "a row of totals, not compared: the rows above it are in several currencies "
        + "(\(currencies.joined(separator: ", ")))"
    case .differs(let stated, let sum):
      let counted = sum?.description ?? "a number of more than 18 digits"
      reason = "a row of totals"
      reading.diagnostics.append(
        Diagnostic(
          .warning,
          code: "total-row-differs",
          "a row of totals; it says \(stated), the rows above it add up to \(counted)",
          remedy: "check whether rows are missing in the export",
          at: reading.location(line: record.line)
        )
      )
    }
    let fault = Reject.Fault(code: "total-row", reason: reason, remedy: "nothing needs doing")
    reading.reject(record, [fault], isSetAside: true)
  }

  private func refuse(_ question: ColumnProof.Question, into reading: inout InputReading) {
    let (what, remedy) =
      question.isDate
      ? (
        "can be two dates, and no cell of the column tells day from month",
        "say --date-order dmy or --date-order mdy, or write dateFormat into a mapping"
      )
      : (
        "can be two numbers, and no cell of the column tells the decimal mark",
        "say --decimal-mark . or --decimal-mark , or write decimalChar into a mapping"
      )
    reading.refuse(
      code: question.isDate ? "ambiguous-date-order" : "ambiguous-decimal-mark",
      "\(question.column): '\(question.text)' \(what)",
      remedy: remedy,
      line: question.line,
      column: question.byteColumn
    )
  }

  /// Whichever of the two cells were followed, cells that can be read either way would follow it.
  private func refuse(
    _ contradiction: ColumnProof.Contradiction,
    into reading: inout InputReading
  ) {
    let (first, second) = (contradiction.first, contradiction.second)
    let options =
      contradiction.isDate
      ? "--date-order dmy or --date-order mdy (dateFormat in a mapping)"
      : "--decimal-mark . or --decimal-mark , (decimalChar in a mapping)"
    reading.refuse(
      code: contradiction.isDate ? "contradicting-date-orders" : "contradicting-decimal-marks",
      "\(contradiction.column): '\(second.text)' can only have \(second.words), but "
        + "'\(first.text)' on line \(first.line) only \(first.words)",
      remedy: "correct the export, or say \(options); cells that contradict it are then rejected",
      line: contradiction.line,
      column: contradiction.byteColumn
    )
  }

  private func warn(into reading: inout InputReading) {
    func warn(_ code: String, _ message: String, line: Int, remedy: String? = nil) {
      reading.diagnostics.append(
        Diagnostic(
          .warning,
          code: code,
          message,
          remedy: remedy,
          at: reading.location(line: line)
        )
      )
    }
    func lines(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }
    if let assumed = reading.assumedCurrency {
      warn(
        "assumed-currency",
        "nothing names the currency of the amounts; \(assumed.currency) is assumed",
        line: assumed.line,
        remedy: "add a column 'currency', or write 'currency: \(assumed.currency)' or another one "
          + "into the audit.yml of the directory (or of --config) or into a mapping beside the input"
      )
    }
    if !proof.otherMarks.isEmpty {
      warn(
        "option-ignored",
        "the decimal mark that the user says is not used: \(format.name) is known to write "
          + "another one in \(proof.otherMarks.joined(separator: ", "))",
        line: dialect.headerLine,
        remedy: "leave --decimal-mark (decimalChar in a mapping) out, or map the columns of an "
          + "export that a spreadsheet rewrote"
      )
    }
    if !proof.otherOrders.isEmpty {
      warn(
        "option-ignored",
        "the order of day and month that the user says is not used: \(format.name) is known to "
          + "write another one in \(proof.otherOrders.joined(separator: ", "))",
        line: dialect.headerLine,
        remedy: "leave --date-order (dateFormat in a mapping) out, or map the columns of an "
          + "export that a spreadsheet rewrote"
      )
    }
    if dialect.hasRepeatedMark {
      warn("repeated-byte-order-mark", "the file begins with several byte order marks", line: 1)
    }
    if dialect.preambleLines > 0 {
      warn(
        "preamble",
        "\(lines(dialect.preambleLines)) before the header skipped",
        line: 1,
        remedy: "check that the header on line \(dialect.headerLine) is the right one"
      )
    }
    let unnamed = header.names.indices.filter { header.names[$0].isEmpty }.map { "\($0 + 1)" }
    if !unnamed.isEmpty, !format.hasUnnamedColumns {
      warn(
        "empty-column-name",
        "the header names no column \(unnamed.joined(separator: ", ")), which is not used",
        line: dialect.headerLine
      )
    }
    if let firstRepeatedHeader {
      warn(
        "repeated-header",
        "the header is repeated (\(repeatedHeaders)×), as in exports pasted together, and skipped",
        line: firstRepeatedHeader
      )
    }
    if let firstLongRow {
      warn(
        "trailing-empty-fields",
        "\(longRows == 1 ? "1 record has" : "\(longRows) records have") empty fields beyond the "
          + "header's columns",
        line: firstLongRow
      )
    }
    if let firstHidden {
      warn(
        "hidden-characters",
        "\(hidden == 1 ? "1 record contains" : "\(hidden) records contain") control characters, "
          + "direction overrides or spaces without width, which reports show as their codes or leave out",
        line: firstHidden,
        remedy: "look at the names: two that look alike may differ"
      )
    }
    if endMarks > 0 {
      warn("end-of-file-character", "a DOS end-of-file character is skipped", line: 1)
    }
    if rowCount == 0 {
      warn(
        "no-records",
        "the table has a header and no records",
        line: dialect.headerLine,
        remedy: "check the period of the export"
      )
    }
  }
}
