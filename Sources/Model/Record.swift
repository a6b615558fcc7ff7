/// One normalised record of an input.
public enum Record: Sendable, Hashable {
  /// A line of an invoice, report or timesheet.
  case line(InvoiceLine)
  /// A job posting.
  case posting(Posting)

  /// Where the record starts.
  public var location: SourceLocation {
    switch self {
    case .line(let line): line.location
    case .posting(let posting): posting.location
    }
  }
}
