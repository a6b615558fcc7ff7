internal import Model

/// Reads one CSV input: finds its encoding, delimiter and format, then hands over row by row.
enum CSVDocumentReader {
  /// Reads a text to its end, or refuses it as a whole; what the folder can add up while it is read
  /// is returned added up.
  static func read(
    _ source: inout HashingSource<some ByteSource>,
    head: [UInt8],
    encoding: TextEncoding,
    options: IngestionOptions,
    folder: InputFolder?,
    into reading: inout InputReading
  ) throws(SourceError) -> FoldedInput? {
    var options = options
    options.mapping?.complete(&options.csv)
    if let currency = options.mapping?.currency {
      options.defaultCurrency = currency
      options.isCurrencyAssumed = false
    }
    guard let recognition = recognise(head, encoding, options, &reading) else { return nil }
    reading.format = recognition.format.name
    reading.hidesCardDigits = recognition.format.hidesCardDigits
    if let folder,
      let folded = try folder.fold(&source, head, as: recognition, options, into: &reading)
    {
      return folded
    }
    if reading.refusal == nil {
      try readTable(&source, as: recognition, options: options, into: &reading)
    }
    return nil
  }

  private static func recognise(
    _ head: [UInt8],
    _ encoding: TextEncoding,
    _ options: IngestionOptions,
    _ reading: inout InputReading
  ) -> CSVRecognition? {
    let text = decoded(head, encoding)
    if let mapping = options.mapping, mapping.hasColumns {
      if let found = MappedTable.find(mapping, in: text, encoding, options.csv) { return found }
      // A header whose names only read right in Windows-1252 proves that encoding.
      if encoding == .utf8, options.csv.encoding == nil,
        let found = MappedTable.find(
          mapping,
          in: decoded(head, .windows1252),
          .windows1252,
          options.csv
        )
      {
        return found
      }
      MappedTable.refuse(mapping, text, options.csv, into: &reading)
      return nil
    }
    if let found = CSVRecognition(
      head: text,
      encoding: encoding,
      options: options.csv,
      formats: InputFormats.csv
    ) {
      return found
    }
    if let mapping = options.mapping {
      reading.refuse(
        code: InputReader.unrecognised,
        "no format recognises this input, and its mapping names no columns",
        remedy: "complete \(mapping.source)",
        line: 1
      )
      return nil
    }
    let (message, remedy) = NearMiss.words(head: text, options: options.csv)
    reading.refuse(code: InputReader.unrecognised, message, remedy: remedy, line: 1)
    return nil
  }

  static func decoded(_ head: [UInt8], _ encoding: TextEncoding) -> [UInt8] {
    if encoding == .utf8 { return head }
    var decoder = TextDecoder(encoding)
    var text: [UInt8] = []
    decoder.decode(head, into: &text)
    return text
  }

  private static func readTable<Base: ByteSource>(
    _ source: inout HashingSource<Base>,
    as recognition: CSVRecognition,
    options: IngestionOptions,
    into reading: inout InputReading
  ) throws(SourceError) {
    let dialect = recognition.dialect
    var text = DecodingSource(source, encoding: dialect.encoding)
    let widths = dialect.encoding.widths
    var prefix = [UInt8](repeating: 0, count: dialect.prefix)
    try text.read(all: &prefix)
    var reader = CSVReader(
      text,
      delimiter: dialect.delimiter,
      quote: dialect.quote,
      line: dialect.headerLine,
      byteOffset: prefix.reduce(0) { $0 + Int(widths[Int($1)]) },
      encoding: dialect.encoding
    )
    defer { source = reader.intoSource().intoBase() }
    var record = CSVRecord()
    let header: CSVHeader
    if let names = dialect.names {
      header = CSVHeader(names)
    } else {
      guard try reader.next(into: &record) else { return }
      header = CSVHeader(record)
    }
    guard isUsable(header, line: dialect.headerLine, into: &reading) else { return }
    var table = CSVTable(recognition.format, dialect: dialect, header: header, options: options)
    while try reader.next(into: &record) {
      guard table.take(record, into: &reading) else { return }
    }
    table.finish(into: &reading)
  }

  /// Whether each name occurs once and there are not too many; else the input is refused.
  static func isUsable(
    _ header: CSVHeader,
    line: Int,
    into reading: inout InputReading
  ) -> Bool {
    if header.names.count > CSVStructure.mostColumns {
      reading.refuse(
        code: "too-many-columns",
        "the header has \(header.names.count) columns; at most \(CSVStructure.mostColumns) are read",
        remedy: "export fewer columns",
        line: line
      )
      return false
    }
    if let repetition = header.repetition {
      reading.refuse(
        code: "duplicate-header",
        "the column '\(repetition.name)' occurs twice (columns \(repetition.first) and "
          + "\(repetition.second))",
        remedy: "remove or rename one of them",
        line: line
      )
      return false
    }
    return true
  }
}
