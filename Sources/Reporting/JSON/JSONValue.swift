/// A JSON value whose objects keep the order in which they were written.
///
/// The contract fixes the order of fields, and the same audit must give the same bytes; an encoder
/// that sorts or hashes keys gives one or the other.
enum JSONValue {
  case string(String)
  case integer(Int)
  case number(Double)
  case bool(Bool)
  case null
  case array([JSONValue])
  case object([(String, JSONValue)])
  /// A value that stands on one line also where the rest is laid out.
  indirect case inline(JSONValue)

  /// A number, or null where there is none.
  static func optional(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }

  /// A text, or null where there is none.
  static func optional(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

  /// The value on one line.
  var compact: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  /// The value with two spaces for each level, and a final newline.
  var pretty: String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  private func write(to text: inout String, indent: Int?) {
    switch self {
    case .string(let value): Self.quote(value, to: &text)
    case .integer(let value): text += String(value)
    case .number(let value): text += Self.digits(value)
    case .bool(let value): text += value ? "true" : "false"
    case .null: text += "null"
    case .inline(let value): value.write(to: &text, indent: nil)
    case .array(let values):
      Self.write(values.map { (nil, $0) }, brackets: ("[", "]"), to: &text, indent: indent)
    case .object(let members):
      Self.write(members.map { ($0, $1) }, brackets: ("{", "}"), to: &text, indent: indent)
    }
  }

  private static func write(
    _ items: [(String?, JSONValue)],
    brackets: (String, String),
    to text: inout String,
    indent: Int?
  ) {
    text += brackets.0
    for (position, (key, value)) in items.enumerated() {
      if position > 0 { text += "," }
      if let indent { text += "\n" + String(repeating: "  ", count: indent + 1) }
      if let key {
        quote(key, to: &text)
        text += indent == nil ? ":" : ": "
      }
      value.write(to: &text, indent: indent.map { $0 + 1 })
    }
    if let indent, !items.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
    text += brackets.1
  }

  /// The shortest digits that read back as the same number; JSON has no NaN and no infinity.
  private static func digits(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return value.description
  }

  /// Whether a byte belongs to no scalar that is escaped: ASCII that stands for itself, or a part of a
  /// scalar that starts neither as U+0080 to U+009F do nor as U+2028 and the directions do.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x3C, 0x5C, 0x7F, 0xC2, 0xE2: false
    default: true
    }
  }

  /// Quotes by Unicode scalar; `<`, U+2028 and U+2029 are escaped so that the text is also safe
  /// inside an HTML script element.
  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    // Most texts have nothing to escape and are appended as a whole.
    if value.utf8.allSatisfy({ isPlain($0) }) {
      text += value
      text += "\""
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "<", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}",
        "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
