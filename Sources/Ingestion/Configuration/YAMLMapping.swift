internal import Model
internal import Yams

/// A mapping of a YAML document that knows where each of its values stands.
struct YAMLMapping {
  private let source: String
  private let path: String
  private let line: Int
  private let entries: [(key: String, mark: Mark?, value: Node)]

  /// Reads a node as a mapping with string keys.
  init(_ node: Node, source: String, path: String) throws(ConfigurationError) {
    let line = node.mark?.line ?? 1
    guard case .mapping(let mapping) = node else {
      throw ConfigurationError(
        SourceLocation(source: source, line: line, column: node.mark?.column),
        code: "wrong-type",
        "\(path.isEmpty ? "the file" : path) must be a mapping of keys to values",
        remedy: "write 'key: value' lines"
      )
    }
    var entries: [(key: String, mark: Mark?, value: Node)] = []
    for (key, value) in mapping {
      let name = key.string ?? ""
      if entries.contains(where: { $0.key == name }) {
        throw ConfigurationError(
          SourceLocation(source: source, line: key.mark?.line ?? line, column: key.mark?.column),
          code: "repeated-key",
          "the key '\(name)' stands twice",
          remedy: "remove one of them"
        )
      }
      entries.append((name, key.mark, value))
    }
    self.source = source
    self.path = path
    self.line = line
    self.entries = entries
  }

  /// The keys in their order.
  var keys: [String] { entries.map(\.key) }

  /// Refuses keys that are not among the known ones, naming the nearest.
  func checkKeys(_ known: [String]) throws(ConfigurationError) {
    for entry in entries where !known.contains(entry.key) {
      let nearest = NearestName.to(entry.key, in: known)
      throw ConfigurationError(
        SourceLocation(
          source: source,
          line: entry.mark?.line ?? line,
          column: entry.mark?.column
        ),
        code: "unknown-key",
        "unknown key '\(qualified(entry.key))'",
        remedy: nearest.map { "did you mean '\($0)'?" }
          ?? "known keys here: \(known.joined(separator: ", "))"
      )
    }
  }

  /// An error at the value of a key.
  func failure(_ key: String, code: String = "bad-value", _ message: String, remedy: String)
    -> ConfigurationError
  {
    let mark = entries.first { $0.key == key }?.value.mark
    return ConfigurationError(
      SourceLocation(source: source, line: mark?.line ?? line, column: mark?.column),
      code: code,
      "\(qualified(key)): \(message)",
      remedy: remedy
    )
  }

  /// Where the value of a key stands; `nil` when absent.
  func place(of key: String) -> SourceLocation? {
    entries.first { $0.key == key }.map { entry in
      SourceLocation(
        source: source,
        line: entry.value.mark?.line ?? line,
        column: entry.value.mark?.column
      )
    }
  }

  /// Whether a value is given and not null.
  func has(_ key: String) -> Bool { node(key) != nil }

  /// A text; `nil` when absent or null.
  func string(_ key: String) throws(ConfigurationError) -> String? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let scalar) = node else {
      throw failure(key, code: "wrong-type", "must be a text", remedy: "write one value")
    }
    return scalar.string
  }

  /// A number within bounds; `nil` when absent or null.
  func number(
    _ key: String,
    in bounds: ClosedRange<Double>
  ) throws(ConfigurationError) -> Double? {
    guard let text = try string(key) else { return nil }
    guard let decimal = ExactDecimal(text) else {
      throw failure(
        key,
        code: "wrong-type",
        "'\(text)' is not a number",
        remedy: "write digits, for example 0.5"
      )
    }
    let value = decimal.doubleValue
    guard bounds.contains(value) else {
      throw failure(
        key,
        "\(text) is not between \(Self.plain(bounds.lowerBound)) and "
          + Self.plain(bounds.upperBound),
        remedy: "correct the value"
      )
    }
    return value
  }

  /// True or false; `nil` when absent or null.
  func flag(_ key: String) throws(ConfigurationError) -> Bool? {
    guard let text = try string(key) else { return nil }
    switch text.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      throw failure(
        key,
        code: "wrong-type",
        "'\(text)' is neither true nor false",
        remedy: "write true or false"
      )
    }
  }

  /// An exact number; `nil` when absent or null.
  func decimal(_ key: String) throws(ConfigurationError) -> ExactDecimal? {
    guard let text = try string(key) else { return nil }
    guard let value = ExactDecimal(text) else {
      throw failure(
        key,
        code: "wrong-type",
        "'\(text)' is not a number",
        remedy: "write digits, for example 0.5"
      )
    }
    return value
  }

  /// A day `YYYY-MM-DD`; `nil` when absent or null.
  func day(_ key: String) throws(ConfigurationError) -> Day? {
    guard let text = try string(key) else { return nil }
    guard let day = Day(text) else {
      throw failure(key, "'\(text)' is not a day", remedy: "write YYYY-MM-DD")
    }
    return day
  }

  /// A list of texts, or one text; empty when absent or null.
  func strings(_ key: String) throws(ConfigurationError) -> [String] {
    guard let node = node(key) else { return [] }
    if case .scalar(let scalar) = node { return [scalar.string] }
    guard case .sequence(let sequence) = node else {
      throw failure(key, code: "wrong-type", "must be a list of texts", remedy: "write [a, b]")
    }
    var texts: [String] = []
    for item in sequence {
      guard case .scalar(let scalar) = item else {
        throw failure(key, code: "wrong-type", "must be a list of texts", remedy: "write [a, b]")
      }
      texts.append(scalar.string)
    }
    return texts
  }

  /// A mapping; `nil` when absent or null.
  func mapping(_ key: String) throws(ConfigurationError) -> YAMLMapping? {
    guard let node = node(key) else { return nil }
    return try YAMLMapping(node, source: source, path: qualified(key))
  }

  /// A list of mappings; empty when absent or null.
  func mappings(_ key: String) throws(ConfigurationError) -> [YAMLMapping] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let sequence) = node else {
      throw failure(
        key,
        code: "wrong-type",
        "must be a list",
        remedy: "begin each entry with '- '"
      )
    }
    var mappings: [YAMLMapping] = []
    for (index, item) in sequence.enumerated() {
      mappings.append(
        try YAMLMapping(item, source: source, path: "\(qualified(key))[\(index + 1)]")
      )
    }
    return mappings
  }

  private func node(_ key: String) -> Node? {
    guard let value = entries.first(where: { $0.key == key })?.value else { return nil }
    return value.null != nil ? nil : value
  }

  private func qualified(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  private static func plain(_ bound: Double) -> String {
    bound == bound.rounded() && abs(bound) < 1e15 ? String(Int(bound)) : String(bound)
  }
}
