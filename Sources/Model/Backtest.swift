/// The model of twelve months ago, with the data of that day, against what happened since.
public struct Backtest: Sendable, Hashable {
  /// The day the prediction stands on.
  public let asOf: Day
  /// The people who were active then and whose outcome is known.
  public let people: Int
  /// The departures predicted: the sum of the probabilities.
  public let expected: Double
  /// The departures observed.
  public let observed: Int
  /// The people whose work was completed, which is no departure; left out of the comparison.
  public let completed: Int
  /// The mean squared difference between probability and outcome, 0 is perfect; `nil` with nobody.
  public let brier: Double?
  /// The same of a prediction that gives everybody the observed share; `nil` with nobody.
  public let brierOfBaseRate: Double?

  /// Creates a backtest.
  public init(
    asOf: Day,
    people: Int,
    expected: Double,
    observed: Int,
    completed: Int,
    brier: Double?,
    brierOfBaseRate: Double?
  ) {
    self.asOf = asOf
    self.people = people
    self.expected = expected
    self.observed = observed
    self.completed = completed
    self.brier = brier
    self.brierOfBaseRate = brierOfBaseRate
  }
}
