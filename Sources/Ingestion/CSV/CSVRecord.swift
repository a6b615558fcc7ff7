/// One record of a CSV text: its fields, unquoted, and where it stands.
struct CSVRecord {
  /// What is wrong with a record's form (RFC 4180, section 2).
  enum Fault: Error, Hashable {
    /// A quote stands inside a field that is not quoted.
    case strayQuote
    /// Text follows a closing quote.
    case textAfterQuote
    /// A quoted field is never closed.
    case unclosedQuote
    /// The record is longer than ``CSVReader/longestRecord``.
    case tooLong
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
  /// The first fault found, with the 1-based column in bytes.
  var fault: (kind: Fault, column: Int)?

  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var starts: [Int] = []

  /// The number of fields; an empty line has one.
  var count: Int { ends.count }

  /// Whether the record is an empty line.
  var isBlank: Bool { raw.isEmpty }

  /// The bytes of a field.
  func bytes(at index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// A field as text.
  func text(at index: Int) -> String { String(decoding: bytes(at: index), as: UTF8.self) }

  /// The 1-based column in bytes at which a field starts, or `nil` when a line end inside the
  /// record stands before it.
  func column(at index: Int) -> Int? {
    raw[..<starts[index]].contains(UInt8(ascii: "\n")) ? nil : starts[index] + 1
  }

  mutating func begin(line: Int, byteOffset: Int) {
    self.line = line
    self.byteOffset = byteOffset
    raw.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    fault = nil
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func endField() { ends.append(bytes.count) }

  mutating func startField() { starts.append(raw.count) }

  mutating func note(_ kind: Fault) {
    if fault == nil { fault = (kind, raw.count + 1) }
  }

  /// Checks what can only be seen on the whole record.
  mutating func finish() {
    if raw.contains(0) { note(.zeroByte) }
    if fault == nil, raw.contains(where: { $0 >= 0x80 }),
      String(validating: raw, as: UTF8.self) == nil
    {
      note(.invalidUTF8)
    }
  }
}
