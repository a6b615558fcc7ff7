/// Paths as they are shown: a file system does not promise that names are UTF-8.
enum ShownPath {
  /// A path, which ends with a zero, as text; bytes that are no UTF-8 stand as `\xFC`.
  static func text(_ path: some Sequence<CChar>) -> String {
    let bytes = path.map(UInt8.init(bitPattern:)).prefix { $0 != 0 }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return bytes.reduce(into: "") { text, byte in
      if byte < 0x80 {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "\\x" + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
