/// One quarter of the history.
public struct QuarterSummary: Sendable, Hashable {
  /// The quarter.
  public let quarter: Quarter
  /// The cost of the work of this quarter, as billed, without client fees.
  public let spend: Money
  /// The hours of the quarter, imputed ones included.
  public let hours: Double
  /// The number of people who worked.
  public let holders: Int
  /// The number of spells that ended as departures.
  public let departures: Int
  /// The company's index at the quarter's end; `nil` without spend.
  public let index: Double?

  /// Creates a summary.
  public init(
    quarter: Quarter,
    spend: Money,
    hours: Double,
    holders: Int,
    departures: Int,
    index: Double?
  ) {
    self.quarter = quarter
    self.spend = spend
    self.hours = hours
    self.holders = holders
    self.departures = departures
    self.index = index
  }
}
