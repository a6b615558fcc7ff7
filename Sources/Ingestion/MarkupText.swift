/// HTML in feeds and exports as plain text: without tags, with entities decoded.
///
/// It works on Unicode scalars; a `<` with a combining mark is still the start of a tag.
enum MarkupText {
  /// The named entities that feeds use beyond the five of XML (HTML 4.01, section 24).
  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "bull": "•",
    "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "hellip": "…", "euro": "€", "pound": "£", "middot": "·", "copy": "©", "reg": "®",
    "trade": "™", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü",
    "szlig": "ß", "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç", "ntilde": "ñ",
  ]

  /// Tags that end a line of text.
  private static let blocks: Set<String> = [
    "br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  /// The text without markup; runs of spaces are one space, lines stay lines.
  static func plain(_ markup: String) -> String {
    // Some feeds escape their entities once more.
    lines(decoded(decoded(withoutTags(markup))))
  }

  /// The text with its entities decoded once.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "&", let end = rest.prefix(12).firstIndex(of: ";"),
        let value = value(of: String(rest[..<end]))
      {
        result.append(contentsOf: value.unicodeScalars)
        rest = rest[rest.index(after: end)...]
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func value(of entity: String) -> String? {
    if let named = entities[entity] { return named }
    guard entity.hasPrefix("#") else { return nil }
    let digits = entity.dropFirst()
    let number =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
  }

  private static func withoutTags(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "<", let next = rest.first,
        next == "/" || next == "!" || next.properties.isAlphabetic,
        let end = rest.firstIndex(of: ">")
      else {
        result.append(scalar)
        continue
      }
      let name = String(rest[..<end]).drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      result.append(blocks.contains(name.lowercased()) ? "\n" : " ")
      rest = rest[rest.index(after: end)...]
    }
    return String(result)
  }

  private static func lines(_ text: String) -> String {
    text.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" }).map { line in
      line.split(whereSeparator: { $0.properties.isWhitespace }).map { String($0) }
        .joined(separator: " ")
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
