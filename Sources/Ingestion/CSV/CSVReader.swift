/// Reads CSV records (RFC 4180) block by block, with any of LF, CRLF and CR as line ends.
///
/// The reader works on bytes: in Swift a quote followed by a combining mark, and CR LF, are each
/// one `Character`. Faults are noted on the record and reading goes on with the next line.
struct CSVReader<Source: ByteSource> {
  /// The most bytes that one record may have.
  static var longestRecord: Int { 1 << 20 }

  private enum State {
    case fieldStart
    case bare
    case quoted
    case quoteInQuoted
  }

  private var source: Source
  private let delimiter: UInt8
  private var block: [UInt8]
  private var filled = 0
  private var position = 0
  private var consumed = 0
  private var line = 1
  private var isAtEnd = false
  private var skipsLineFeed = false

  /// Creates a reader that starts at the given 1-based line and byte offset of the input.
  init(_ source: Source, delimiter: UInt8, line: Int = 1, byteOffset: Int = 0) {
    self.source = source
    self.delimiter = delimiter
    self.line = line
    consumed = byteOffset
    block = [UInt8](repeating: 0, count: 65_536)
  }

  /// The source, with everything that was not read yet.
  consuming func intoSource() -> Source { source }

  /// Reads the next record into `record`, or returns `false` at the end.
  mutating func next(into record: inout CSVRecord) throws(SourceError) -> Bool {
    record.begin(line: line, byteOffset: consumed)
    var state = State.fieldStart
    var isEmpty = true
    while true {
      guard let byte = try nextByte() else {
        if isEmpty { return false }
        if state == .quoted { record.note(.unclosedQuote) }
        record.endField()
        record.finish()
        return true
      }
      if skipsLineFeed {
        skipsLineFeed = false
        if byte == UInt8(ascii: "\n") {
          record.begin(line: line, byteOffset: consumed)
          continue
        }
      }
      isEmpty = false
      let isLineEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      if isLineEnd, state != .quoted {
        line += 1
        skipsLineFeed = byte == UInt8(ascii: "\r")
        record.endField()
        record.finish()
        return true
      }
      if record.raw.count >= Self.longestRecord {
        record.note(.tooLong)
        state = .bare
        if byte == UInt8(ascii: "\n") { line += 1 }
        continue
      }
      switch state {
      case .fieldStart where byte == UInt8(ascii: "\""): state = .quoted
      case .fieldStart where byte == delimiter, .bare where byte == delimiter,
        .quoteInQuoted where byte == delimiter:
        record.raw.append(byte)
        record.endField()
        record.startField()
        state = .fieldStart
        continue
      case .fieldStart, .bare:
        if byte == UInt8(ascii: "\"") { record.note(.strayQuote) }
        state = .bare
        record.append(byte)
      case .quoted where byte == UInt8(ascii: "\""): state = .quoteInQuoted
      case .quoted:
        if byte == UInt8(ascii: "\n")
          || (byte == UInt8(ascii: "\r") && peek() != UInt8(ascii: "\n"))
        {
          line += 1
        }
        record.append(byte)
      case .quoteInQuoted where byte == UInt8(ascii: "\""):
        record.append(byte)
        state = .quoted
      case .quoteInQuoted:
        record.note(.textAfterQuote)
        record.append(byte)
        state = .bare
      }
      record.raw.append(byte)
    }
  }

  private func peek() -> UInt8? { position < filled ? block[position] : nil }

  private mutating func nextByte() throws(SourceError) -> UInt8? {
    if position == filled {
      guard !isAtEnd else { return nil }
      filled = try fill()
      position = 0
      if filled == 0 {
        isAtEnd = true
        return nil
      }
    }
    defer {
      position += 1
      consumed += 1
    }
    return block[position]
  }

  private mutating func fill() throws(SourceError) -> Int {
    var failure: SourceError?
    var count = 0
    block.withUnsafeMutableBytes { buffer in
      do throws(SourceError) { count = try source.read(into: buffer) } catch { failure = error }
    }
    if let failure { throw failure }
    return count
  }
}
