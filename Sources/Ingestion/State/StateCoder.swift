/// Writes values as bytes of a partial state or reads them back, by one description of each value: what is
/// written in one order cannot be read in another.
///
/// Numbers take seven bits a byte, the low ones first; signed ones are folded (0, −1, 1, −2, …). A text
/// is written once and named by its number afterwards. Whatever the bytes are, reading ends in
/// values or in an error.
struct StateCoder {
  /// What was written, or what is read.
  private(set) var bytes: [UInt8]
  /// Whether values are taken from the bytes rather than written.
  let isReading: Bool
  private var position = 0
  private var texts: [String] = []
  private var numbers: [[UInt8]: Int] = [:]

  /// Begins to write.
  init() {
    bytes = []
    isReading = false
  }

  /// Begins to read.
  init(reading bytes: [UInt8]) {
    self.bytes = bytes
    isReading = true
  }

  /// The bytes that were not read yet.
  var rest: ArraySlice<UInt8> { bytes[position...] }

  /// Writes a value or reads another one into its place.
  mutating func code<Value: StateCoded>(_ value: inout Value) throws(StateError) {
    try value.code(with: &self)
  }

  /// A number from 0.
  mutating func code(number: inout UInt64) throws(StateError) {
    guard isReading else {
      write(number)
      return
    }
    number = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard position < bytes.count else { throw Self.truncated }
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 {
        guard shift < 63 || byte < 2 else { break }
        return
      }
    }
    throw StateError.damaged("a number has too many digits")
  }

  /// A number of things that take at least a byte each.
  mutating func code(count: inout Int) throws(StateError) {
    var number = UInt64(count)
    try code(number: &number)
    guard isReading else { return }
    guard number <= UInt64(rest.count) else { throw Self.truncated }
    count = Int(number)
  }

  /// A run of bytes as it is.
  mutating func code(run: inout [UInt8]) throws(StateError) {
    var count = run.count
    try code(count: &count)
    if isReading {
      run = Array(bytes[position..<position + count])
      position += count
    } else {
      bytes += run
    }
  }

  /// A text, which is written in full where it was not before.
  mutating func code(text: inout String) throws(StateError) {
    // Equal texts can have different bytes, which are to stay what they are.
    var run = isReading ? [] : Array(text.utf8)
    var number = UInt64(isReading ? 0 : (numbers[run] ?? -1) + 1)
    try code(number: &number)
    if number > 0 {
      guard number <= UInt64(texts.count) else { throw StateError.damaged("a text is missing") }
      text = texts[Int(number) - 1]
      return
    }
    try code(run: &run)
    if isReading {
      text = String(decoding: run, as: UTF8.self)
    } else {
      numbers[run] = texts.count
    }
    texts.append(text)
  }

  /// A word of a fixed list.
  mutating func code<Word: RawRepresentable<String>>(word: inout Word) throws(StateError) {
    var text = word.rawValue
    try code(text: &text)
    guard isReading else { return }
    guard let read = Word(rawValue: text) else { throw StateError.damaged("a word is unknown") }
    word = read
  }

  private static let truncated = StateError.damaged("bytes are missing")

  private mutating func write(_ number: UInt64) {
    var number = number
    while number >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: number) | 0x80)
      number >>= 7
    }
    bytes.append(UInt8(number))
  }
}

/// A value that a partial state can hold.
protocol StateCoded {
  /// What a value is read into.
  static var placeholder: Self { get }
  /// Writes the value or reads another one into its place.
  mutating func code(with coder: inout StateCoder) throws(StateError)
}

extension Int: StateCoded {
  static let placeholder = 0

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var folded = UInt64(bitPattern: Int64(self << 1 ^ self >> 63))
    try coder.code(number: &folded)
    if coder.isReading { self = Int(folded >> 1) ^ -Int(folded & 1) }
  }
}

extension Bool: StateCoded {
  static let placeholder = false

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var number: UInt64 = self ? 1 : 0
    try coder.code(number: &number)
    self = number != 0
  }
}

extension String: StateCoded {
  static let placeholder = ""

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    try coder.code(text: &self)
  }
}

extension Optional: StateCoded where Wrapped: StateCoded {
  static var placeholder: Self { nil }

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var isThere = self != nil
    try coder.code(&isThere)
    guard isThere else {
      self = nil
      return
    }
    var value: Wrapped = self ?? Wrapped.placeholder
    try coder.code(&value)
    if coder.isReading { self = value }
  }
}

extension Array: StateCoded where Element: StateCoded {
  static var placeholder: Self { [] }

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var count = count
    try coder.code(count: &count)
    if coder.isReading { self = [] }
    for index in 0..<count {
      if coder.isReading { append(.placeholder) }
      try coder.code(&self[index])
    }
  }
}
