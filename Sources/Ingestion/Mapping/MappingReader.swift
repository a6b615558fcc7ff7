internal import Model

/// Reads `NAME.csv.mapping.yml`: every key is known, every value has its type.
public enum MappingReader {
  /// Every key; docs/Mappings.md says what each means.
  static let keys = [
    "encoding", "delimiter", "quoteChar", "skip", "header", "names", "decimalChar", "groupChar",
    "bareNumber", "missingValues", "dateFormat", "currency", "kind", "unit", "sign", "direction",
    "type", "if", "end", "columns",
  ]

  /// Reads the text of a mapping.
  public static func read(
    _ text: String,
    named source: String
  ) throws(ConfigurationError) -> CSVMapping {
    var mapping = CSVMapping(source: source)
    guard let root = try ConfigurationReader.document(text, source) else { return mapping }
    try root.checkKeys(keys)
    try readDialect(root, into: &mapping)
    try readValues(root, into: &mapping)
    try readRules(root, into: &mapping)
    try readColumns(root, into: &mapping)
    return mapping
  }

  private static func readDialect(
    _ root: YAMLMapping,
    into mapping: inout CSVMapping
  ) throws(ConfigurationError) {
    if let label = try root.string("encoding") {
      guard let encoding = TextEncoding(label: label) else {
        throw root.failure(
          "encoding",
          "'\(label)' is not an encoding that is read",
          remedy: "write one of "
            + TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        )
      }
      mapping.encodingName = encoding
    }
    mapping.delimiter = try character(root, "delimiter")
    mapping.quote = try character(root, "quoteChar") ?? "\""
    if let skip = try root.number("skip", in: 0...1000) {
      guard skip == skip.rounded() else {
        throw root.failure("skip", "is a number of lines", remedy: "write a whole number")
      }
      mapping.skip = Int(skip)
    }
    let names = try root.strings("names")
    let hasHeader = try root.flag("header") ?? true
    if !hasHeader, names.isEmpty {
      throw root.failure(
        "header",
        "a table without a header needs the names of its columns",
        remedy: "add 'names: [date, freelancer, amount]' in the order of the columns"
      )
    }
    if hasHeader, !names.isEmpty {
      throw root.failure(
        "names",
        code: "no-effect",
        "a table with a header names its columns itself",
        remedy: "add 'header: false', or leave the names out"
      )
    }
    if !hasHeader { mapping.names = names }
  }

  private static func readValues(
    _ root: YAMLMapping,
    into mapping: inout CSVMapping
  ) throws(ConfigurationError) {
    mapping.decimalMark = try character(root, "decimalChar")
    if let mark = mapping.decimalMark, mark != ".", mark != "," {
      throw root.failure("decimalChar", "'\(mark)' is no decimal mark", remedy: "write . or ,")
    }
    mapping.groupMark = try character(root, "groupChar")
    if mapping.groupMark != nil, mapping.decimalMark == nil {
      throw root.failure(
        "groupChar",
        "a group mark needs its decimal mark",
        remedy: "add decimalChar"
      )
    }
    if mapping.groupMark != nil, mapping.groupMark == mapping.decimalMark {
      throw root.failure("groupChar", "is the decimal mark as well", remedy: "correct one of them")
    }
    mapping.isBare = try root.flag("bareNumber") ?? true
    if root.has("missingValues") {
      mapping.missingValues = Set(try root.strings("missingValues")).union([""])
    }
    for text in try root.strings("dateFormat") {
      guard let pattern = DatePattern(text) else {
        throw root.failure(
          "dateFormat",
          "'\(text)' is not a form of dates",
          remedy: "write it with %Y or %y, %m or %b, and %d, for example %d.%m.%Y"
        )
      }
      mapping.datePatterns.append(pattern)
    }
    if let text = try root.string("currency") {
      guard let currency = Currency(text) else {
        throw root.failure(
          "currency",
          "'\(text)' is not a currency code of ISO 4217",
          remedy: "write it as EUR; a column of currencies stands under columns"
        )
      }
      mapping.currency = currency
    }
    if let text = try root.string("kind") {
      if text == "posting" {
        mapping.isPosting = true
      } else if let kind = InvoiceLine.Kind(rawValue: text) {
        mapping.kind = kind
      } else {
        throw root.failure("kind", "'\(text)' is not a kind", remedy: kindRemedy)
      }
    }
    if let text = try root.string("unit") {
      guard let unit = WorkUnit.code(text) else {
        throw root.failure(
          "unit",
          "'\(text)' is not a unit",
          remedy: "write hour, day, week, month or fixed"
        )
      }
      mapping.unit = unit
    }
  }

  private static func readRules(
    _ root: YAMLMapping,
    into mapping: inout CSVMapping
  ) throws(ConfigurationError) {
    if let text = try root.string("sign") {
      guard let sign = CSVMapping.Sign(rawValue: text) else {
        let known = CSVMapping.Sign.allCases.map(\.rawValue)
        throw root.failure(
          "sign",
          "'\(text)' is not a rule for signs",
          remedy: NearestName.to(text, in: known).map { "did you mean '\($0)'?" }
            ?? "write one of \(known.joined(separator: ", "))"
        )
      }
      mapping.sign = sign
    }
    if let directions = try root.mapping("direction") {
      try directions.checkKeys(CSVMapping.Direction.allCases.map(\.rawValue))
      for direction in CSVMapping.Direction.allCases {
        for word in try directions.strings(direction.rawValue) {
          mapping.directions[word.lowercased()] = direction
        }
      }
    }
    if let types = try root.mapping("type") {
      for word in types.keys {
        mapping.types[word.lowercased()] = try action(types, word)
      }
    }
    for entry in try root.mappings("if") {
      mapping.rules.append(try rule(entry, then: nil))
    }
    if let end = try root.mapping("end") { mapping.rules.append(try rule(end, then: .end)) }
  }

  private static func readColumns(
    _ root: YAMLMapping,
    into mapping: inout CSVMapping
  ) throws(ConfigurationError) {
    guard let columns = try root.mapping("columns") else {
      return try refuseRulesWithoutColumns(root)
    }
    let known = mapping.isPosting ? MappedField.ofPostings : MappedField.ofLines
    try columns.checkKeys(MappedField.allCases.filter(known.contains).map(\.rawValue))
    for field in MappedField.allCases where columns.has(field.rawValue) {
      mapping.columns[field] = try columns.strings(field.rawValue)
    }
    func need(_ fields: MappedField...) throws(ConfigurationError) {
      guard !fields.contains(where: { mapping.columns[$0] != nil }) else { return }
      let names = fields.map { "'\($0.rawValue)'" }.joined(separator: " or ")
      throw root.failure(
        "columns",
        code: "missing-key",
        "\(names) is not mapped",
        remedy: "name the column that feeds it"
      )
    }
    if !mapping.types.isEmpty, mapping.columns[.type] == nil {
      throw root.failure(
        "type",
        code: "no-effect",
        "no column holds the words that it explains",
        remedy: "add 'type' with the column's name under columns"
      )
    }
    if root.has("direction"), mapping.sign != .directionColumn {
      throw root.failure(
        "direction",
        code: "no-effect",
        "words of a direction count only with their own rule for signs",
        remedy: "add 'sign: directionColumn'"
      )
    }
    if mapping.isPosting { return try need(.title) }
    try need(.date)
    if mapping.sign == .debitCredit {
      try need(.debit)
      try need(.credit)
    } else {
      try need(.amount, .unitPrice)
    }
    if mapping.sign == .directionColumn {
      try need(.direction)
      guard mapping.directions.values.contains(.cost) else {
        throw root.failure(
          "sign",
          code: "missing-key",
          "no word of the direction column means cost",
          remedy: "add 'direction: {cost: [OUT], credit: [IN]}'"
        )
      }
    }
  }

  /// Without columns a mapping only says how a known format is written down.
  private static func refuseRulesWithoutColumns(
    _ root: YAMLMapping
  ) throws(ConfigurationError) {
    let own = ["encoding", "delimiter", "decimalChar", "dateFormat", "currency", "columns"]
    guard let key = keys.first(where: { root.has($0) && !own.contains($0) }) else { return }
    throw root.failure(
      key,
      code: "no-effect",
      "'\(key)' has no effect without 'columns'",
      remedy: "map the columns, or leave it out: without columns a mapping may hold "
        + own.dropLast().joined(separator: ", ")
    )
  }

  private static let kindRemedy =
    "write one of \(InvoiceLine.Kind.allCases.map(\.rawValue).joined(separator: ", ")), posting"

  private static func action(
    _ mapping: YAMLMapping,
    _ key: String
  ) throws(ConfigurationError) -> CSVMapping.Action {
    let text = try mapping.string(key) ?? ""
    if text == "skip" { return .skip }
    if text == "end" { return .end }
    guard let kind = InvoiceLine.Kind(rawValue: text) else {
      throw mapping.failure(
        key,
        "'\(text)' is not a kind",
        remedy: "write skip, end or one of "
          + InvoiceLine.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      )
    }
    return .kind(kind)
  }

  /// The keys of a rule; the end of the table needs no `then`.
  static let ruleKeys = ["column", "matches", "then"]

  private static func rule(
    _ entry: YAMLMapping,
    then fixed: CSVMapping.Action?
  ) throws(ConfigurationError) -> CSVMapping.Rule {
    try entry.checkKeys(fixed == nil ? ruleKeys : Array(ruleKeys.prefix(2)))
    guard let column = try entry.string("column"), !column.isEmpty else {
      throw entry.failure("column", "a rule needs a column", remedy: "add 'column: Status'")
    }
    let patterns = try entry.strings("matches")
    guard !patterns.isEmpty else {
      throw entry.failure(
        "matches",
        "a rule needs a pattern",
        remedy: "add 'matches: [\"Pending\", \"Cancel*\"]'"
      )
    }
    let action: CSVMapping.Action
    if let fixed { action = fixed } else { action = try self.action(entry, "then") }
    return CSVMapping.Rule(column: column, patterns: patterns, action: action)
  }

  private static func character(
    _ mapping: YAMLMapping,
    _ key: String
  ) throws(ConfigurationError) -> Unicode.Scalar? {
    guard let text = try mapping.string(key) else { return nil }
    let character = ["\\t": "\t", "tab": "\t"][text] ?? text
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first,
      scalar.isASCII || key == "groupChar"
    else {
      throw mapping.failure(key, "must be one character", remedy: "write it as \";\"")
    }
    return scalar
  }
}
