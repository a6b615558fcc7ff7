/// What the first bytes of an input are; its name says nothing.
enum ContentKind: Equatable {
  /// Nothing, or white space only.
  case empty
  /// Something that is no text, with what it looks like.
  case binary(String)
  /// A partial state of this program.
  case state
  /// A document inside a signature.
  case signed
  /// A text in an encoding that is not read, with its name.
  case unreadableText(String)
  /// XML in any encoding.
  case markup
  /// Text in an encoding that a byte order mark or the lack of one tells.
  case text(TextEncoding)

  /// Looks at the first bytes; a declared encoding overrides what they suggest about text.
  init(head: [UInt8], declared: TextEncoding? = nil) {
    if head.isEmpty {
      self = .empty
    } else if StateIndex.isState(head) {
      self = .state
    } else if SignedContent.begins(head) {
      self = .signed
    } else if let found = Self.signatures.first(where: { head.starts(with: $0.bytes) }) {
      self = .binary(found.name)
    } else if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      self = .unreadableText("UTF-32")
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      self =
        head.prefix(4).contains(UInt8(ascii: "<"))
        ? .markup : .text(head[0] == 0xFF ? .utf16LittleEndian : .utf16BigEndian)
    } else {
      self = Self.withoutMark(head, declared)
    }
  }

  private static let signatures: [(bytes: [UInt8], name: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an Excel workbook"),
    ([0x25, 0x50, 0x44, 0x46], "a PDF"), ([0x1F, 0x8B], "a gzip archive"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
  ]

  private static func withoutMark(_ head: [UInt8], _ declared: TextEncoding?) -> Self {
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head[3...] : head[...]
    guard let first = text.first(where: { !whiteSpace.contains($0) && $0 != 0xEF }) else {
      return .empty
    }
    if first == UInt8(ascii: "<") {
      return isWebPage(text.prefix(256))
        ? .binary("a web page, perhaps the login page of an export") : .markup
    }
    if let declared, declared != .utf8 { return .text(declared) }
    if isUTF16(text.prefix(1024)) { return .unreadableText("UTF-16 without a byte order mark") }
    // The header of a damaged export is still whole; what begins with zero bytes is no text.
    let header = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return header.contains(0) ? .binary("binary data") : .text(.utf8)
  }

  private static let pageStarts = ["<!doctype html", "<html"].map { Array($0.utf8) }

  private static func isWebPage(_ bytes: ArraySlice<UInt8>) -> Bool {
    for index in bytes.indices where bytes[index] == UInt8(ascii: "<") {
      let tag = bytes[index...].prefix(16).map {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0
      }
      if pageStarts.contains(where: { tag.starts(with: $0) }) { return true }
    }
    return false
  }

  private static let whiteSpace: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20, 0xBB, 0xBF]

  /// Whether zero bytes stand in every second place, as in western text of UTF-16.
  private static func isUTF16(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 8 else { return false }
    var zeros = [0, 0]
    for (index, byte) in bytes.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let half = bytes.count / 2
    return (zeros[0] * 10 >= half * 8 && zeros[1] * 10 <= half)
      || (zeros[1] * 10 >= half * 8 && zeros[0] * 10 <= half)
  }
}
