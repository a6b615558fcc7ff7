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
    DepartmentSplit(),
    SamePerson(),
  ]

  /// What every check says about itself.
  public static var pages: [CheckPage] { all.map(\.page) }

  /// Runs the checks: their findings, the most severe first and then the most expensive, and what
  /// became of each.
  ///
  /// The checks of invoices run one after the other, because each leaves out what those before it
  /// explain; all others look at nothing that a check changes, and run beside them.
  static func run(
    _ context: CheckContext,
    checks: [any Check] = all
  ) -> (findings: [Finding], results: [CheckResult]) {
    let ordered = checks.indices.filter { checks[$0].page.group == .integrity }
    let others = checks.indices.filter { checks[$0].page.group != .integrity }
    let chains = [ordered] + others.map { [$0] }
    let done = Parallel.map(chains.count) { chain -> [CheckRun] in
      var context = context
      return chains[chain].map { run(checks[$0], &context) }
    }
    let runs = zip(chains.joined(), done.joined()).sorted { $0.0 < $1.0 }.map(\.1)
    return (sorted(unique(runs.flatMap(\.findings))), runs.map(\.result))
  }

  /// What one check came to.
  private struct CheckRun {
    var findings: [Finding] = []
    let result: CheckResult
  }

  /// Runs one check, and marks the bills that it explains.
  private static func run(_ check: any Check, _ context: inout CheckContext) -> CheckRun {
    func result(_ state: CheckResult.State) -> CheckResult {
      CheckResult(page: check.page, state: state, subjectCount: 0, passed: [])
    }
    if let reason = context.configuration.skippedChecks[check.page.id] {
      return CheckRun(result: result(.notApplicable("left out by audit.yml: \(reason)")))
    }
    do {
      switch try check.run(context) {
      case .notApplicable(let needs):
        return CheckRun(result: result(.notApplicable("needs \(needs)")))
      case .ran(let subjects, let found):
        for item in found { context.explain(item.bills) }
        let failing = Set(found.map(\.finding.subject))
        let passed = subjects.filter { !failing.contains($0) }
        return CheckRun(
          findings: found.map(\.finding),
          result: CheckResult(
            page: check.page,
            state: .ran,
            subjectCount: max(subjects.count, failing.count),
            passed: passed.count > CheckResult.longestSubjectList
              ? [] : passed.sorted { $0.precedesBytewise($1) }
          )
        )
      }
    } catch {
      return CheckRun(findings: [broken(check.page, error)], result: result(.failed("\(error)")))
    }
  }

  /// Open findings first, the most severe at the top, then the most expensive.
  static func sorted(_ findings: [Finding]) -> [Finding] {
    // Findings are long; what they are sorted by is short.
    let keys = findings.map {
      (
        isOpen: $0.status.isOpen, severity: $0.severity, cents: $0.amount?.minorUnits ?? 0,
        id: $0.id
      )
    }
    return keys.indices.sorted { left, right in
      let (a, b) = (keys[left], keys[right])
      if a.isOpen != b.isOpen { return a.isOpen }
      if a.severity != b.severity { return a.severity > b.severity }
      return a.cents == b.cents ? a.id.precedesBytewise(b.id) : a.cents > b.cents
    }.map { findings[$0] }
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
