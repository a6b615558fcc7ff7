public import Model

/// One test of an audit; a file of its own, and one line in ``Checks/all``.
public protocol Check: Sendable {
  /// The identifier in kebab case, a noun for the failing state.
  var id: String { get }
  /// The title when it does not hold, lower case, without a full stop.
  var title: String { get }
  /// What should be.
  var criterion: String { get }
  /// The findings, in any order.
  func findings(in audit: Audit) -> [Finding]
}

/// The checks, in the order in which they are shown.
public enum Checks {
  /// Every check; a new one is one file and one line here.
  public static let all: [any Check] = [
    KnowledgeAtRisk(),
    SoleHolder(),
    SilentHolder(),
    PostingAgainstInvoices(),
    UnreadRecords(),
  ]

  /// The findings of all checks, the most severe first, then the most expensive.
  public static func findings(in audit: Audit) -> [Finding] {
    all.flatMap { $0.findings(in: audit) }.sorted {
      ($1.severity, $1.amount?.minorUnits ?? 0, $0.id)
        < ($0.severity, $0.amount?.minorUnits ?? 0, $1.id)
    }
  }
}
