/// What a check says about itself: its documentation, its titles and its rules in one place.
public struct CheckPage: Sendable, Hashable {
  /// What a check looks at.
  public enum Group: String, Sendable, Hashable, CaseIterable {
    /// Whether invoices are right.
    case integrity
    /// Whether roles are what their postings say.
    case roles
    /// Whether knowledge would be lost.
    case knowledge
    /// Whether somebody should look at rules of law.
    case compliance
    /// Whether the data carry the figures.
    case data
  }

  /// The identifier in kebab case, a noun for the failing state.
  public let id: String
  /// What it looks at.
  public let group: Group
  /// The title where it holds, lower case, without a full stop.
  public let holds: String
  /// The title where it does not hold, lower case, without a full stop.
  public let fails: String
  /// What should be, as a sentence.
  public let criterion: String
  /// Why it matters.
  public let why: String
  /// How it is measured, with every threshold.
  public let measured: String
  /// What looks like it and is right.
  public let falsePositives: String
  /// What to do about a finding.
  public let remedy: String
  /// How to say that a finding is wrong: the key of `audit.yml`.
  public let dispute: String
  /// How the severity is chosen, and why so.
  public let severity: String
  /// Where rule and thresholds come from.
  public let source: String

  /// Creates a page.
  public init(
    id: String,
    group: Group,
    holds: String,
    fails: String,
    criterion: String,
    why: String,
    measured: String,
    falsePositives: String,
    remedy: String,
    dispute: String,
    severity: String,
    source: String
  ) {
    self.id = id
    self.group = group
    self.holds = holds
    self.fails = fails
    self.criterion = criterion
    self.why = why
    self.measured = measured
    self.falsePositives = falsePositives
    self.remedy = remedy
    self.dispute = dispute
    self.severity = severity
    self.source = source
  }
}
