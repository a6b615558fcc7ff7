/// What the company's index would be at both ends of a parameter's plausible range.
public struct Sensitivity: Sendable, Hashable {
  /// The parameter's name in `audit.yml`, or that of an assumption.
  public let parameter: String
  /// The low end, in words with its unit.
  public let low: String
  /// The high end, in words with its unit.
  public let high: String
  /// The index at the low end; `nil` without spend.
  public let indexAtLow: Double?
  /// The index at the high end; `nil` without spend.
  public let indexAtHigh: Double?

  /// Creates a sensitivity.
  public init(
    parameter: String,
    low: String,
    high: String,
    indexAtLow: Double?,
    indexAtHigh: Double?
  ) {
    self.parameter = parameter
    self.low = low
    self.high = high
    self.indexAtLow = indexAtLow
    self.indexAtHigh = indexAtHigh
  }

  /// The distance between both ends, in points of the index.
  public var swing: Double { abs((indexAtHigh ?? 0) - (indexAtLow ?? 0)) }
}
