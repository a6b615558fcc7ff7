internal import Mustache

/// The escapings of the report, each by Unicode scalar: in Swift a quote followed by a combining
/// mark is one `Character`, which an escaper by characters lets through.
enum ContentTypes {
  /// Registers the types under the names that templates use in their first line.
  static func register() {
    MustacheContentTypes.register(SafeHTML(), named: "SAFEHTML")
    MustacheContentTypes.register(SafeMarkdown(), named: "SAFEMARKDOWN")
    MustacheContentTypes.register(SafeText(), named: "SAFETEXT")
    MustacheContentTypes.register(SafeCSV(), named: "SAFECSV")
    MustacheContentTypes.register(SafeJSON(), named: "SAFEJSON")
  }
}

/// What must not reach any output: controls and direction overrides.
enum HarmfulScalar {
  /// Whether a scalar is a control other than tab and line feed, or no character at all.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x08, 0x0B...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether a scalar changes the direction of the text around it.
  static func isOverride(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

/// Text and quoted attributes of HTML.
struct SafeHTML: MustacheContentType {
  func escapeText(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output.append(contentsOf: "&amp;".unicodeScalars)
      case "<": output.append(contentsOf: "&lt;".unicodeScalars)
      case ">": output.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": output.append(contentsOf: "&quot;".unicodeScalars)
      case "'": output.append(contentsOf: "&#39;".unicodeScalars)
      case "`": output.append(contentsOf: "&#96;".unicodeScalars)
      case "{", "}": output.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      default:
        if HarmfulScalar.isControl(scalar) {
          output.append("\u{FFFD}")
        } else if !HarmfulScalar.isOverride(scalar) {
          output.append(scalar)
        }
      }
    }
    return String(output)
  }
}

/// Text of GitHub-flavoured Markdown, on one line.
///
/// What marks up anywhere is escaped everywhere; list signs only where a text begins, so that
/// dates and names stay readable in the source; addresses are kept from becoming links.
struct SafeMarkdown: MustacheContentType {
  func escapeText(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    var isAtStart = true
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      // A dot between letters can make an address of a word.
      let isInWord =
        before?.properties.isAlphabetic == true && index + 1 < scalars.count
        && scalars[index + 1].properties.isAlphabetic
      switch scalar {
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": output.append(" ")
      case "<": output.append(contentsOf: "&lt;".unicodeScalars)
      case ">": output.append(contentsOf: "&gt;".unicodeScalars)
      case "&": output.append(contentsOf: "&amp;".unicodeScalars)
      // GitHub looks for people, issues and addresses in the rendered text, where no escape is left;
      // a comment keeps the sign apart from the name.
      case "@": output.append(contentsOf: "&#64;<!-- -->".unicodeScalars)
      case "#": output.append(contentsOf: "\\#<!-- -->".unicodeScalars)
      case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "~", "$", "!":
        output.append("\\")
        output.append(scalar)
      case "/" where before == ":", ".", ")", "-", "+", "=":
        if isAtStart || scalar == "/" || (scalar == "." && isInWord) { output.append("\\") }
        output.append(scalar)
      default:
        if HarmfulScalar.isControl(scalar) {
          output.append("\u{FFFD}")
        } else if !HarmfulScalar.isOverride(scalar) {
          output.append(scalar)
        }
      }
      before = scalar
      // A number keeps the start open, because `1.` and `1)` begin a list.
      isAtStart = isAtStart && (scalar == " " || scalar.properties.numericType != nil)
    }
    return String(output)
  }
}

/// Plain text on one line.
struct SafeText: MustacheContentType {
  func escapeText(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !HarmfulScalar.isOverride(scalar) {
      switch scalar {
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": output.append(" ")
      default: output.append(HarmfulScalar.isControl(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(output)
  }
}

/// One quoted cell of CSV (RFC 4180); a text that a spreadsheet would take for a formula gets an
/// apostrophe in front (OWASP, CSV injection).
struct SafeCSV: MustacheContentType {
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{0}", "＝", "＋", "－", "＠", "|", "%",
  ]

  func escapeText(_ text: String) -> String {
    var output = String.UnicodeScalarView("\"".unicodeScalars)
    let first = text.unicodeScalars.first { $0 != " " && $0 != "\"" && $0 != "'" }
    if let first, Self.formulaStarts.contains(first) { output.append("'") }
    // Nearly all cells stay as they are.
    if text.utf8.allSatisfy({ $0 != UInt8(ascii: "\"") && $0 != 0 }) {
      return String(output) + text + "\""
    }
    for scalar in text.unicodeScalars where scalar != "\u{0}" {
      if scalar == "\"" { output.append("\"") }
      output.append(scalar)
    }
    output.append("\"")
    return String(output)
  }
}

/// One JSON string with its quotes.
struct SafeJSON: MustacheContentType {
  func escapeText(_ text: String) -> String { JSONValue.string(text).compact }
}
