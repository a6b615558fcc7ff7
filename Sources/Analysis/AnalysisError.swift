public import Model

/// Why no audit could be made of a dataset.
public enum AnalysisError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No line of work has a day and an amount that can be converted.
  case noWork
  /// The data lie before the quarter begins or after the as-of day.
  case outsideData(wanted: String, data: ClosedRange<Day>)
  /// The as-of day lies outside the quarter to report.
  case mixedPeriod(asOf: Day, quarter: Quarter)
  /// Nobody in the data has this identifier, alias or name.
  case unknownPerson(String, nearest: String?)

  /// Whether the command line is wrong rather than the data.
  public var isWrongUse: Bool {
    switch self {
    case .noWork, .outsideData: false
    case .mixedPeriod, .unknownPerson: true
    }
  }

  /// The code of the diagnostic.
  public var code: String {
    switch self {
    case .noWork, .outsideData: "no-audit"
    case .mixedPeriod: "mixed-period"
    case .unknownPerson: "unknown-person"
    }
  }

  /// The reason with what to do.
  public var description: String {
    switch self {
    case .noWork:
      "no line of work can be used: the inputs hold no billed work, or no exchange rate converts "
        + "it to the reporting currency"
    case .outsideData(let wanted, let data):
      "the work runs from \(data.lowerBound) to \(data.upperBound), not up to \(wanted): choose "
        + "another --quarter or --as-of"
    case .mixedPeriod(let asOf, let quarter):
      "--as-of \(asOf) lies outside --quarter \(quarter) (\(quarter.firstDay) to "
        + "\(quarter.lastDay)): give a day of the quarter, or one of the two"
    case .unknownPerson(let name, let nearest):
      "nobody in the data is called '\(name)' (--without)"
        + (nearest.map { ": did you mean '\($0)'?" } ?? "")
    }
  }
}
