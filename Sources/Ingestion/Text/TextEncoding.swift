/// How the bytes of a text stand for its characters.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, little end first; what Excel calls Unicode text.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, big end first.
  case utf16BigEndian = "utf-16be"
  /// Windows-1252, what Excel in western Europe calls CSV.
  case windows1252 = "windows-1252"
  /// ISO 8859-1.
  case latin1 = "iso-8859-1"

  /// Reads a label such as `cp1252` or `Latin-1`, whatever its case and hyphens.
  public init?(label: String) {
    let folded = label.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    switch folded {
    case "utf8", "ascii", "usascii": self = .utf8
    case "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "windows1252", "cp1252": self = .windows1252
    case "iso88591", "latin1": self = .latin1
    default: return nil
    }
  }

  /// How many bytes of the input each byte of its UTF-8 form stands for, by the byte's value: the
  /// first byte of a character carries all of them, the others none.
  var widths: [UInt8] {
    (0..<256).map { byte in
      switch (self, byte) {
      case (.utf8, _): 1
      case (_, 0x80..<0xC0): 0
      case (.windows1252, _), (.latin1, _): 1
      case (_, 0xF0...): 4
      default: 2
      }
    }
  }
}
