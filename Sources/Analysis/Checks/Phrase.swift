internal import Model

/// Numbers and advice in the words of findings.
enum Phrase {
  /// Hours without decimals.
  static func hours(_ hours: Double) -> String { "\(Int(hours.rounded())) hours" }

  /// A number with its noun.
  static func count(_ count: Int, _ singular: String, _ plural: String) -> String {
    "\(count) \(count == 1 ? singular : plural)"
  }

  /// A model's amount in whole units with its currency.
  static func money(_ amount: Double, _ currency: Currency) -> String {
    let whole = Int64(max(-9e15, min(9e15, amount.rounded(.toNearestOrAwayFromZero))))
    return "\(currency)\u{A0}\(DigitGroups.separated(String(whole)))"
  }

  /// A number with one decimal.
  static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// A small probability with one significant digit.
  static func small(_ p: Double) -> String {
    if p < 0.0001 { return "less than 0.0001" }
    var scale = 10.0
    var digits = 1
    while p * scale < 1 {
      scale *= 10
      digits += 1
    }
    let value = String(Int((p * scale).rounded()))
    return "0." + String(repeating: "0", count: max(0, digits - value.count)) + value
  }

  /// A number with two decimals.
  static func cents(_ value: Double) -> String {
    let cents = Int((max(-1e15, min(1e15, value)) * 100).rounded())
    let rest = String(abs(cents) % 100)
    return "\(cents < 0 ? "-" : "")\(abs(cents) / 100).\(rest.count < 2 ? "0" : "")\(rest)"
  }

  /// A share in percent without decimals.
  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
