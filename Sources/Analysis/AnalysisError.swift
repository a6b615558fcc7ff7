public import Model

/// Why no audit could be made of a dataset.
public enum AnalysisError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No line of work has a day and an amount that can be converted.
  case noWork
  /// The data lie before the quarter begins or after the as-of day.
  case outsideData(wanted: String, data: ClosedRange<Day>)
  /// Nobody in the data has this identifier, alias or name.
  case unknownPerson(String, nearest: String?)

  /// The reason with what to do.
  public var description: String {
    switch self {
    case .noWork:
      "no line of work can be used: the inputs hold no billed work, or no exchange rate converts "
        + "it to the reporting currency"
    case .outsideData(let wanted, let data):
      "the work runs from \(data.lowerBound) to \(data.upperBound), not up to \(wanted): choose "
        + "another --quarter or --as-of"
    case .unknownPerson(let name, let nearest):
      "nobody in the data is called '\(name)' (--without)"
        + (nearest.map { ": did you mean '\($0)'?" } ?? "")
    }
  }
}
