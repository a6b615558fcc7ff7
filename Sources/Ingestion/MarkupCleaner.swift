/// The pass of ``MarkupText`` over the bytes.
struct MarkupCleaner {
  private enum Gap {
    case none
    case space
    case line
  }

  private let output: UnsafeMutableBufferPointer<UInt8>
  /// The bytes written.
  private(set) var count = 0
  private var gap = Gap.none

  /// Writes to memory that holds at least eight bytes more than the markup.
  init(output: UnsafeMutableBufferPointer<UInt8>) { self.output = output }

  /// Writes the text of some markup.
  mutating func clean(_ input: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < input.count {
      position = copyPlain(input, position)
      guard position < input.count else { break }
      let byte = input[position]
      switch byte {
      case UInt8(ascii: "<"): position = passTag(input, position)
      case UInt8(ascii: "&"): position = decode(input, position)
      case 0x0A, 0x0D:
        gap = .line
        position += 1
      case 0x09, 0x0B, 0x0C, 0x20:
        if gap == .none { gap = .space }
        position += 1
      default:
        let length = Self.length(ofSpaceAt: position, input)
        if length > 0, gap == .none { gap = .space }
        if length == 0 { put(byte) }
        position += max(1, length)
      }
    }
  }

  /// Copies what needs no thought, eight bytes at a time where there is neither markup, nor a byte
  /// beyond ASCII or below the space, nor two spaces in a row; returns where it stopped.
  private mutating func copyPlain(_ input: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    guard let source = input.baseAddress, let target = output.baseAddress else { return start }
    var position = start
    guard position < input.count, Self.isPlain(input[position]) else { return position }
    put(input[position])
    position += 1
    while position + 8 <= input.count {
      let word = UnsafeRawPointer(source + position).loadUnaligned(as: UInt64.self)
      let isSecondSpace = input[position] == 0x20 && output[count - 1] == 0x20
      if isSecondSpace || Self.needsThought(word) { break }
      UnsafeMutableRawPointer(target + count).storeBytes(of: word, as: UInt64.self)
      position += 8
      count += 8
    }
    // A space at the end may be followed by another one.
    while count > 0, position > start, output[count - 1] == 0x20 {
      count -= 1
      position -= 1
    }
    while position < input.count, Self.isPlain(input[position]) {
      output[count] = input[position]
      count += 1
      position += 1
    }
    return position
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x80 && byte != UInt8(ascii: "<") && byte != UInt8(ascii: "&")
  }

  /// Whether one of eight bytes is not plain, or two of them in a row are spaces.
  ///
  /// It may say so needlessly, never wrongly the other way.
  private static func needsThought(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    func zeros(_ value: UInt64) -> UInt64 { (value &- ones) & ~value & high }
    let controls = (word &- ones &* 0x20) & ~word & high
    let tags = zeros(word ^ (ones &* 0x3C))
    let entities = zeros(word ^ (ones &* 0x26))
    let spaces = zeros(word ^ (ones &* 0x20))
    return (word & high) | controls | tags | entities | (spaces & (spaces << 8)) != 0
  }

  private mutating func fill() {
    if count > 0 {
      switch gap {
      case .none: break
      case .space: append(0x20)
      case .line: append(0x0A)
      }
    }
    gap = .none
  }

  private mutating func put(_ byte: UInt8) {
    fill()
    append(byte)
  }

  private mutating func append(_ byte: UInt8) {
    output[count] = byte
    count += 1
  }

  // MARK: Tags

  /// Tags that end a line of text.
  private static let blocks: Set<String> = [
    "br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  private mutating func passTag(_ input: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let next = start + 1 < input.count ? input[start + 1] : 0
    let isTag =
      next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || Self.isLetter(next) || next >= 0x80
    guard isTag, let end = input[start...].firstIndex(of: UInt8(ascii: ">")) else {
      put(input[start])
      return start + 1
    }
    if Self.isBlock(input, start + 1) {
      gap = .line
    } else if gap == .none {
      gap = .space
    }
    return end + 1
  }

  private static func isBlock(_ input: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var position = start
    if position < input.count, input[position] == UInt8(ascii: "/") { position += 1 }
    var name: UInt64 = 0
    var length = 0
    while position < input.count, isLetter(input[position]) || isDigit(input[position]) {
      length += 1
      guard length <= 5 else { return false }
      name = name << 8 | UInt64(input[position] | 0x20)
      position += 1
    }
    return blockNames.contains(name)
  }

  /// The names of blocks, each as the bytes of one number.
  private static let blockNames = Set(
    blocks.map { $0.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1 | 0x20) } }
  )

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  // MARK: Entities

  private mutating func decode(_ input: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    guard var (scalar, end) = Self.entity(input, start + 1) else {
      put(input[start])
      return start + 1
    }
    if scalar == "&", let (second, behind) = Self.entity(input, end) {
      (scalar, end) = (second, behind)
    }
    if scalar == "\n" || scalar == "\r" {
      gap = .line
    } else if scalar.properties.isWhitespace {
      if gap == .none { gap = .space }
    } else {
      fill()
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
    }
    return end
  }

  /// The character of an entity whose name starts here, and where the text goes on.
  private static func entity(
    _ input: UnsafeBufferPointer<UInt8>,
    _ start: Int
  ) -> (Unicode.Scalar, Int)? {
    let limit = min(input.count, start + 12)
    guard start < limit,
      let end = input[start..<limit].firstIndex(of: UInt8(ascii: ";")), end > start
    else { return nil }
    let name = String(decoding: input[start..<end], as: UTF8.self)
    if let named = HTMLEntities.scalars[name] { return (named, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let number =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap { Unicode.Scalar($0) }.map { ($0, end + 1) }
  }

  /// The bytes of a space beyond ASCII, or 0 when the character is none.
  private static func length(ofSpaceAt start: Int, _ input: UnsafeBufferPointer<UInt8>) -> Int {
    switch input[start] {
    case 0xC2 where start + 1 < input.count:
      return input[start + 1] == 0xA0 || input[start + 1] == 0x85 ? 2 : 0
    case 0xE1, 0xE2, 0xE3:
      guard start + 2 < input.count else { return 0 }
      let code =
        UInt32(input[start] & 0x0F) << 12 | UInt32(input[start + 1] & 0x3F) << 6
        | UInt32(input[start + 2] & 0x3F)
      return Unicode.Scalar(code)?.properties.isWhitespace == true ? 3 : 0
    default: return 0
    }
  }
}
