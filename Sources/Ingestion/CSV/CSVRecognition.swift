/// What the first bytes of an input say about its table.
struct CSVRecognition {
  /// The format.
  let format: any CSVFormat
  /// How the table is written down.
  let dialect: CSVDialect

  /// The delimiters tried on the header, in this order.
  static let delimiters = ([",", ";", "\t", "|"] as [Unicode.Scalar]).map { UInt8(ascii: $0) }

  /// The records at the start of an input among which the header is looked for.
  private static let headerSearch = 64

  /// Finds the header of a format in the first bytes of an input, or returns `nil`.
  init?(head: [UInt8], encoding: TextEncoding, options: CSVOptions, formats: [any CSVFormat]) {
    let start = Start(head)
    var best: Self?
    for delimiter in start.delimiters(options) {
      for candidate in Self.candidates(head, start, delimiter) {
        if let best, best.dialect.headerLine <= candidate.line { break }
        let header = CSVHeader(candidate.record)
        guard candidate.record.fault == nil,
          let format = formats.first(where: { $0.recognises(header) })
        else { continue }
        var dialect = CSVDialect(encoding: encoding, delimiter: delimiter)
        dialect.prefix = candidate.offset
        dialect.headerLine = candidate.line
        dialect.preambleLines = candidate.line - start.line
        dialect.hasRepeatedMark = start.marks > 1
        best = Self(format: format, dialect: dialect)
        break
      }
    }
    guard let best else { return nil }
    self = best
  }

  init(format: any CSVFormat, dialect: CSVDialect) {
    self.format = format
    self.dialect = dialect
  }

  /// The records of the head that may be a header, with where each stands.
  static func candidates(
    _ head: [UInt8],
    _ start: Start,
    _ delimiter: UInt8,
    quote: UInt8 = UInt8(ascii: "\"")
  ) -> [(record: CSVRecord, line: Int, offset: Int)] {
    var reader = CSVReader(
      MemorySource(Array(head[start.prefix...])),
      delimiter: delimiter,
      quote: quote,
      line: start.line,
      byteOffset: start.prefix
    )
    var found: [(CSVRecord, Int, Int)] = []
    var record = CSVRecord()
    while found.count < headerSearch, (try? reader.next(into: &record)) == true {
      if !record.isBlank { found.append((record, record.line, record.byteOffset)) }
    }
    return found
  }

  /// What stands before the first record: byte order marks and a `sep=` line.
  struct Start {
    /// The bytes before the first record.
    private(set) var prefix = 0
    /// The 1-based line of the first record.
    private(set) var line = 1
    /// The delimiter that a `sep=` line declares.
    private(set) var declared: UInt8?
    /// The number of byte order marks.
    private(set) var marks = 0

    /// Looks at the first bytes.
    init(_ head: [UInt8]) {
      skipMarks(head)
      let separator = Array("sep=".utf8)
      guard head[prefix...].starts(with: separator), head.count > prefix + 5 else { return }
      declared = head[prefix + 4]
      prefix += 5
      if head[prefix] == UInt8(ascii: "\r") { prefix += 1 }
      if prefix < head.count, head[prefix] == UInt8(ascii: "\n") { prefix += 1 }
      line = 2
      skipMarks(head)
    }

    /// The delimiters to try.
    func delimiters(_ options: CSVOptions) -> [UInt8] {
      if let told = options.delimiter, told.isASCII { return [UInt8(ascii: told)] }
      return declared.map { [$0] } ?? CSVRecognition.delimiters
    }

    private mutating func skipMarks(_ head: [UInt8]) {
      while head[prefix...].starts(with: [0xEF, 0xBB, 0xBF]) {
        prefix += 3
        marks += 1
      }
    }
  }
}
