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
  }

  private let date: Int?
  private let amount: Int?
  private var sum: ExactDecimal? = .zero
  private var sumSinceTotal: ExactDecimal? = .zero

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
    sum = sum?.adding(value)
    sumSinceTotal = sumSinceTotal?.adding(value)
  }

  /// Compares a total row with the rows above it.
  mutating func check(_ record: CSVRecord, _ conventions: CSVConventions) -> Verdict {
    defer { sumSinceTotal = .zero }
    guard let stated = value(record, conventions) else { return .silent }
    if let sum, stated == sum { return .agrees(stated) }
    if let sumSinceTotal, stated == sumSinceTotal { return .agrees(stated) }
    return .differs(stated: stated, sum: sum)
  }

  private func value(_ record: CSVRecord, _ conventions: CSVConventions) -> ExactDecimal? {
    guard let amount, amount < record.count, let text = CSVRow.trimmed(record.bytes(at: amount))
    else { return nil }
    return try? (conventions.numbers[amount] ?? .plain).number(text)
  }
}
