/// A straight scale from values to user units, with round numbers for its marks.
struct Scale {
  /// The values at both ends.
  let values: ClosedRange<Double>
  /// The places of both ends; may run backwards.
  let places: (Double, Double)

  /// The place of a value.
  func callAsFunction(_ value: Double) -> Double {
    let length = values.upperBound - values.lowerBound
    guard length > 0 else { return places.0 }
    return places.0 + (value - values.lowerBound) / length * (places.1 - places.0)
  }

  /// Round values within the ends, about as many as wanted.
  func marks(_ wanted: Int) -> [Double] {
    let step = Self.step(values.upperBound - values.lowerBound, wanted)
    guard step > 0 else { return [values.lowerBound] }
    let first = (values.lowerBound / step).rounded(.up)
    let last = (values.upperBound / step + 1e-9).rounded(.down)
    guard last >= first, last - first < 100 else { return [values.lowerBound] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// The smallest round end that is not below a value.
  static func roundEnd(_ value: Double, _ wanted: Int) -> Double {
    let step = step(value, wanted)
    return step > 0 ? (value / step).rounded(.up) * step : 1
  }

  /// A step of 1, 2, 2.5 or 5 times a power of ten.
  private static func step(_ length: Double, _ wanted: Int) -> Double {
    guard length > 0, length.isFinite, wanted > 0 else { return 0 }
    var power = 1.0
    let rough = length / Double(wanted)
    while power > rough { power /= 10 }
    while power * 10 <= rough { power *= 10 }
    return [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= rough } ?? 10 * power
  }
}
