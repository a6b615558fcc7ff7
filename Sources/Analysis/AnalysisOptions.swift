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

  /// Creates options.
  public init(quarter: Quarter? = nil, asOf: Day? = nil, toolVersion: String) {
    self.quarter = quarter
    self.asOf = asOf
    self.toolVersion = toolVersion
  }
}
