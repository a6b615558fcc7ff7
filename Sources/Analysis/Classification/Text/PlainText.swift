/// Text without the markup that descriptions bring along from web pages.
enum PlainText {
  /// Tags inside a line; every other tag ends it.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "big", "code", "em", "font", "i", "img", "mark", "s", "small", "span",
    "strong", "sub", "sup", "u",
  ]

  /// Elements whose content is no text.
  private static let unread: Set<String> = ["script", "style"]

  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "bull": "•",
    "middot": "·", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
    "rdquo": "”", "hellip": "…", "euro": "€", "pound": "£",
  ]

  /// The bytes of a text without tags, with the usual entities decoded.
  static func withoutMarkup(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return bytes
    }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), let end = comment(bytes, from: index) {
        index = end
      } else if byte == UInt8(ascii: "<"), let (name, end) = tag(bytes, after: index) {
        if !inline.contains(name) { plain.append(UInt8(ascii: "\n")) }
        index = unread.contains(name) ? endOfElement(name, bytes, after: end) : end
      } else if byte == UInt8(ascii: "&"), let (value, end) = entity(bytes, after: index) {
        plain.append(contentsOf: value.utf8)
        index = end
      } else {
        plain.append(byte)
        index += 1
      }
    }
    return plain
  }

  /// The lower-case name of the tag that starts at an index, and the index after it.
  private static func tag(_ bytes: [UInt8], after index: Int) -> (name: String, end: Int)? {
    var start = index + 1
    guard start < bytes.count else { return nil }
    if bytes[start] == UInt8(ascii: "/") { start += 1 }
    guard start < bytes.count, isLetter(bytes[start]) || bytes[start] == UInt8(ascii: "!"),
      let end = bytes[start..<min(start + 1024, bytes.count)].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let name = bytes[start..<end].prefix { isLetter($0) || (0x30...0x39).contains($0) }
    return (String(decoding: name.map { $0 | 0x20 }, as: UTF8.self), end + 1)
  }

  /// The index after a comment that starts at an index, or `nil` where none does.
  private static func comment(_ bytes: [UInt8], from index: Int) -> Int? {
    guard bytes[index...].starts(with: "<!--".utf8) else { return nil }
    return find("-->", bytes, after: index + 4) ?? bytes.count
  }

  /// The index after the end tag of an element, whose start tag ends at an index; where it has none, the
  /// index itself.
  private static func endOfElement(_ name: String, _ bytes: [UInt8], after index: Int) -> Int {
    guard let end = find("</" + name, bytes, after: index) else { return index }
    return bytes[end...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
  }

  /// The index after some text in lower case, letters compared without case.
  private static func find(_ text: String, _ bytes: [UInt8], after index: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard index + wanted.count <= bytes.count else { return nil }
    for start in index...(bytes.count - wanted.count)
    where zip(wanted, bytes[start...]).allSatisfy({ $0 == (isLetter($1) ? $1 | 0x20 : $1) }) {
      return start + wanted.count
    }
    return nil
  }

  private static func entity(
    _ bytes: [UInt8],
    after index: Int
  ) -> (value: String, end: Int)? {
    guard
      let end = bytes[(index + 1)..<min(index + 12, bytes.count)].firstIndex(of: UInt8(ascii: ";"))
    else { return nil }
    let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    if let value = entities[name] { return (value, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { (String(Character($0)), end + 1) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
