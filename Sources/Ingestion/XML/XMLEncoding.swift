/// The encodings in which documents are read; every other one could hide a document type from
/// whoever looks at the bytes.
enum XMLEncoding: Sendable {
  case utf8
  case utf16BigEndian
  case utf16LittleEndian
  case latin1
  case windows1252
  case ascii

  /// Why the encoding of a document is not accepted.
  enum Refusal: Error, Equatable {
    /// An encoding that is not read.
    case notAllowed(String)
    /// The bytes are something else than the declaration says.
    case mismatch(declared: String, found: String)
  }

  /// Names in declarations, folded.
  private static let names: [String: XMLEncoding] = [
    "utf-8": .utf8, "utf8": .utf8, "us-ascii": .ascii, "ascii": .ascii,
    "iso-8859-1": .latin1, "iso8859-1": .latin1, "latin1": .latin1,
    "windows-1252": .windows1252, "cp1252": .windows1252,
  ]

  private static let utf16Names: Set<String> = ["utf-16", "utf16", "utf-16le", "utf-16be"]

  /// Tells the encoding by the byte order mark and the declaration, which have to agree; returns
  /// the length of the mark as well.
  static func detect(_ head: [UInt8]) throws(Refusal) -> (encoding: XMLEncoding, mark: Int) {
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .notAllowed("UTF-32")
    }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      let isBig = head[0] == 0xFE
      let units = stride(from: isBig ? 3 : 2, to: head.count, by: 2).map { head[$0] }
      if let declared = declaration(units), !utf16Names.contains(declared) {
        throw .mismatch(declared: declared, found: "UTF-16")
      }
      return (isBig ? .utf16BigEndian : .utf16LittleEndian, 2)
    }
    if head.prefix(4).contains(0) { throw .notAllowed("UTF-16 without a byte order mark") }
    let mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let declared = declaration(Array(head.dropFirst(mark))) else { return (.utf8, mark) }
    if utf16Names.contains(declared) { throw .mismatch(declared: declared, found: "8 bits wide") }
    guard let encoding = names[declared] else { throw .notAllowed(declared) }
    if mark > 0, encoding != .utf8 { throw .mismatch(declared: declared, found: "UTF-8") }
    return (encoding, mark)
  }

  /// The encoding that an XML declaration names, folded, or `nil`.
  private static func declaration(_ bytes: [UInt8]) -> String? {
    guard bytes.starts(with: Array("<?xml".utf8)),
      let end = bytes.firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let key = Array("encoding".utf8)
    let found = bytes[..<end].indices.first { bytes[$0..<end].starts(with: key) }
    guard let found else { return nil }
    let value = bytes[(found + key.count)..<end].drop {
      [UInt8(ascii: "="), 0x20, 0x09, 0x0A, 0x0D].contains($0)
    }
    guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return nil
    }
    let name = value.dropFirst().prefix { $0 != quote }
    return String(decoding: name, as: UTF8.self).lowercased()
  }
}
