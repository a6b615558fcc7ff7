internal import Model

/// A file of `name = text` lines; empty lines and lines that begin with `#` are for people.
struct SettingsFile {
  /// One line.
  struct Entry {
    /// The text.
    let text: String
    /// The 1-based line.
    let line: Int
  }

  /// The file.
  let name: String
  /// The entries by their names.
  let entries: [String: Entry]

  /// Reads a file.
  init(_ source: String, named name: String) throws(ReportingError) {
    self.name = name
    var entries: [String: Entry] = [:]
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let line = line.hasSuffix("\r") ? line.dropLast() : line
      guard let first = line.first(where: { $0 != " " }), first != "#" else { continue }
      guard let sign = line.firstIndex(of: "=") else {
        throw .invalid(file: name, line: index + 1, "there is no '=' between name and text")
      }
      let key = Self.trimmed(line[..<sign])
      guard !key.isEmpty else { throw .invalid(file: name, line: index + 1, "the name is missing") }
      guard entries[key] == nil else {
        throw .invalid(file: name, line: index + 1, "'\(key)' stands here twice")
      }
      entries[key] = Entry(
        text: Self.trimmed(line[line.index(after: sign)...]),
        line: index + 1
      )
    }
    self.entries = entries
  }

  /// The texts by their names; every name of the model must be there and no other, and each text
  /// has the same places in braces.
  func texts(like model: [String: String]) throws(ReportingError) -> [String: String] {
    for (key, entry) in entries.sorted(by: { $0.value.line < $1.value.line }) {
      guard let wanted = model[key] else {
        let nearest = NearestName.to(key, in: model.keys.sorted())
        throw .invalid(
          file: name,
          line: entry.line,
          "no report uses '\(key)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
        )
      }
      let places = (Self.places(wanted), Self.places(entry.text))
      guard places.0 == places.1 else {
        throw .invalid(
          file: name,
          line: entry.line,
          "'\(key)' needs the places \(places.0.sorted().joined(separator: " "))"
        )
      }
    }
    if let missing = model.keys.sorted().first(where: { entries[$0] == nil }) {
      throw .invalid(file: name, line: 1, "'\(missing)' is missing")
    }
    return entries.mapValues(\.text)
  }

  /// The places in braces of a text.
  static func places(_ text: String) -> Set<String> {
    var found: Set<String> = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      found.insert(String(rest[open...close]))
      rest = rest[rest.index(after: close)...]
    }
    return found
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
