/// The client's own rate of departures, with its uncertainty.
public struct HazardEstimate: Sendable, Hashable {
  /// The mean hazard a month.
  public let perMonth: Double
  /// The 5 % point of the hazard.
  public let low: Double
  /// The 95 % point of the hazard.
  public let high: Double
  /// The effective number of events; the standard deviation of the log hazard is its root's
  /// inverse.
  public let information: Double
  /// The departures observed.
  public let departures: Int
  /// The spells observed, ended or not.
  public let spells: Int
  /// The iterations until the estimate stood still.
  public let iterations: Int

  /// Creates an estimate.
  public init(
    perMonth: Double,
    low: Double,
    high: Double,
    information: Double,
    departures: Int,
    spells: Int,
    iterations: Int
  ) {
    self.perMonth = perMonth
    self.low = low
    self.high = high
    self.information = information
    self.departures = departures
    self.spells = spells
    self.iterations = iterations
  }
}
