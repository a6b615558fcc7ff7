/// The quoted-printable encoding (RFC 2045, section 6.7).
enum QuotedPrintable {
  /// Lines of at most 76 characters with CR LF; a line of the text that begins with `From ` or a
  /// dot is protected from mail servers.
  static func encode(_ bytes: [UInt8]) -> String {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.map { encode(line: Array($0)) }.joined(separator: "\r\n")
  }

  private static func encode(line: [UInt8]) -> String {
    var output = ""
    var width = 0
    let isRisky = line.starts(with: Array("From ".utf8)) || line.first == UInt8(ascii: ".")
    for (index, byte) in line.enumerated() {
      let isBlank = byte == 0x20 || byte == 0x09
      let isLast = index == line.count - 1
      let isPlain =
        ((0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")) || (isBlank && !isLast)
      let token = isPlain && !(isRisky && index == 0) ? String(UnicodeScalar(byte)) : hex(byte)
      if width + token.count > 75 {
        output += "=\r\n"
        width = 0
      }
      output += token
      width += token.count
    }
    return output
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "=" + (byte < 16 ? "0" : "") + digits
  }
}
