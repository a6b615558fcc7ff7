internal import Foundation
internal import Model

/// Numbers in the words of a derivation: enough digits to compute along.
enum Digits {
  /// Six significant digits, without an exponent for the sizes that occur.
  static func of(_ value: Double) -> String {
    guard value.isFinite else { return "n/a" }
    let size = abs(value)
    if value == value.rounded(), size < 1e9 { return "\(Int(value))" }
    if size >= 1e5 { return fixed(value, 2) }
    if size < 1e-4 { return String(format: "%.3e", value) }
    var decimals = 5
    var bound = 10.0
    while size >= bound {
      bound *= 10
      decimals -= 1
    }
    bound = 1
    while size < bound {
      bound /= 10
      decimals += 1
    }
    return trimmed(fixed(value, decimals))
  }

  /// A fixed number of decimals.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    let scaled = (value * factor).rounded(.toNearestOrAwayFromZero)
    guard abs(scaled) < 9e17 else { return "\(value)" }
    return ExactDecimal(units: Int64(scaled), scale: decimals).description
  }

  private static func trimmed(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
    var shown = Substring(text)
    while shown.utf8.last == UInt8(ascii: "0") { shown.removeLast() }
    if shown.utf8.last == UInt8(ascii: ".") { shown.removeLast() }
    return String(shown)
  }

  /// Hours.
  static func hours(_ value: Double) -> String { "\(of(value)) h" }

  /// Money with two decimals and its currency.
  static func money(_ value: Double, _ currency: Currency) -> String {
    "\(currency) \(fixed(value, 2))"
  }

  /// An index.
  static func index(_ value: Double?) -> String { value.map { "\(of($0)) %" } ?? "n/a" }
}
