internal import Model

/// One test of an audit; a file of its own, and one line in ``Checks/all``.
protocol Check: Sendable {
  /// What the check says about itself.
  var page: CheckPage { get }
  /// Looks at an audit; an error becomes a finding, and the report is written all the same.
  func run(_ context: CheckContext) throws -> CheckOutcome
}

/// What a check has to say.
enum CheckOutcome {
  /// The data lack something; says what it needs, never a pass.
  case notApplicable(needs: String)
  /// It looked at these subjects and found this.
  case ran(subjects: [String], [CheckFinding])
}

/// A finding with the bills it is about.
struct CheckFinding {
  /// The finding.
  var finding: Finding
  /// The indexes of the bills that need no second finding.
  var bills: [Int] = []
}

extension Check {
  /// A finding of this check.
  func finding(
    _ key: String,
    _ severity: Severity,
    subject: String,
    title: String,
    amount: Money?,
    condition: String,
    cause: String,
    consequence: String,
    action: String,
    evidence: [Finding.Evidence],
    bills: [Int] = []
  ) -> CheckFinding {
    CheckFinding(
      finding: Finding(
        id: key.isEmpty ? page.id : "\(page.id):\(key)",
        check: page.id,
        severity: severity,
        subject: subject,
        title: title,
        amount: amount,
        criterion: page.criterion,
        condition: condition,
        cause: cause,
        consequence: consequence,
        action: action,
        evidence: evidence
      ),
      bills: bills
    )
  }
}
