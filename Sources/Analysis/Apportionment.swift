internal import Model

/// Rounds parts so that they add up to their whole to the cent.
///
/// The whole is rounded half away from zero; each part gets its own cents rounded down, and the
/// cents still missing go one by one to the parts with the largest remainders (Hamilton's method),
/// earlier parts first among equals.
enum Apportionment {
  /// The parts in minor units, adding up to `total`.
  static func split(_ parts: [Double], total: Money) -> [Money] {
    let currency = total.currency
    let scale = Double(Money(ExactDecimal(units: 1), currency: currency)?.minorUnits ?? 100)
    let scaled = parts.map { $0.isFinite ? $0 * scale : 0 }
    var units = scaled.map { Int64($0.rounded(.down)) }
    var missing = total.minorUnits - units.reduce(0, +)
    let order = scaled.indices.sorted { left, right in
      let (a, b) = (
        scaled[left] - scaled[left].rounded(.down), scaled[right] - scaled[right].rounded(.down)
      )
      return a != b ? a > b : left < right
    }
    for index in order where missing > 0 {
      units[index] += 1
      missing -= 1
    }
    // Only rounding of sums of many parts leaves anything here.
    if let largest = order.first { units[largest] += missing }
    return units.map { Money(minorUnits: $0, currency: currency) }
  }
}
