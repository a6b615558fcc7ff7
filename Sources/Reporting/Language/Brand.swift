internal import Model

/// The name, the mark and the colours of whoever sends the report, from `Templates/brand.txt`.
struct Brand: Sendable {
  /// The file.
  static let file = "brand.txt"

  private let values: [String: String]

  /// Reads a brand; every name of the program's own brand must be there.
  init(_ source: String, like model: String) throws(ReportingError) {
    let known = try SettingsFile(model, named: Self.file).entries.mapValues(\.text)
    let file = try SettingsFile(source, named: Self.file)
    values = try file.texts(like: known)
    for (key, value) in values where key != "name" && key != "logo" {
      guard Self.isColour(value) else {
        throw .invalid(
          file: Self.file,
          line: file.entries[key]?.line ?? 1,
          "'\(value)' is no colour; write it as #1D4ED8"
        )
      }
    }
  }

  /// The name; may be empty.
  var name: String { values["name"] ?? "" }

  /// The path data of the mark in a square of 24 by 24; empty for none.
  var logo: String {
    (values["logo"] ?? "").filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || " .,-".contains($0))
    }
  }

  /// The colours as custom properties of style sheets.
  var properties: String {
    ":root{--link:\(colour("link"));--mark:\(colour("mark"))}"
      + "@media (prefers-color-scheme:dark){:root{--link:\(colour("linkDark"));--mark:\(colour("markDark"))}}"
  }

  /// A colour by its name.
  func colour(_ name: String) -> String { values[name] ?? "#1D4ED8" }

  /// Six hexadecimal digits after a number sign: what mail programs understand.
  private static func isColour(_ text: String) -> Bool {
    text.utf8.count == 7 && text.hasPrefix("#") && text.dropFirst().allSatisfy(\.isHexDigit)
  }
}
