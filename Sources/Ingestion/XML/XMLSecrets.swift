/// Hides what must never be shown of a record: tokens and passwords that exports carry.
enum XMLSecrets {
  private static let mark = "[hidden]"

  /// The text with the content of these elements hidden, and with the tokens of links.
  static func masked(_ raw: [UInt8], elements: [String]) -> String {
    var text = String(decoding: raw, as: UTF8.self)
    for element in elements { text = hidden(text, element) }
    return hiddenTokens(text)
  }

  /// Attributes of the start tag are hidden too; what has no end tag is hidden to the end.
  private static func hidden(_ text: String, _ element: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "<\(element)") {
      result += rest[..<start.upperBound] + mark
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: "</\(element)") else {
        guard let close = rest.firstRange(of: "/>") else { return result }
        rest = rest[close.lowerBound...]
        continue
      }
      rest = rest[end.lowerBound...]
    }
    return result + rest
  }

  private static func hiddenTokens(_ text: String) -> String {
    let key = "securityToken="
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: key) {
      result += rest[..<start.upperBound] + mark
      rest = rest[start.upperBound...].drop {
        $0.isLetter || $0.isNumber || $0 == "%" || $0 == "-" || $0 == "_" || $0 == "."
      }
    }
    return result + rest
  }
}
