internal import Model

/// T6: bills crowd just below the approval limit.
struct BelowLimit: Check {
  let page = CheckPage(
    id: "below-limit",
    group: .integrity,
    holds: "bills do not crowd below the approval limit",
    fails: "bills crowd just below the approval limit",
    criterion: "The size of a bill follows from the work, not from the limit.",
    why: "A crowd just below a limit is what a limit that is worked around looks like.",
    measured:
      "Documents between 95 % and 100 % of the approval limit against those between 90 % and 95 %: one-sided binomial test with "
      + "p < 0.05, for the whole company with ten such documents or more, and for each payee with five or more of at least three "
      + "different amounts, p divided by the number of payees tested (Bonferroni).",
    falsePositives: "A fixed fee that happens to lie there, hence three different amounts.",
    remedy: "Look at the quoted bills with the approver.",
    dispute: "approval_limit with the right amount, or disputed → id",
    severity: "moderate with p < 0.01, low otherwise: a crowd proves nothing about one bill",
    source: "Test T6 of internal auditors"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    guard
      let limit = context.configuration.approvalLimit.flatMap({
        Money($0, currency: context.currency)
      })?.minorUnits, limit > 0
    else { return .notApplicable(needs: "approval_limit in audit.yml") }
    let near = BilledDocument.all(context).map { documents in
      documents.filter { $0.cost * 10 >= limit * 9 && $0.cost < limit }
    }
    let all = near.flatMap { $0 }
    guard !all.isEmpty else {
      return .notApplicable(needs: "documents between 90 % and 100 % of the approval limit")
    }
    let tested = near.filter { $0.count >= 5 && Set($0.map(\.cost)).count >= 3 }
    var found: [CheckFinding] = []
    for documents in tested {
      let p = probability(documents, limit)
      guard p * Double(tested.count) < 0.05 else { continue }
      let person = context.workload.directory.people[documents[0].person]
      found.append(
        finding(
          "person:\(person.id)",
          person.name,
          documents,
          p * Double(tested.count),
          limit,
          context
        )
      )
    }
    if found.isEmpty, all.count >= 10, Set(all.map(\.cost)).count >= 3 {
      let p = probability(all, limit)
      if p < 0.05 { found.append(finding("company", "the company", all, p, limit, context)) }
    }
    return .ran(
      subjects: ["company"]
        + tested.map { "person:\(context.workload.directory.people[$0[0].person].id)" },
      found
    )
  }

  private func isAbove(_ document: BilledDocument, _ limit: Int64) -> Bool {
    document.cost * 20 >= limit * 19
  }

  /// The chance of so many in the upper half, were both halves equally likely.
  private func probability(_ documents: [BilledDocument], _ limit: Int64) -> Double {
    let n = documents.count
    let above = documents.count { isAbove($0, limit) }
    var term = 1.0
    for _ in 0..<n { term /= 2 }
    var sum = 0.0
    for k in 0...n {
      if k >= above { sum += term }
      term *= Double(n - k) / Double(k + 1)
    }
    return sum
  }

  private func finding(
    _ subject: String,
    _ name: String,
    _ documents: [BilledDocument],
    _ p: Double,
    _ limit: Int64,
    _ context: CheckContext
  ) -> CheckFinding {
    let above = documents.filter { isAbove($0, limit) }.sorted {
      ($1.cost, $0.date) < ($0.cost, $1.date)
    }
    let amount = above.reduce(0) { $0 + $1.cost }
    let severity: Severity = p < 0.01 ? .moderate : .low
    return finding(
      subject,
      severity,
      subject: subject,
      title: "\(name): \(page.fails)",
      amount: context.money(amount),
      condition: "\(above.count) of \(documents.count) documents between 90 % and 100 % of "
        + "\(context.money(limit).grouped) lie in the upper half; chance gives that with p = "
        + "\(Phrase.small(p)).",
      cause:
        "Not visible in the data: fees that lie there by agreement, or bills cut to the limit.",
      consequence: "\(context.money(amount).grouped) passed without approval.",
      action: "Look at the quoted bills with the approver, \(context.due(severity)).",
      evidence: context.evidence(above.map { $0.bills[0] })
    )
  }
}
