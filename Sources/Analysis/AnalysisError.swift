public import Model

/// Why no audit could be made of a dataset.
public enum AnalysisError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No line of work has a day and an amount that can be converted.
  case noWork
  /// The data end before the quarter begins.
  case quarterWithoutData(Quarter, last: Day)

  /// The reason with what to do.
  public var description: String {
    switch self {
    case .noWork:
      "no line of work can be used: the inputs hold no billed work, or no exchange rate converts "
        + "it to the reporting currency"
    case .quarterWithoutData(let quarter, let last):
      "the data end on \(last), before \(quarter) begins: choose another --quarter"
    }
  }
}
