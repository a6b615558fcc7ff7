/// The first records of an unknown table, and how it seems to be written down.
struct TableSample {
  /// How it is written down.
  let dialect: CSVDialect
  /// The names of its columns.
  let names: [String]
  /// The rows below the header, those of the header's width.
  let rows: [[String]]
  /// Whether the encoding is a guess, because the bytes are no UTF-8.
  let isEncodingGuessed: Bool

  /// The records looked at.
  private static let mostRecords = 2000

  /// Looks at the start of a text, or returns `nil` when it is no table.
  init?(head: [UInt8], encoding: TextEncoding, options: CSVOptions) {
    var encoding = options.encoding ?? encoding
    var text = CSVDocumentReader.decoded(head, encoding)
    isEncodingGuessed = encoding == .utf8 && UTF8Check.isBroken(text)
    if isEncodingGuessed {
      encoding = .windows1252
      text = CSVDocumentReader.decoded(head, encoding)
    }
    let start = CSVRecognition.Start(text)
    var best: (score: Int, delimiter: UInt8, records: [CSVRecord], width: Int)?
    for delimiter in start.delimiters(options) {
      let records = Self.records(text, start, delimiter)
      let widths = records.map(\.count).filter { $0 > 1 }
      guard
        let width = Dictionary(grouping: widths, by: { $0 }).max(by: {
          ($0.value.count, $0.key) < ($1.value.count, $1.key)
        })?.key
      else { continue }
      let score = records.count { $0.count == width } * (width - 1)
      if score > best?.score ?? 0 { best = (score, delimiter, records, width) }
    }
    guard let best,
      let position = best.records.firstIndex(where: {
        $0.count == best.width && Self.isHeader($0)
      })
    else { return nil }
    let header = best.records[position]
    names = CSVHeader(header).names
    rows = best.records[(position + 1)...].filter { $0.count == best.width }.map { record in
      (0..<record.count).map { CSVRow.trimmed(record.bytes(at: $0)) ?? "" }
    }.filter { row in !(row.first { !$0.isEmpty }.map(TotalRow.isLabel) ?? true) }
    var dialect = CSVDialect(encoding: encoding, delimiter: best.delimiter)
    dialect.headerLine = header.line
    dialect.preambleLines = header.line - start.line
    self.dialect = dialect
    if rows.isEmpty { return nil }
  }

  /// The cells of a column that are not empty.
  func cells(_ index: Int) -> [String] { rows.map { $0[index] }.filter { !$0.isEmpty } }

  private static func records(
    _ text: [UInt8],
    _ start: CSVRecognition.Start,
    _ delimiter: UInt8
  ) -> [CSVRecord] {
    var reader = CSVReader(
      MemorySource(Array(text[start.prefix...])),
      delimiter: delimiter,
      line: start.line
    )
    var records: [CSVRecord] = []
    var record = CSVRecord()
    while records.count < mostRecords, (try? reader.next(into: &record)) == true {
      if !record.isBlank { records.append(record) }
    }
    return records
  }

  /// A header names its columns: words, of which none is a number or a date.
  private static func isHeader(_ record: CSVRecord) -> Bool {
    let names = (0..<record.count).compactMap { CSVRow.trimmed(record.bytes(at: $0)) }
    guard names.count * 2 > record.count else { return false }
    return names.allSatisfy { name in
      name.unicodeScalars.contains { $0.properties.isAlphabetic }
        && DateConvention.unmistakable(name) == nil && DateEvidence.numbers(name) == nil
    }
  }
}
