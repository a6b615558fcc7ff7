internal import CScan

/// Finds where bytes stop being UTF-8 (RFC 3629; Unicode 15, table 3-7).
enum UTF8Check {
  /// The index of the first byte that belongs to no character, or `nil` when all do.
  static func firstInvalid(in bytes: [UInt8], from start: Int = 0) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      guard let first = bytes.baseAddress else { return nil }
      let index = start + cscan_utf8(first + start, bytes.count - start)
      return index == bytes.count ? nil : index
    }
  }

  /// Whether bytes cannot be the start of a UTF-8 text, whose last character may be cut.
  static func isBroken(_ bytes: [UInt8]) -> Bool {
    firstInvalid(in: bytes).map { $0 < bytes.count - 3 } ?? false
  }

  /// The text with every byte that belongs to no character shown as `\xHH`.
  static func visible(_ bytes: [UInt8]) -> String {
    var text = ""
    var start = 0
    while let index = firstInvalid(in: bytes, from: start) {
      text += String(decoding: bytes[start..<index], as: UTF8.self)
      text += "\\x" + String(bytes[index], radix: 16, uppercase: true)
      start = index + 1
    }
    return text + String(decoding: bytes[start...], as: UTF8.self)
  }
}
