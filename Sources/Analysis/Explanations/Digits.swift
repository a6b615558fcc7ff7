internal import Foundation
internal import Model

/// Numbers in the words of a derivation: enough digits to compute along.
enum Digits {
  /// Six significant digits, without an exponent for the sizes that occur.
  static func of(_ value: Double) -> String {
    guard value.isFinite else { return "n/a" }
    if value == value.rounded(), abs(value) < 1e9 { return "\(Int(value))" }
    if abs(value) >= 1e5 { return String(format: "%.2f", value) }
    if abs(value) >= 1e-4 { return String(format: "%.6g", value) }
    return value == 0 ? "0" : String(format: "%.3e", value)
  }

  /// Hours.
  static func hours(_ value: Double) -> String { "\(of(value)) h" }

  /// Money with two decimals and its currency.
  static func money(_ value: Double, _ currency: Currency) -> String {
    "\(currency) \(String(format: "%.2f", value))"
  }

  /// An index.
  static func index(_ value: Double?) -> String { value.map { "\(of($0)) %" } ?? "n/a" }
}
