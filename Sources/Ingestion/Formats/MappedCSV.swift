internal import Model

/// Any other table, by the mapping that lies beside it as `NAME.csv.mapping.yml`.
///
/// This is the way in for exports whose header nobody has published: Fiverr, Freelancer.com, Deel,
/// Toptal, Guru, PeoplePerHour, Remote. `tacit inspect` writes a first mapping to edit.
struct MappedCSV: CSVFormat {
  let name: FormatName = "mapped-csv"
  let summary = "Any other CSV, through a mapping that lies beside it"
  let grade = EvidenceGrade.own
  let evidence = "What its columns mean is said by the user in NAME.csv.mapping.yml."

  /// The mapping; without one the format recognises nothing.
  let mapping: CSVMapping?

  init(_ mapping: CSVMapping? = nil) { self.mapping = mapping }

  var needs: [[String]] {
    guard let mapping else { return [] }
    // A column that is mapped and not there is a mistake of the mapping, whatever it feeds.
    var groups = MappedField.allCases.compactMap { mapping.columns[$0] }
    if mapping.columns[.amount] == nil, mapping.sign != .debitCredit, !mapping.isPosting {
      groups += [MappedField.quantity, .unitPrice].map { mapping.columns[$0] ?? [$0.rawValue] }
    }
    return groups + mapping.rules.map { [$0.column] }
  }

  func recognises(_ header: CSVHeader) -> Bool {
    mapping != nil && needs.allSatisfy { group in group.contains { header[$0] != nil } }
  }

  var columns: [CSVColumn] { [] }

  func columns(in header: CSVHeader) -> [CSVColumn] {
    guard let mapping else { return [] }
    return MappedField.allCases.compactMap { field in
      guard let name = mapping.columns[field]?.first(where: { header[$0] != nil }) else {
        return nil
      }
      return CSVColumn(name, field.rawValue, Self.content(field, mapping))
    }
  }

  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader {
    var names: [MappedField: String] = [:]
    for column in columns(in: header) {
      if let field = MappedField(rawValue: column.field) { names[field] = column.name }
    }
    return MappedReader(
      format: name,
      mapping: mapping ?? CSVMapping(source: ""),
      names: names,
      fallback: FallbackCurrency(options)
    )
  }

  private static func content(_ field: MappedField, _ mapping: CSVMapping) -> CSVColumn.Content {
    if field.isDate {
      return mapping.datePatterns.isEmpty
        ? .provenDate : .date(.patterns(mapping.datePatterns))
    }
    guard field.isNumber else { return .text }
    guard let mark = mapping.decimalMark else { return .provenNumber(isBare: mapping.isBare) }
    return .number(
      NumberConvention(
        decimalMark: mark,
        grouping: mapping.groupMark.map { .mark($0) } ?? .none,
        isBare: mapping.isBare
      )
    )
  }
}
