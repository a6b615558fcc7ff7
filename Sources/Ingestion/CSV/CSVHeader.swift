/// The column names of a table, found by name and never by position.
struct CSVHeader: Sendable {
  /// The names as written, trimmed.
  let names: [String]
  private let indexes: [String: Int]
  /// The columns by their names as written, which spares folding a name for every cell.
  private let exactIndexes: [String: Int]
  /// A name that occurs twice, with the 1-based columns, or `nil`.
  let repetition: (name: String, first: Int, second: Int)?

  /// Reads the names of a record.
  init(_ record: CSVRecord) {
    self.init((0..<record.count).map { Self.trimmed(record.text(at: $0)) })
  }

  /// A header of these names.
  init(_ names: [String]) {
    self.names = names
    var indexes: [String: Int] = [:]
    var repetition: (String, Int, Int)?
    for (index, name) in names.enumerated() where !name.isEmpty {
      let key = Self.key(name)
      if let first = indexes[key] {
        if repetition == nil { repetition = (name, first + 1, index + 1) }
      } else {
        indexes[key] = index
      }
    }
    self.indexes = indexes
    exactIndexes = Dictionary(
      names.enumerated().filter { !$1.isEmpty }.map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    self.repetition = repetition
  }

  /// The 0-based index of a column, whatever the case of its name; `nil` when there is none.
  subscript(_ name: String) -> Int? { exactIndexes[name] ?? indexes[Self.key(name)] }

  /// Whether all of these columns exist.
  func has(_ names: String...) -> Bool { names.allSatisfy { self[$0] != nil } }

  /// The names that none of the given ones covers.
  func names(besides known: some Sequence<String>) -> [String] {
    let known = Set(known.map(Self.key))
    return names.filter { !$0.isEmpty && !known.contains(Self.key($0)) }
  }

  /// The name of a column that begins so and carries more in parentheses: `Amount (USD)`.
  func name(beginning start: String) -> String? {
    names.first { $0.lowercased().hasPrefix(start.lowercased()) }
  }

  /// Whether a record repeats the header, as happens when exports are pasted together.
  func isRepeated(by record: CSVRecord) -> Bool {
    record.count == names.count
      && names.indices.allSatisfy { Self.trimmed(record.text(at: $0)) == names[$0] }
  }

  /// Templates mark the columns that must be filled with a star.
  private static func key(_ name: String) -> String {
    let folded = name.lowercased()
    return folded.hasPrefix("*") ? String(folded.dropFirst()) : folded
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }
    var hasMark = false
    while let first = scalars.first, isBlank(first) {
      hasMark = hasMark || first == "\u{FEFF}"
      scalars.removeFirst()
    }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    // A byte order mark before a quote hides that the cell is quoted.
    if hasMark, scalars.count >= 2, scalars.first == "\"", scalars.last == "\"" {
      scalars = scalars.dropFirst().dropLast()
    }
    return String(scalars)
  }
}
