/// One record of a CSV text: its fields, unquoted, and where it stands.
struct CSVRecord {
  /// What is wrong with a record's form (RFC 4180, section 2).
  enum Fault: Error, Hashable {
    /// Text follows a closing quote.
    case textAfterQuote
    /// A quoted field is never closed.
    case unclosedQuote
    /// The record is longer than ``CSVReader/longestRecord``.
    case tooLong
    /// A field is longer than ``CSVReader/longestField``.
    case fieldTooLong
    /// A zero byte stands in it.
    case zeroByte
    /// Its bytes are not UTF-8.
    case invalidUTF8
  }

  /// The 1-based line on which the record starts.
  var line = 1
  /// The offset of its first byte in the input.
  var byteOffset = 0
  /// Its bytes as they stand, without the line end.
  var raw: [UInt8] = []
  /// The faults found, each kind once, with the 1-based column in bytes.
  private(set) var faults: [(kind: Fault, column: Int)] = []

  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var starts: [Int] = []

  /// The first fault found, with the 1-based column in bytes.
  var fault: (kind: Fault, column: Int)? { faults.first }

  /// The number of fields; an empty line has one.
  var count: Int { ends.count }

  /// Whether the record is an empty line.
  var isBlank: Bool { raw.isEmpty }

  /// Whether no field holds anything.
  var hasOnlyEmptyFields: Bool { bytes.isEmpty }

  /// Whether it holds control characters other than white space, marks that turn the direction of
  /// writing, or spaces without width (U+200B, U+2060).
  private(set) var hasHiddenCharacters = false

  /// The bytes of a field.
  func bytes(at index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// A field as text.
  func text(at index: Int) -> String { String(decoding: bytes(at: index), as: UTF8.self) }

  /// The 1-based column in bytes at which a field starts, or `nil` when it does on a later line than
  /// the record.
  func column(at index: Int) -> Int? {
    let place = place(at: index)
    return place.line == line ? place.column : nil
  }

  /// The line of the input on which a field starts, and its 1-based column in bytes there.
  func place(at index: Int) -> (line: Int, column: Int) { place(ofByte: starts[index]) }

  /// The line of the input on which a byte of ``raw`` stands, and its 1-based column there.
  func place(ofByte index: Int) -> (line: Int, column: Int) {
    var place = (line: line, column: 1)
    var isAfterReturn = false
    for byte in raw.prefix(index) {
      let isPair = byte == UInt8(ascii: "\n") && isAfterReturn
      isAfterReturn = byte == UInt8(ascii: "\r")
      if isAfterReturn || byte == UInt8(ascii: "\n") {
        if !isPair { place.line += 1 }
        place.column = 1
      } else {
        place.column += 1
      }
    }
    return place
  }

  mutating func begin(line: Int, byteOffset: Int) {
    self.line = line
    self.byteOffset = byteOffset
    raw.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    faults.removeAll(keepingCapacity: true)
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Appends bytes that stand in the record as they are meant.
  mutating func append(_ run: ArraySlice<UInt8>) {
    raw.append(contentsOf: run)
    bytes.append(contentsOf: run)
  }

  mutating func endField() { ends.append(bytes.count) }

  mutating func startField() { starts.append(raw.count) }

  /// The number of bytes that the field being read has so far.
  var openFieldLength: Int { bytes.count - (ends.last ?? 0) }

  mutating func note(_ kind: Fault) {
    if !faults.contains(where: { $0.kind == kind }) { faults.append((kind, raw.count + 1)) }
  }

  /// Ends the record where its first line with an open quote ends, and returns the bytes after
  /// that line end, which are to be read again.
  mutating func cut(at end: Int, openedAt quote: Int) -> ArraySlice<UInt8> {
    var rest = raw[end...]
    let isPair = rest.starts(with: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
    rest = rest.dropFirst(isPair ? 2 : 1)
    let field = ends.last ?? 0
    bytes.removeLast(bytes.count - field)
    bytes.append(contentsOf: raw[(quote + 1)..<end])
    raw.removeLast(raw.count - end)
    faults = [(.unclosedQuote, quote + 1)] + faults.filter { $0.column <= quote }
    return rest
  }

  /// Checks what can only be seen on the whole record.
  mutating func finish() {
    var isASCII = true
    var zero: Int?
    hasHiddenCharacters = false
    for (index, byte) in raw.enumerated() {
      switch byte {
      case 0: zero = zero ?? index
      case 0x01...0x08, 0x0E...0x1F, 0x7F: hasHiddenCharacters = true
      case 0x80...: isASCII = false
      default: break
      }
    }
    if let zero { faults.append((.zeroByte, zero + 1)) }
    guard !isASCII else { return }
    if !hasHiddenCharacters { hasHiddenCharacters = hasHiddenMarks }
    if !faults.contains(where: { $0.kind == .tooLong }),
      let invalid = UTF8Check.firstInvalid(in: raw)
    {
      faults.append((.invalidUTF8, invalid + 1))
    }
  }

  private var hasHiddenMarks: Bool {
    for index in raw.indices.dropLast(2) where raw[index] == 0xE2 {
      switch (raw[index + 1], raw[index + 2]) {
      case (0x80, 0x8B), (0x80, 0x8E), (0x80, 0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA0),
        (0x81, 0xA6...0xA9):
        return true
      default: break
      }
    }
    return false
  }
}
