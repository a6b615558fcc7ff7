internal import Model

/// Figures in the words of the report: no locale, no clock, always the same.
enum Format {
  /// An amount in whole units with its currency, for example `USD 7,562`.
  static func money(_ money: Money) -> String {
    "\(money.currency)\u{A0}\(whole(money.doubleValue))"
  }

  /// A model's estimate in whole units with its currency.
  static func money(_ estimate: Double, _ currency: Currency) -> String {
    "\(currency)\u{A0}\(whole(estimate))"
  }

  /// An amount to the cent with its currency, for example `USD 7,561.72`.
  static func exact(_ money: Money) -> String { money.grouped }

  /// An exact amount with its currency.
  static func exact(_ amount: ExactDecimal, _ currency: Currency) -> String {
    let shown =
      amount.scale < currency.minorUnitDigits
      ? amount.rounded(scale: currency.minorUnitDigits) ?? amount : amount
    return "\(currency)\u{A0}\(DigitGroups.separated(shown.description))"
  }

  /// Sums of several currencies, or a dash.
  static func totals(_ totals: CurrencyTotals) -> String {
    let amounts = totals.sorted.filter { !$0.amount.isZero }.map { exact($0.amount, $0.currency) }
    return amounts.isEmpty ? "none" : amounts.joined(separator: " · ")
  }

  /// A number without decimals, thousands grouped.
  static func whole(_ value: Double) -> String {
    let rounded = value.rounded(.toNearestOrAwayFromZero)
    guard abs(rounded) < 9e15 else { return "\(value)" }
    return DigitGroups.separated(String(Int64(rounded == 0 ? 0 : rounded)))
  }

  /// A count, thousands grouped.
  static func count(_ value: Int) -> String { DigitGroups.separated(String(value)) }

  /// A number with a fixed number of decimals.
  static func decimal(_ value: Double, _ digits: Int) -> String {
    var factor = 1.0
    for _ in 0..<digits { factor *= 10 }
    let scaled = (value * factor).rounded(.toNearestOrAwayFromZero)
    guard scaled.isFinite, abs(scaled) < 9e15 else { return "n/a" }
    return DigitGroups.separated(ExactDecimal(units: Int64(scaled), scale: digits).description)
  }

  /// A number for programs: a fixed number of decimals, no grouping.
  static func plain(_ value: Double, _ digits: Int) -> String {
    decimal(value, digits).filter { $0 != "," }
  }

  /// A share as a percentage without decimals.
  static func percent(_ share: Double) -> String { "\(decimal(100 * share, 0))\u{A0}%" }

  /// An index in percent with one decimal.
  static func index(_ index: Double?) -> String {
    index.map { "\(decimal($0, 1))\u{A0}%" } ?? "n/a"
  }

  /// Hours.
  static func hours(_ hours: Double) -> String { "\(whole(hours))\u{A0}h" }

  /// A number with its noun.
  static func number(_ count: Int, _ singular: String, _ plural: String) -> String {
    "\(Format.count(count)) \(count == 1 ? singular : plural)"
  }

  /// A text short enough for a table; the whole of it is in the files for programs.
  static func shown(_ text: String, _ limit: Int = 100) -> String {
    text.unicodeScalars.count <= limit
      ? text : String(text.unicodeScalars.prefix(limit - 1)) + "…"
  }

  /// A place in an input.
  static func place(_ location: SourceLocation) -> String {
    location.column.map { "\(location.source):\(location.line):\($0)" }
      ?? "\(location.source):\(location.line)"
  }
}
