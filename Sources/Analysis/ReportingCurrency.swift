internal import Model

/// The currency of a report that nobody chose one for.
enum ReportingCurrency {
  /// The currency of most work lines, among equals the first by its code; `nil` without work.
  static func mostFrequent(_ lines: [InvoiceLine]) -> Currency? {
    let counts = Dictionary(grouping: lines.filter(\.kind.isWork), by: \.currency)
    return counts.min { ($1.value.count, $0.key) < ($0.value.count, $1.key) }?.key
  }
}
