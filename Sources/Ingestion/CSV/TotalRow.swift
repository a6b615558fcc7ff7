internal import Model

/// Recognises the rows of totals that reports end with, and checks them against the rows above.
struct TotalRow {
  /// What a total row says.
  enum Verdict: Equatable {
    /// The row has no amount to compare.
    case silent
    /// It equals the sum of the rows above, or of those since the last total.
    case agrees(ExactDecimal)
    /// It differs from the sum, which is `nil` when that has too many digits.
    case differs(stated: ExactDecimal, sum: ExactDecimal?)
    /// The rows above are in these currencies, and the row says none of them.
    case mixed([String])
  }

  private let date: Int?
  private let amount: Int?
  private let currency: Int?
  /// The sum of each currency as the rows write it; `nil` when it has too many digits.
  private var sums: [String: ExactDecimal?] = [:]
  private var sumsSinceTotal: [String: ExactDecimal?] = [:]

  /// The words with which such rows begin, in the languages of the exports seen.
  private static let words: Set<String> = [
    "total", "totals", "grand total", "subtotal", "sub total", "sum", "summe", "gesamt",
    "gesamtsumme", "gesamtbetrag", "zwischensumme", "total général", "sous-total", "somme",
    "totale", "suma", "razem", "totaal",
  ]

  /// Prepares for a table: a total row has no date, so without a date column there
  /// is none.
  init(_ columns: [CSVColumn], header: CSVHeader) {
    func index(_ field: String) -> Int? {
      columns.first { $0.field == field && header[$0.name] != nil }.flatMap { header[$0.name] }
    }
    date = index("date")
    amount = index("amount")
    currency = index("currency")
  }

  /// Whether a record is a total row.
  func isTotal(_ record: CSVRecord) -> Bool {
    guard let date else { return false }
    if date < record.count, let text = CSVRow.trimmed(record.bytes(at: date)), !Self.isLabel(text) {
      return false
    }
    for index in 0..<record.count {
      guard let text = CSVRow.trimmed(record.bytes(at: index)) else { continue }
      return Self.isLabel(text)
    }
    return false
  }

  /// Whether a text labels a total.
  static func isLabel(_ text: String) -> Bool {
    var folded = text.lowercased()
    if folded.hasSuffix(":") { folded.removeLast() }
    return words.contains(folded) || folded.hasPrefix("total for ") || folded.hasPrefix("total: ")
  }

  /// Counts the amount of a row that is no total.
  mutating func count(_ record: CSVRecord, _ conventions: CSVConventions) {
    guard let value = value(record, conventions) else { return }
    let code = code(record)
    sums.updateValue(Self.sum(sums[code], value), forKey: code)
    sumsSinceTotal.updateValue(Self.sum(sumsSinceTotal[code], value), forKey: code)
  }

  /// Compares a total row with the rows above it.
  mutating func check(_ record: CSVRecord, _ conventions: CSVConventions) -> Verdict {
    let code = code(record)
    defer {
      // A row of totals for one currency ends the rows of that currency only.
      if code.isEmpty { sumsSinceTotal = [:] } else { sumsSinceTotal.removeValue(forKey: code) }
    }
    guard let stated = value(record, conventions) else { return .silent }
    if let sum = Self.sum(of: code, in: sums), stated == sum { return .agrees(stated) }
    if let sum = Self.sum(of: code, in: sumsSinceTotal), stated == sum { return .agrees(stated) }
    if code.isEmpty, sums.count > 1 {
      return .mixed(sums.keys.sorted().map { $0.isEmpty ? "none" : $0 })
    }
    return .differs(stated: stated, sum: Self.sum(of: code, in: sums))
  }

  private static func sum(_ sum: ExactDecimal??, _ value: ExactDecimal) -> ExactDecimal? {
    guard let sum else { return value }
    return sum?.adding(value)
  }

  /// The sum that a row of totals states: that of its currency, or of the only one there is.
  private static func sum(
    of code: String,
    in sums: [String: ExactDecimal?]
  ) -> ExactDecimal? {
    if sums.isEmpty { return .zero }
    if code.isEmpty || Array(sums.keys) == [""] { return sums.count == 1 ? sums.first?.value : nil }
    return sums[code] ?? .zero
  }

  /// The currency of a row as it writes it, or nothing.
  private func code(_ record: CSVRecord) -> String {
    guard let currency, currency < record.count else { return "" }
    return CSVRow.trimmed(record.bytes(at: currency))?.uppercased() ?? ""
  }

  private func value(_ record: CSVRecord, _ conventions: CSVConventions) -> ExactDecimal? {
    guard let amount, amount < record.count, let text = CSVRow.trimmed(record.bytes(at: amount))
    else { return nil }
    return try? (conventions.numbers[amount] ?? .plain).number(text)
  }
}
