/// Finds where bytes stop being UTF-8 (Unicode 15, table 3-7).
enum UTF8Check {
  /// The index of the first byte that belongs to no character, or `nil` when all do.
  static func firstInvalid(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      guard let length = lengthOfCharacter(bytes, at: index) else { return index }
      index += length
    }
    return nil
  }

  /// Whether bytes cannot be the start of a UTF-8 text, whose last character may be cut.
  static func isBroken(_ bytes: [UInt8]) -> Bool {
    firstInvalid(in: bytes).map { $0 < bytes.count - 3 } ?? false
  }

  /// The text with every byte that belongs to no character shown as `\xHH`.
  static func visible(_ bytes: [UInt8]) -> String {
    guard firstInvalid(in: bytes) != nil else { return String(decoding: bytes, as: UTF8.self) }
    var text = ""
    var start = 0
    var index = 0
    while index < bytes.count {
      if let length = bytes[index] < 0x80 ? 1 : lengthOfCharacter(bytes, at: index) {
        index += length
        continue
      }
      text += String(decoding: bytes[start..<index], as: UTF8.self)
      text += "\\x" + String(bytes[index], radix: 16, uppercase: true)
      index += 1
      start = index
    }
    return text + String(decoding: bytes[start...], as: UTF8.self)
  }

  private static func lengthOfCharacter(_ bytes: [UInt8], at index: Int) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]),
      bytes[(index + 2)..<(index + length)].allSatisfy({ (0x80...0xBF).contains($0) })
    else { return nil }
    return length
  }
}
