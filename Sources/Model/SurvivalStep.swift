/// One step of the curve of tenures: the share of spells that outlast a number of months.
///
/// Source: E. L. Kaplan, P. Meier, JASA 53 (1958), 457–481.
public struct SurvivalStep: Sendable, Hashable {
  /// The tenure in months of 30.4375 days at which somebody left.
  public let months: Double
  /// The spells that lasted at least as long.
  public let atRisk: Int
  /// The departures at this tenure.
  public let departures: Int
  /// The estimated share that stays longer, 0 to 1.
  public let survival: Double
  /// Greenwood's standard error; `nil` where nobody is left.
  public let standardError: Double?
  /// The lower end of the 95 % log-log interval; `nil` where it does not exist.
  public let low: Double?
  /// The upper end of the 95 % log-log interval; `nil` where it does not exist.
  public let high: Double?

  /// Creates a step.
  public init(
    months: Double,
    atRisk: Int,
    departures: Int,
    survival: Double,
    standardError: Double?,
    low: Double?,
    high: Double?
  ) {
    self.months = months
    self.atRisk = atRisk
    self.departures = departures
    self.survival = survival
    self.standardError = standardError
    self.low = low
    self.high = high
  }
}
