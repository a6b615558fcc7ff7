/// The identifiers that links within a report lead to.
enum Anchor {
  /// A role's place.
  static func role(_ id: String) -> String { "role-\(safe(id))" }
  /// A person's place.
  static func person(_ id: String) -> String { "person-\(safe(id))" }
  /// A department's place.
  static func department(_ id: String) -> String { "department-\(safe(id))" }
  /// A finding's place.
  static func finding(_ id: String) -> String { "finding-\(safe(id))" }

  /// Letters, digits and hyphens; every other scalar by its code, so that no two identifiers meet.
  private static func safe(_ id: String) -> String {
    var text = ""
    for scalar in id.unicodeScalars {
      if scalar.isASCII,
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar == "-"
      {
        text.unicodeScalars.append(scalar)
      } else {
        text += "_\(String(scalar.value, radix: 16))"
      }
    }
    return text
  }
}
