internal import Model

/// A first mapping for a table that no format recognises, for the user to edit.
public enum MappingProposal {
  /// The bytes looked at.
  private static let headSize = 1 << 20

  /// Looks at the start of an input and proposes the text of `NAME.csv.mapping.yml`, or returns
  /// `nil` when the input is no table, or is one that needs no mapping.
  public static func text(
    _ source: some ByteSource,
    named name: String,
    options: IngestionOptions = IngestionOptions()
  ) throws(SourceError) -> String? {
    var source = HashingSource(source)
    let head = try source.head(headSize)
    guard case .text(let encoding) = ContentKind(head: head, declared: options.csv.encoding),
      !ECBHistory.recognises(head: head),
      let sample = TableSample(head: head, encoding: encoding, options: options.csv)
    else { return nil }
    return Writer(sample, name: name).text
  }
}

/// Writes the proposal: what was found as keys, what only the user knows as comments.
private struct Writer {
  private let sample: TableSample
  private let name: String
  private let isPosting: Bool
  private var columns: [(field: MappedField, index: Int)] = []

  init(_ sample: TableSample, name: String) {
    self.sample = sample
    self.name = name
    let names = sample.names.map(FieldSynonyms.fold)
    func knows(_ field: MappedField, _ list: [(field: MappedField, names: [String])]) -> Bool {
      list.contains { $0.field == field && $0.names.contains(where: names.contains) }
    }
    isPosting =
      knows(.title, FieldSynonyms.ofPostings) && knows(.description, FieldSynonyms.ofPostings)
      && !knows(.freelancer, FieldSynonyms.names)
    var used: Set<Int> = []
    for (field, synonyms) in isPosting ? FieldSynonyms.ofPostings : FieldSynonyms.names {
      var found: Int?
      for synonym in synonyms where found == nil {
        found = names.indices.first {
          !used.contains($0) && names[$0] == synonym && isPlausible(field, $0)
        }
      }
      guard let found else { continue }
      used.insert(found)
      columns.append((field, found))
    }
    findByCells(.date, &used) { Self.looksLikeDate($0) }
    if isPosting { return }
    findByCells(.currency, &used) { text in
      text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        && Currency(text) != nil
    }
    if has(.amount) { columns.removeAll { $0.field == .debit || $0.field == .credit } }
    if !(has(.debit) && has(.credit)) {
      columns.removeAll { $0.field == .debit || $0.field == .credit }
    }
  }

  /// Takes the first column that is not used and of which all cells look like a field that no name
  /// tells.
  private mutating func findByCells(
    _ field: MappedField,
    _ used: inout Set<Int>,
    _ looksRight: (String) -> Bool
  ) {
    guard !has(field) else { return }
    let found = sample.names.indices.first { index in
      let cells = sample.cells(index)
      return !used.contains(index) && !sample.names[index].isEmpty && !cells.isEmpty
        && cells.allSatisfy(looksRight)
    }
    guard let found else { return }
    used.insert(found)
    columns.append((field, found))
  }

  private func isPlausible(_ field: MappedField, _ index: Int) -> Bool {
    let cells = sample.cells(index)
    guard !cells.isEmpty else { return false }
    let convincing =
      switch field {
      case _ where field.isDate: cells.count { Self.looksLikeDate($0) }
      case _ where field.isNumber:
        cells.count { Self.looksLikeNumber($0) || WorkUnit.hours($0) != nil }
      case .currency: cells.count { Currency($0) != nil }
      default: cells.count
      }
    return convincing * 10 >= cells.count * 8
  }

  private static func looksLikeDate(_ text: String) -> Bool {
    DateConvention.unmistakable(text) != nil || DateEvidence.numbers(text) != nil
  }

  private static func looksLikeNumber(_ text: String) -> Bool {
    ([".", ","] as [Unicode.Scalar]).contains { mark in
      let convention = NumberConvention(decimalMark: mark, grouping: .any, isBare: false)
      return (try? convention.number(text)) != nil
    }
  }

  private func has(_ field: MappedField) -> Bool { columns.contains { $0.field == field } }

  var text: String {
    var lines = [
      "# How to read \(Self.oneLine(name)), which no format of Tacit's recognises. Proposed by",
      "# 'tacit inspect': check every line, then run again. Text in \u{27E8}\u{27E9} is for you to decide.",
      "",
    ]
    lines += dialect
    lines.append("")
    lines += numbers
    lines += dates
    lines += isPosting ? ["kind: posting"] : meaning
    lines.append("")
    lines.append("# field: the column that feeds it, or [the names it may have]")
    lines.append("columns:")
    if !isPosting { lines += missing }
    for (field, index) in columns {
      lines.append("  \(field.rawValue): \(Self.quoted(sample.names[index]))")
    }
    let used = Set(columns.map(\.index))
    let unused = sample.names.indices.filter { !used.contains($0) && !sample.names[$0].isEmpty }
    if !unused.isEmpty {
      lines.append(
        "  # not used: " + unused.map { Self.oneLine(sample.names[$0]) }.joined(separator: ", ")
      )
      let known = isPosting ? MappedField.ofPostings : MappedField.ofLines
      let fields = MappedField.allCases.filter(known.contains).map(\.rawValue)
      lines.append("  # fields: " + fields.joined(separator: " "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The columns that only the user can name.
  private var missing: [String] {
    var lines: [String] = []
    if !has(.date) { lines.append("  # date: \u{27E8}needed: the column of the day\u{27E9}") }
    if !has(.amount), !has(.debit), !(has(.quantity) && has(.unitPrice)) {
      lines.append("  # amount: \u{27E8}needed: the column of the money\u{27E9}")
    }
    if !has(.freelancer), !has(.freelancerID) {
      lines.append("  # freelancer: \u{27E8}the column of the person or firm that was paid\u{27E9}")
    }
    return lines
  }

  private var dialect: [String] {
    let dialect = sample.dialect
    let guess = sample.isEncodingGuessed ? "    # a guess: the bytes are no UTF-8" : ""
    let delimiter =
      dialect.delimiter == UInt8(ascii: "\t")
      ? "\\t" : String(Unicode.Scalar(dialect.delimiter))
    var lines = [
      "encoding: \(dialect.encoding.rawValue)\(guess)", "delimiter: \"\(delimiter)\"",
    ]
    if dialect.preambleLines > 0 {
      lines.append("skip: \(dialect.headerLine - 1)    # lines before the header")
    }
    return lines
  }

  private var numbers: [String] {
    var proofs: [Unicode.Scalar: Int] = [:]
    var ambiguous: String?
    var isDressed = false
    for (field, index) in columns where field.isNumber {
      for cell in sample.cells(index) {
        switch NumberEvidence(cell) {
        case .neutral: break
        case .proves(let mark): proofs[mark, default: 0] += 1
        case .ambiguous: ambiguous = ambiguous ?? cell
        }
        let bare = ([".", ","] as [Unicode.Scalar]).contains { mark in
          let convention = NumberConvention(decimalMark: mark, grouping: .any)
          return (try? convention.number(cell)) != nil
        }
        if !bare, WorkUnit.hours(cell) == nil { isDressed = true }
      }
    }
    var lines: [String] = []
    if proofs.count == 1, let mark = proofs.keys.first {
      let other: Unicode.Scalar = mark == "." ? "," : "."
      lines.append("decimalChar: \"\(mark)\"")
      if ambiguous != nil || hasGroups(other) { lines.append("groupChar: \"\(other)\"") }
    } else if proofs.count > 1 {
      lines.append(
        "# decimalChar: \".\"    # or \",\": the cells contradict each other; uncomment the right one, or correct them"
      )
    } else if let ambiguous {
      lines.append(
        "# decimalChar: \".\"    # or \",\": '\(Self.oneLine(ambiguous))' can be read either way; uncomment the right one"
      )
    }
    if isDressed {
      lines.append("bareNumber: false    # amounts carry currency signs, parentheses or the like")
    }
    return lines
  }

  private func hasGroups(_ mark: Unicode.Scalar) -> Bool {
    columns.contains { field, index in
      field.isNumber && sample.cells(index).contains { $0.unicodeScalars.contains(mark) }
    }
  }

  private var dates: [String] {
    var orders: Set<DateOrder> = []
    var example: String?
    var separators: Set<Character> = []
    for (field, index) in columns where field.isDate {
      for cell in sample.cells(index) {
        if case .proves(let order) = DateEvidence(cell) { orders.insert(order) }
        if DateEvidence.numbers(cell) != nil {
          example = example ?? cell
          if let separator = cell.first(where: { !$0.isNumber }) { separators.insert(separator) }
        }
      }
    }
    guard let example, separators.count == 1, let separator = separators.first else { return [] }
    func form(_ order: DateOrder) -> String {
      let parts = order == .dayFirst ? ["%d", "%m", "%Y"] : ["%m", "%d", "%Y"]
      return "\"" + parts.joined(separator: String(separator)) + "\""
    }
    if orders.count == 1, let order = orders.first { return ["dateFormat: \(form(order))"] }
    let why =
      orders.count > 1
      ? "the cells contradict each other" : "'\(example)' can be read either way"
    return [
      "# dateFormat: \(form(.dayFirst))    # or \(form(.monthFirst)): \(why); uncomment the right one"
    ]
  }

  private var meaning: [String] {
    var lines: [String] = []
    if !has(.currency) { lines.append("# currency: USD    # no column names one; say which it is") }
    lines.append(
      "kind: invoice    # invoice, credit_note, fee, tax, payment, refund, timesheet or posting"
    )
    if has(.debit) {
      lines.append("sign: debitCredit    # debits cost, credits return")
    } else if let direction = columns.first(where: { $0.field == .direction })?.index {
      let words = Set(sample.cells(direction)).sorted().prefix(8).map(Self.quoted)
      lines.append(
        "# sign: directionColumn    # then say what its words mean, which are \(words.joined(separator: ", "))"
      )
      lines.append("# direction: {cost: [\u{27E8}\u{27E9}], credit: [\u{27E8}\u{27E9}], skip: []}")
    } else if let amount = columns.first(where: { $0.field == .amount })?.index {
      let cells = sample.cells(amount)
      let negative = cells.count { $0.hasPrefix("-") || $0.hasPrefix("\u{2212}") }
      lines.append(
        negative * 2 > cells.count
          ? "sign: negate    # most amounts are negative, as money that leaves an account is"
          : "sign: signed    # positive is cost; negate, debitCredit and directionColumn are the others"
      )
    }
    for (index, name) in sample.names.enumerated() {
      let words = Set(sample.cells(index))
      let folded = FieldSynonyms.fold(name)
      guard (2...12).contains(words.count) else { continue }
      let shown = words.sorted().map(Self.quoted).joined(separator: ", ")
      if folded == "status" || folded == "state" {
        lines.append("# if:    # rows to leave out; \(Self.oneLine(name)) is one of \(shown)")
        lines.append(
          "#   - {column: \(Self.quoted(name)), matches: [\u{27E8}\u{27E9}], then: skip}"
        )
      } else if columns.contains(where: { $0.field == .type && $0.index == index }) {
        lines.append(
          "# type:    # what the words of \(Self.oneLine(name)) are; skip leaves a row out"
        )
        lines += words.sorted().map { "#   \(Self.quoted($0)): invoice" }
      }
    }
    return lines
  }

  /// A text for a comment: on one line, without what YAML does not print, and not too long.
  private static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(200) {
      switch scalar.value {
      case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: line.append(" ")
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  /// A double-quoted YAML scalar.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}",
        "\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
