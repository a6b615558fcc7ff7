internal import Foundation

/// Logarithms of small counts from one table.
enum Logarithm {
  private static let table: [Double] = (0..<4096).map { log(Double(1 + $0)) }

  /// ln(1 + n).
  static func ofOnePlus(_ count: Int) -> Double {
    count < table.count ? table[count] : log(Double(1 + count))
  }

  /// ln(1 + n) of a number in units of ``SentenceWeight/whole``.
  static func ofOnePlus(units: Int) -> Double {
    let unit = Int(SentenceWeight.whole)
    return units % unit == 0 ? ofOnePlus(units / unit) : log(1 + Double(units) / Double(unit))
  }
}
