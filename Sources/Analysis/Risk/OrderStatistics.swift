/// Order statistics as the model's specification defines them.
enum OrderStatistics {
  /// The median, for an even count the mean of the middle two; the values must not be empty.
  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle])
  }

  /// The quantile by nearest rank, the `ceil(q·n)`-th smallest; the values must not be empty.
  static func nearestRank(_ values: [Double], _ quantile: Double) -> Double {
    nearestRank(sorted: values.sorted(), quantile)
  }

  /// The quantile by nearest rank of values in ascending order.
  static func nearestRank(sorted: [Double], _ quantile: Double) -> Double {
    let rank = Int((quantile * Double(sorted.count)).rounded(.up))
    return sorted[max(0, min(sorted.count, rank) - 1)]
  }
}
