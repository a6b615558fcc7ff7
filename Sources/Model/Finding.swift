/// Something to act on, in the five parts of an audit finding.
public struct Finding: Sendable, Hashable {
  /// A source line that shows the condition.
  public struct Evidence: Sendable, Hashable {
    /// Where it stands.
    public let location: SourceLocation
    /// What it says, shortened.
    public let text: String

    /// Creates evidence.
    public init(location: SourceLocation, text: String) {
      self.location = location
      self.text = text
    }
  }

  /// The status against the last audit.
  public enum Status: String, Sendable, Hashable {
    /// Not in the last audit, or there is none to compare with.
    case new
    /// As it was in the last audit.
    case known
    /// In the last audit with another severity or amount.
    case changed
    /// True and lived with, by `audit.yml`.
    case accepted
    /// Held to be wrong, by `audit.yml`.
    case disputed
    /// In the last audit and found no more.
    case fixed
    /// In the last audit, and its check could not run this time.
    case untested

    /// Whether somebody should act on it, and the gate counts it.
    public var isOpen: Bool {
      switch self {
      case .new, .known, .changed: true
      case .accepted, .disputed, .fixed, .untested: false
      }
    }
  }

  /// The identifier, stable from run to run: check and subject.
  public let id: String
  /// The identifier of the check that found it.
  public let check: String
  /// How serious it is.
  public let severity: Severity
  /// The status against the last audit and the decisions of `audit.yml`.
  public var status: Status
  /// What stands behind the status, for example the reason and the end of an acceptance, or what
  /// the finding was before; `nil` where there is nothing to say.
  public var note: String?
  /// What it is about, for example `role:support`.
  public let subject: String
  /// The title, lower case, without a full stop.
  public let title: String
  /// The money at stake; `nil` where none can be named.
  public let amount: Money?
  /// What should be.
  public let criterion: String
  /// What is, with counts, dates and amounts.
  public let condition: String
  /// Why it came about, as far as the data show it.
  public let cause: String
  /// What follows from it, with money and interval where there is some.
  public let consequence: String
  /// What to do, by whom and by when.
  public let action: String
  /// The lines that show it.
  public let evidence: [Evidence]

  /// Creates a finding.
  public init(
    id: String,
    check: String,
    severity: Severity,
    status: Status = .new,
    subject: String,
    title: String,
    amount: Money?,
    criterion: String,
    condition: String,
    cause: String,
    consequence: String,
    action: String,
    evidence: [Evidence]
  ) {
    self.id = id
    self.check = check
    self.severity = severity
    self.status = status
    note = nil
    self.subject = subject
    self.title = title
    self.amount = amount
    self.criterion = criterion
    self.condition = condition
    self.cause = cause
    self.consequence = consequence
    self.action = action
    self.evidence = evidence
  }
}
