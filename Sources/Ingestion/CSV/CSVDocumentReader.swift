internal import Model

/// Reads one CSV input: finds its delimiter and format, then hands over row by row.
enum CSVDocumentReader {
  /// The delimiters tried on the header, in this order.
  private static let delimiters = ([",", ";", "\t", "|"] as [Unicode.Scalar]).map {
    UInt8(ascii: $0)
  }

  /// What the first bytes of an input say about its form.
  struct Recognition {
    /// The format.
    let format: any CSVFormat
    /// The delimiter.
    let delimiter: UInt8
    /// The bytes before the header: a byte order mark, a `sep=` line.
    let prefix: Int
    /// The 1-based line of the header.
    let headerLine: Int
  }

  /// Finds the format by the header in the first bytes of an input, or returns `nil`.
  static func recognise(head: [UInt8]) -> Recognition? {
    let (prefix, line, declared) = preamble(of: head)
    for delimiter in declared.map({ [$0] }) ?? delimiters {
      guard let header = header(in: head, after: prefix, delimiter: delimiter) else { continue }
      for format in InputFormats.csv where format.recognises(header) {
        return Recognition(format: format, delimiter: delimiter, prefix: prefix, headerLine: line)
      }
    }
    return nil
  }

  /// The column names that a comma-separated reading of the head shows, for a message.
  static func columns(head: [UInt8]) -> [String] {
    let (prefix, _, declared) = preamble(of: head)
    let candidates = (declared.map { [$0] } ?? delimiters).compactMap {
      header(in: head, after: prefix, delimiter: $0)
    }
    return candidates.max { $0.names.count < $1.names.count }?.names ?? []
  }

  /// Reads all records of a recognised input.
  static func read(
    _ source: inout HashingSource<some ByteSource>,
    as recognition: Recognition,
    options: IngestionOptions,
    into reading: inout InputReading
  ) throws(SourceError) {
    try source.skip(recognition.prefix)
    var reader = CSVReader(
      source,
      delimiter: recognition.delimiter,
      line: recognition.headerLine,
      byteOffset: recognition.prefix
    )
    var record = CSVRecord()
    guard try reader.next(into: &record) else { return }
    let header = CSVHeader(record)
    if let repetition = header.repetition {
      reading.refuse(
        code: "duplicate-header",
        "the column '\(repetition.name)' occurs twice (columns \(repetition.first) and "
          + "\(repetition.second))",
        remedy: "remove or rename one of them",
        line: record.line
      )
      source = reader.intoSource()
      return
    }
    var rows = recognition.format.makeReader(header: header, options: options)
    var repeatedHeaders = 0
    while try reader.next(into: &record) {
      if record.isBlank { continue }
      if header.isRepeated(by: record) {
        repeatedHeaders += 1
        continue
      }
      if let reject = reject(for: record, columns: header.names.count, in: reading) {
        reading.rejects.append(reject)
        continue
      }
      rows.read(CSVRow(record: record, header: header), into: &reading)
    }
    rows.finish(into: &reading)
    source = reader.intoSource()
    if repeatedHeaders > 0 {
      reading.diagnostics.append(
        repeatedHeaderWarning(
          repeatedHeaders,
          at: reading.location(line: recognition.headerLine)
        )
      )
    }
  }

  /// The warning for headers in the middle of a table.
  static func repeatedHeaderWarning(_ count: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning,
      code: "repeated-header",
      "the header is repeated (\(count)×), as in exports pasted together, and skipped",
      at: location
    )
  }

  private static func preamble(
    of head: [UInt8]
  ) -> (prefix: Int, line: Int, declared: UInt8?) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var position = head.starts(with: mark) ? 3 : 0
    let separator = Array("sep=".utf8)
    guard head[position...].starts(with: separator), head.count > position + 5 else {
      return (position, 1, nil)
    }
    let declared = head[position + 4]
    position += 5
    if head[position] == UInt8(ascii: "\r") { position += 1 }
    if position < head.count, head[position] == UInt8(ascii: "\n") { position += 1 }
    if head[position...].starts(with: mark) { position += 3 }
    return (position, 2, declared)
  }

  private static func header(
    in head: [UInt8],
    after prefix: Int,
    delimiter: UInt8
  ) -> CSVHeader? {
    var reader = CSVReader(MemorySource(Array(head[prefix...])), delimiter: delimiter)
    var record = CSVRecord()
    guard (try? reader.next(into: &record)) == true, record.fault == nil else { return nil }
    return CSVHeader(record)
  }

  static func reject(
    for record: CSVRecord,
    columns: Int,
    in reading: InputReading
  ) -> Reject? {
    let code: String
    let reason: String
    let remedy: String
    var column: Int?
    if let fault = record.fault {
      column =
        record.raw[..<min(fault.column - 1, record.raw.count)].contains(UInt8(ascii: "\n"))
        ? nil : fault.column
      (code, reason, remedy) = words(for: fault.kind)
    } else if record.count < columns {
      code = "too-few-fields"
      reason = "the header has \(columns) columns, this record has \(record.count)"
      remedy = "complete the record, or export the file again"
    } else if record.count > columns,
      (columns..<record.count).contains(where: { !record.bytes(at: $0).isEmpty })
    {
      code = "too-many-fields"
      reason = "the header has \(columns) columns, this record has \(record.count)"
      remedy = "put quotes around fields that contain the delimiter"
      column = record.column(at: columns)
    } else {
      return nil
    }
    return Reject(
      location: reading.location(line: record.line, column: column),
      byteOffset: record.byteOffset,
      code: code,
      reason: reason,
      remedy: remedy,
      text: record.excerpt
    )
  }

  private static func words(
    for fault: CSVRecord.Fault
  ) -> (code: String, reason: String, remedy: String) {
    switch fault {
    case .strayQuote:
      (
        "stray-quote", "a quote stands inside a field that is not quoted",
        "quote the whole field and double the quotes inside it"
      )
    case .textAfterQuote:
      (
        "text-after-quote", "text follows a closing quote",
        "quote the whole field and double the quotes inside it"
      )
    case .unclosedQuote:
      (
        "unclosed-quote", "a quoted field that starts in this record is never closed",
        "close the quote; the records after it are inside the field"
      )
    case .tooLong:
      (
        "record-too-long", "the record is longer than 1 MiB",
        "look for a quote that is never closed"
      )
    case .zeroByte:
      (
        "zero-byte", "the record contains zero bytes",
        "export the file again; this one is damaged"
      )
    case .invalidUTF8:
      (
        "invalid-utf8", "the record is not UTF-8",
        "save the file as UTF-8"
      )
    }
  }
}
