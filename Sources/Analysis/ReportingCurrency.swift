internal import Model

/// The currency of a report that nobody chose one for.
enum ReportingCurrency {
  /// The currency of most work lines, among equals the first by its code; `nil` without work.
  static func mostFrequent(_ lines: [InvoiceLine]) -> Currency? {
    var counts: [Currency: Int] = [:]
    for index in lines.indices where lines[index].kind.isWork {
      counts[lines[index].currency, default: 0] += 1
    }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}
