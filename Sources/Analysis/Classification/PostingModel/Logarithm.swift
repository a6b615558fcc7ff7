internal import Foundation

/// Logarithms of small counts from one table.
enum Logarithm {
  private static let table: [Double] = (0..<4096).map { log(Double(1 + $0)) }

  /// ln(1 + n).
  static func ofOnePlus(_ count: Int) -> Double {
    count < table.count ? table[count] : log(Double(1 + count))
  }
}
