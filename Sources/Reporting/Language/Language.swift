internal import Foundation
internal import Model

/// The words and the number signs of a report in one language, read from `Templates/strings.*.txt`.
///
/// Sentences that the analysis makes itself (reasons, findings, limits) are English in every
/// language; the report marks them as such.
struct Language: Sendable {
  /// The language that every other one is compared with.
  static let standard = "en"

  /// The code of ISO 639, for example `de`.
  let code: String
  /// The texts by their names.
  let texts: [String: String]

  init(code: String, texts: [String: String]) {
    self.code = code
    self.texts = texts
  }

  /// Whether the report's words are those of the analysis.
  var isStandard: Bool { code == Self.standard }

  /// A text; a name that no file has is shown as such, which a test looks for.
  func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    var text = texts[key] ?? "⟦\(key)⟧"
    guard !values.isEmpty else { return text }
    // One pass, so that a value with braces is never taken for a place.
    var output = ""
    while let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}") {
      let name = text[text.index(after: open)..<close]
      output += text[..<open]
      output += values.first { $0.key == name }?.value ?? String(text[open...close])
      text = String(text[text.index(after: close)...])
    }
    return output + text
  }

  /// A count with its noun: `name.one` or `name.other`.
  func number(_ count: Int, _ name: String) -> String {
    self(count == 1 ? "\(name)One" : "\(name)Other", ["n": self.count(count)])
  }
}

extension Language {
  /// An amount in whole units with its currency.
  func money(_ money: Money) -> String { amount(money.currency, Format.whole(money.doubleValue)) }

  /// A model's estimate in whole units with its currency.
  func money(_ estimate: Double, _ currency: Currency) -> String {
    amount(currency, Format.whole(estimate))
  }

  /// An amount to the cent with its currency.
  func exact(_ money: Money) -> String {
    amount(money.currency, DigitGroups.separated(money.decimalString))
  }

  /// An exact amount with its currency.
  func exact(_ value: ExactDecimal, _ currency: Currency) -> String {
    let shown =
      value.scale < currency.minorUnitDigits
      ? value.rounded(scale: currency.minorUnitDigits) ?? value : value
    return amount(currency, DigitGroups.separated(shown.description))
  }

  /// Sums of several currencies, or the word for none.
  func totals(_ totals: CurrencyTotals) -> String {
    let amounts = totals.sorted.filter { !$0.amount.isZero }.map { exact($0.amount, $0.currency) }
    return amounts.isEmpty ? self("none") : amounts.joined(separator: " · ")
  }

  /// A count.
  func count(_ value: Int) -> String { marked(Format.count(value)) }

  /// A number without decimals.
  func whole(_ value: Double) -> String { marked(Format.whole(value)) }

  /// A number with a fixed number of decimals.
  func decimal(_ value: Double, _ digits: Int) -> String { marked(Format.decimal(value, digits)) }

  /// A share as a percentage.
  func percent(_ share: Double, _ digits: Int = 0) -> String {
    "\(decimal(100 * share, digits))\u{A0}%"
  }

  /// An index in percent with one decimal, or the word for none.
  func index(_ index: Double?) -> String {
    index.map { "\(decimal($0, 1))\u{A0}%" } ?? self("notAvailable")
  }

  /// Hours.
  func hours(_ hours: Double) -> String { "\(whole(hours))\u{A0}h" }

  /// A Herfindahl-Hirschman index, 0 to 10,000, with the number of equal people that it stands for.
  func concentration(_ index: Double) -> String {
    guard index > 0 else { return self("notAvailable") }
    return self("concentrationOf", ["value": whole(index), "people": decimal(10_000 / index, 1)])
  }

  /// A number as short as it is, and with at most six significant digits, as `tacit explain` shows it.
  func plain(_ value: Double) -> String {
    value == value.rounded() ? whole(value) : marked(String(format: "%.6g", value))
  }

  private func amount(_ currency: Currency, _ digits: String) -> String {
    "\(currency)\u{A0}\(marked(digits))"
  }

  /// Digits with this language's signs.
  private func marked(_ digits: String) -> String {
    guard !isStandard else { return digits }
    var output = ""
    for character in digits {
      switch character {
      case ",": output += self("numberGroup")
      case ".": output += self("numberDecimal")
      default: output.append(character)
      }
    }
    return output
  }
}
