public import Model

/// What an analysis is told besides the configuration.
public struct AnalysisOptions: Sendable {
  /// The quarter to report; `nil` takes the configuration's, else that of the as-of day.
  public var quarter: Quarter?
  /// The day up to which the data count as complete; `nil` takes the last day of work, at most the
  /// quarter's last day.
  public var asOf: Day?
  /// The program's version, for the report.
  public var toolVersion: String
  /// What posts cost: the benchmarks and the user's quotes; without any no team is compared.
  public var wages: [WageFigure]
  /// The people to do without, by identifier, alias or name.
  public var without: [String]
  /// The earlier audit to compare with.
  public var baseline: EarlierAudit?
  /// The number of threads, with which the audit is the same; `nil` for as many as there are
  /// processors.
  public var threads: Int?

  /// Creates options.
  public init(
    quarter: Quarter? = nil,
    asOf: Day? = nil,
    toolVersion: String,
    wages: [WageFigure] = [],
    without: [String] = [],
    baseline: EarlierAudit? = nil,
    threads: Int? = nil
  ) {
    self.quarter = quarter
    self.asOf = asOf
    self.toolVersion = toolVersion
    self.wages = wages
    self.without = without
    self.baseline = baseline
    self.threads = threads
  }
}
