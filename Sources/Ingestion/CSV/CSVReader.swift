/// Reads CSV records (RFC 4180) block by block, with any of LF, CRLF and CR as line ends.
///
/// The reader works on bytes: in Swift a quote followed by a combining mark, and CR LF, are each
/// one `Character`. Faults are noted on the record and reading goes on with the next line. A quote in
/// a field that is not quoted stands for itself, as in `5" disk`. A quote that is never closed spoils
/// only the line on which it stands: the lines after it are read again as records of their own.
struct CSVReader<Source: ByteSource> {
  /// The most bytes that one record may have.
  static var longestRecord: Int { 1 << 20 }
  /// The most bytes that one field may have.
  static var longestField: Int { 1 << 16 }

  private enum State {
    case fieldStart
    case bare
    case quoted
    case quoteInQuoted
    case skipping
  }

  /// Where the quoted field being read began.
  private struct Opening {
    /// The index of its quote in the record.
    var quote: Int
    /// The index of the first line end after it, or `nil` while it is on one line.
    var lineEnd: Int?
  }

  private var source: Source
  private let delimiter: UInt8
  private let quote: UInt8
  private let widths: [UInt8]
  private let isUTF8: Bool
  private var block: [UInt8]
  private var filled = 0
  private var position = 0
  /// Bytes to be read again before the block goes on.
  private var again: [UInt8] = []
  private var againPosition = 0
  private var consumed = 0
  private var line = 1
  private var isAtEnd = false
  private var skipsLineFeed = false

  /// Creates a reader that starts at the given 1-based line and byte offset of the input.
  ///
  /// Offsets are counted in bytes of the input as `encoding` has it, whatever the source hands out.
  init(
    _ source: Source,
    delimiter: UInt8,
    quote: UInt8 = UInt8(ascii: "\""),
    line: Int = 1,
    byteOffset: Int = 0,
    encoding: TextEncoding = .utf8
  ) {
    self.source = source
    self.delimiter = delimiter
    self.quote = quote
    self.line = line
    widths = encoding.widths
    isUTF8 = encoding == .utf8
    consumed = byteOffset
    block = [UInt8](repeating: 0, count: 65_536)
  }

  /// The source, with everything that was not read yet.
  consuming func intoSource() -> Source { source }

  /// Reads the next record into `record`, or returns `false` at the end.
  mutating func next(into record: inout CSVRecord) throws(SourceError) -> Bool {
    record.begin(line: line, byteOffset: consumed)
    var state = State.fieldStart
    var opening = Opening(quote: 0)
    var isEmpty = true
    var isAfterReturn = false
    while true {
      if state == .bare || state == .quoted {
        takeRun(isQuoted: state == .quoted, isAfterReturn: &isAfterReturn, into: &record)
      }
      guard let byte = try nextByte() else {
        if isEmpty { return false }
        if state == .quoted {
          if let end = opening.lineEnd {
            resume(at: end, opening, &record)
          } else {
            record.note(.unclosedQuote)
          }
        }
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
      if record.raw.count >= Self.longestRecord, state != .skipping {
        if state == .quoted || state == .quoteInQuoted, let end = opening.lineEnd {
          putBack(byte)
          resume(at: end, opening, &record)
          record.endField()
          record.finish()
          return true
        }
        record.note(.tooLong)
        if isLineEnd {
          line += 1
          skipsLineFeed = byte == UInt8(ascii: "\r")
          record.endField()
          record.finish()
          return true
        }
        state = .skipping
      }
      switch state {
      case .skipping: continue
      case .fieldStart where byte == quote:
        state = .quoted
        opening = Opening(quote: record.raw.count)
        isAfterReturn = false
      case .fieldStart where byte == delimiter, .bare where byte == delimiter,
        .quoteInQuoted where byte == delimiter:
        record.raw.append(byte)
        record.endField()
        record.startField()
        state = .fieldStart
        continue
      case .fieldStart, .bare:
        state = .bare
        append(byte, to: &record)
      case .quoted where byte == quote: state = .quoteInQuoted
      case .quoted:
        if isLineEnd {
          if opening.lineEnd == nil { opening.lineEnd = record.raw.count }
          if !(byte == UInt8(ascii: "\n") && isAfterReturn) { line += 1 }
        }
        isAfterReturn = byte == UInt8(ascii: "\r")
        append(byte, to: &record)
      case .quoteInQuoted where byte == quote:
        append(byte, to: &record)
        state = .quoted
        isAfterReturn = false
      case .quoteInQuoted:
        if let end = opening.lineEnd {
          // A field over several lines that ends in the middle of a word was not meant to be one.
          putBack(byte)
          resume(at: end, opening, &record)
          record.endField()
          record.finish()
          return true
        }
        record.note(.textAfterQuote)
        append(byte, to: &record)
        state = .bare
      }
      record.raw.append(byte)
    }
  }

  /// Takes the bytes of the block up to the next one that could mean something.
  private mutating func takeRun(
    isQuoted: Bool,
    isAfterReturn: inout Bool,
    into record: inout CSVRecord
  ) {
    guard again.isEmpty, position < filled else { return }
    let room = min(
      Self.longestRecord - record.raw.count,
      Self.longestField - record.openFieldLength
    )
    let special = isQuoted ? quote : delimiter
    let end = min(filled, position + max(0, room))
    var index = position
    while index < end, block[index] != special, block[index] != UInt8(ascii: "\n"),
      block[index] != UInt8(ascii: "\r")
    { index += 1 }
    guard index > position else { return }
    record.append(block[position..<index])
    consumed += isUTF8 ? index - position : block[position..<index].reduce(0) { $0 + width($1) }
    position = index
    isAfterReturn = false
  }

  private func width(_ byte: UInt8) -> Int { Int(widths[Int(byte)]) }

  private func append(_ byte: UInt8, to record: inout CSVRecord) {
    if record.openFieldLength == Self.longestField { record.note(.fieldTooLong) }
    record.append(byte)
  }

  /// Ends the record at the first line end after its open quote and takes the rest back.
  private mutating func resume(at end: Int, _ opening: Opening, _ record: inout CSVRecord) {
    let isReturn = record.raw[end] == UInt8(ascii: "\r")
    let rest = Array(record.cut(at: end, openedAt: opening.quote))
    if againPosition >= rest.count, !again.isEmpty {
      againPosition -= rest.count
    } else if again.isEmpty, position >= rest.count {
      position -= rest.count
    } else {
      again = rest + again[againPosition...]
      againPosition = 0
    }
    consumed -= rest.reduce(0) { $0 + width($1) }
    skipsLineFeed = isReturn && rest.isEmpty
    // The record begins on its first line; the quote may open on a later one.
    line = record.line + Self.lineEnds(in: record.raw[...]) + 1
  }

  private static func lineEnds(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var isAfterReturn = false
    for byte in bytes {
      if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && !isAfterReturn) { count += 1 }
      isAfterReturn = byte == UInt8(ascii: "\r")
    }
    return count
  }

  /// Takes back the byte that was read last.
  private mutating func putBack(_ byte: UInt8) {
    consumed -= width(byte)
    if again.isEmpty { position -= 1 } else { againPosition -= 1 }
  }

  private mutating func nextByte() throws(SourceError) -> UInt8? {
    let byte: UInt8
    if againPosition < again.count {
      byte = again[againPosition]
      againPosition += 1
    } else {
      if !again.isEmpty {
        again.removeAll(keepingCapacity: true)
        againPosition = 0
      }
      if position == filled {
        guard !isAtEnd else { return nil }
        filled = try fill()
        position = 0
        if filled == 0 {
          isAtEnd = true
          return nil
        }
      }
      byte = block[position]
      position += 1
    }
    consumed += width(byte)
    return byte
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
