/// A tag of a template and where it stands.
struct TemplateTag: Hashable {
  /// What a tag does.
  enum Kind: Hashable {
    /// Shows a value or opens or closes a section.
    case name
    /// Includes another template.
    case partial
    /// A comment or a setting.
    case other
  }

  /// What it does.
  let kind: Kind
  /// The name in it.
  let name: String
  /// The 1-based line.
  let line: Int
  /// The 1-based column in bytes.
  let column: Int

  /// The tags of a template with the standard delimiters.
  static func all(in template: String) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    for (number, line) in template.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      var rest = line[...]
      while let open = rest.firstRange(of: "{{"),
        let close = rest[open.upperBound...].firstRange(of: "}}")
      {
        let column = line.utf8.distance(from: line.startIndex, to: open.lowerBound) + 1
        tags.append(tag(rest[open.upperBound..<close.lowerBound], number + 1, column))
        rest = rest[close.upperBound...]
      }
    }
    return tags
  }

  private static func tag(_ content: Substring, _ line: Int, _ column: Int) -> TemplateTag {
    var name = content.drop { $0 == " " || $0 == "{" }
    let sign = name.first ?? " "
    let kind: Kind
    switch sign {
    case ">":
      kind = .partial
      name = name.dropFirst()
    case "#", "^", "/", "&", "$", "<":
      kind = .name
      name = name.dropFirst()
    case "!", "%", "=": kind = .other
    default: kind = .name
    }
    let trimmed = name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    return TemplateTag(kind: kind, name: String(trimmed), line: line, column: column)
  }
}
