/// The column names of a table, found by name and never by position.
struct CSVHeader: Sendable {
  /// The names as written, trimmed.
  let names: [String]
  private let indexes: [String: Int]
  /// A name that occurs twice, with the 1-based columns, or `nil`.
  let repetition: (name: String, first: Int, second: Int)?

  /// Reads the names of a record.
  init(_ record: CSVRecord) {
    names = (0..<record.count).map { Self.trimmed(record.text(at: $0)) }
    var indexes: [String: Int] = [:]
    var repetition: (String, Int, Int)?
    for (index, name) in names.enumerated() where !name.isEmpty {
      let key = name.lowercased()
      if let first = indexes[key] {
        if repetition == nil { repetition = (name, first + 1, index + 1) }
      } else {
        indexes[key] = index
      }
    }
    self.indexes = indexes
    self.repetition = repetition
  }

  /// The 0-based index of a column, whatever the case of its name; `nil` when there is none.
  subscript(_ name: String) -> Int? { indexes[name.lowercased()] }

  /// Whether all of these columns exist.
  func has(_ names: String...) -> Bool { names.allSatisfy { self[$0] != nil } }

  /// The names that none of the given ones covers.
  func names(besides known: some Sequence<String>) -> [String] {
    let known = Set(known.map { $0.lowercased() })
    return names.filter { !$0.isEmpty && !known.contains($0.lowercased()) }
  }

  /// Whether a record repeats the header, as happens when exports are pasted together.
  func isRepeated(by record: CSVRecord) -> Bool {
    record.count == names.count
      && names.indices.allSatisfy { Self.trimmed(record.text(at: $0)) == names[$0] }
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }
}
