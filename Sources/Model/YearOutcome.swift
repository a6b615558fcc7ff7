/// What one year may really cost: the distribution of the actual loss, not its expectation.
public struct YearOutcome: Sendable, Hashable {
  /// The loss that is exceeded in every second simulated year.
  public let median: Money
  /// The loss that is exceeded in one simulated year out of twenty.
  public let exceededOnceInTwenty: Money
  /// The mean loss of that worst twentieth of the years (expected shortfall).
  public let worstTwentiethMean: Money
  /// The share of simulated years without any loss, 0 to 1.
  public let shareWithoutLoss: Double
  /// The number of simulated years.
  public let draws: Int
  /// The median before rounding, in major units.
  public let exactMedian: Double
  /// The loss exceeded once in twenty years before rounding.
  public let exactExceededOnceInTwenty: Double
  /// The mean of the worst twentieth before rounding.
  public let exactWorstTwentiethMean: Double
  /// The mean of all simulated years, in major units.
  public let exactMean: Double

  /// Creates an outcome.
  public init(
    median: Money,
    exceededOnceInTwenty: Money,
    worstTwentiethMean: Money,
    shareWithoutLoss: Double,
    draws: Int,
    exactMedian: Double,
    exactExceededOnceInTwenty: Double,
    exactWorstTwentiethMean: Double,
    exactMean: Double
  ) {
    self.median = median
    self.exceededOnceInTwenty = exceededOnceInTwenty
    self.worstTwentiethMean = worstTwentiethMean
    self.shareWithoutLoss = shareWithoutLoss
    self.draws = draws
    self.exactMedian = exactMedian
    self.exactExceededOnceInTwenty = exactExceededOnceInTwenty
    self.exactWorstTwentiethMean = exactWorstTwentiethMean
    self.exactMean = exactMean
  }
}
