/// Many values of which few are distinct, in ascending order with their counts.
struct CountedValues: Sendable {
  private let values: [Double]
  /// The number of values up to and including each distinct one.
  private let cumulative: [Int]

  init(_ values: some Sequence<Double>) {
    self.init(counts: values.reduce(into: [:]) { $0[$1, default: 0] += 1 })
  }

  /// Takes the distinct values with the number of times that each occurs.
  init(counts: [Double: Int]) {
    let sorted = counts.sorted { $0.key < $1.key }
    self.values = sorted.map(\.key)
    var total = 0
    cumulative = sorted.map { entry in
      total += entry.value
      return total
    }
  }

  /// The number of values.
  var count: Int { cumulative.last ?? 0 }

  /// The value at a rank from 1, or `nil` when there is no such rank.
  func value(atRank rank: Int) -> Double? {
    (1...max(1, count)).contains(rank) && count > 0
      ? values[cumulative.prefixCount { $0 < rank }] : nil
  }

  /// The `ceil(q·n)`-th smallest value; `nil` without values.
  func nearestRank(_ quantile: Double) -> Double? {
    value(atRank: max(1, min(count, Int((quantile * Double(count)).rounded(.up)))))
  }

  /// The median, for an even count the mean of the middle two; `nil` without values.
  var median: Double? {
    guard let low = value(atRank: (count + 1) / 2) else { return nil }
    return count % 2 == 1 ? low : 0.5 * (low + (value(atRank: count / 2 + 1) ?? low))
  }

  /// The number of values that are not smaller than a bound.
  func count(atLeast bound: Double) -> Int {
    let smaller = values.prefixCount { $0 < bound }
    return count - (smaller > 0 ? cumulative[smaller - 1] : 0)
  }
}
