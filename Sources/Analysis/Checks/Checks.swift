public import Model

/// The checks, in the order in which they run and are shown.
///
/// Among the checks of invoices the more specific come first: a bill that one of them explains is
/// left out by those after it, so that one thing is found once.
public enum Checks {
  /// Every check; a new one is one file and one line here.
  static let all: [any Check] = [
    ExactDuplicate(),
    NearDuplicate(),
    RepeatedNumber(),
    CrossPayee(),
    LineArithmetic(),
    TotalArithmetic(),
    BillingAfterEnd(),
    RateStep(),
    RateDrift(),
    ImplausibleHours(),
    RelativeSize(),
    SplitInvoice(),
    BelowLimit(),
    InvoiceNumbers(),
    MissingReference(),
    FeeMismatch(),
    RoundAmounts(),
    WeekendWork(),
    FirstDigits(),
    PostingWithoutSpend(),
    SpendWithoutPosting(),
    PostingAgainstInvoices(),
    MixedRole(),
    KnowledgeAtRisk(),
    SoleHolder(),
    UndocumentedRole(),
    MissingHandover(),
    SpendConcentrated(),
    OutsourcedDepartment(),
    SilentHolder(),
    ReturningPerson(),
    ClassificationSignals(),
    TaxForms(),
    UnreadRecords(),
    ImputedHours(),
    CurrencyGaps(),
    UnmatchedLines(),
    SamePerson(),
  ]

  /// What every check says about itself.
  public static var pages: [CheckPage] { all.map(\.page) }

  /// Runs the checks: their findings, the most severe first and then the most expensive, and what
  /// became of each.
  static func run(
    _ context: CheckContext,
    checks: [any Check] = all
  ) -> (findings: [Finding], results: [CheckResult]) {
    var findings: [Finding] = []
    var results: [CheckResult] = []
    var context = context
    for check in checks {
      if let reason = context.configuration.skippedChecks[check.page.id] {
        results.append(
          CheckResult(
            page: check.page,
            state: .notApplicable("left out by audit.yml: \(reason)"),
            subjectCount: 0,
            passed: []
          )
        )
        continue
      }
      do {
        switch try check.run(context) {
        case .notApplicable(let needs):
          results.append(
            CheckResult(
              page: check.page,
              state: .notApplicable("needs \(needs)"),
              subjectCount: 0,
              passed: []
            )
          )
        case .ran(let subjects, let found):
          let failing = Set(found.map(\.finding.subject))
          results.append(
            CheckResult(
              page: check.page,
              state: .ran,
              subjectCount: max(subjects.count, failing.count),
              passed: subjects.filter { !failing.contains($0) }.sorted { $0.precedesBytewise($1) }
            )
          )
          for item in found {
            findings.append(item.finding)
            context.explain(item.bills)
          }
        }
      } catch {
        findings.append(broken(check.page, error))
        results.append(
          CheckResult(page: check.page, state: .failed("\(error)"), subjectCount: 0, passed: [])
        )
      }
    }
    return (sorted(unique(findings)), results)
  }

  /// Open findings first, the most severe at the top, then the most expensive.
  static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.sorted { left, right in
      if left.status.isOpen != right.status.isOpen { return left.status.isOpen }
      if left.severity != right.severity { return left.severity > right.severity }
      let (a, b) = (left.amount?.minorUnits ?? 0, right.amount?.minorUnits ?? 0)
      return a == b ? left.id.precedesBytewise(right.id) : a > b
    }
  }

  /// Gives findings that came to the same identifier a number, in their order.
  private static func unique(_ findings: [Finding]) -> [Finding] {
    var seen: [String: Int] = [:]
    return findings.map { finding in
      let count = seen[finding.id, default: 0] + 1
      seen[finding.id] = count
      return count == 1 ? finding : finding.renamed("\(finding.id)~\(count)")
    }
  }

  private static func broken(_ page: CheckPage, _ error: any Error) -> Finding {
    Finding(
      id: "check-failed:\(page.id)",
      check: page.id,
      severity: .moderate,
      subject: "check:\(page.id)",
      title: "a check could not be finished: \(page.fails)",
      amount: nil,
      criterion: "Every check runs to its end or says what it needs.",
      condition: "The check '\(page.id)' broke off: \(error).",
      cause: "An error of the program, or figures beyond what it can count.",
      consequence: "Nothing is known about: \(page.fails).",
      action: "Report it to the maintainers with this text; all other findings hold.",
      evidence: []
    )
  }
}

extension Finding {
  /// The same finding under another identifier.
  func renamed(_ id: String) -> Finding {
    var renamed = Finding(
      id: id,
      check: check,
      severity: severity,
      status: status,
      subject: subject,
      title: title,
      amount: amount,
      criterion: criterion,
      condition: condition,
      cause: cause,
      consequence: consequence,
      action: action,
      evidence: evidence
    )
    renamed.note = note
    return renamed
  }
}
