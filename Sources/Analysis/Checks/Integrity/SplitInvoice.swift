internal import Model

/// T5: bills that together need an approval which none of them needs alone.
struct SplitInvoice: Check {
  let page = CheckPage(
    id: "split-invoice",
    group: .integrity,
    holds: "no purchase is split below the approval limit",
    fails: "bills within a week together pass the approval limit",
    criterion: "What needs an approval is put before the approver in one piece.",
    why: "A limit that can be passed in two steps is no limit.",
    measured:
      "Two documents or more of one payee within 7 days (0 to 6 days apart), each below the approval limit and together at or above it, each at least a tenth of it. "
      + "Hourly bills count only where they have the same contract and overlapping or equal periods, or neither names a period and both have one date, "
      + "because a week's hours are not split.",
    falsePositives:
      "Two milestones that became due together; purchases that have nothing to do with each other.",
    remedy: "Approve them together, once.",
    dispute: "approval_limit with the right amount, or disputed → id",
    severity:
      "moderate; high where it happens three times or more with one payee, because chance does not repeat itself; low where the "
      + "contracts differ",
    source: "Test T5 of internal auditors"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    guard
      let limit = context.configuration.approvalLimit.flatMap({
        Money($0, currency: context.currency)
      })?.minorUnits, limit > 0
    else { return .notApplicable(needs: "approval_limit in audit.yml") }
    var subjects: [String] = []
    var found: [CheckFinding] = []
    for documents in BilledDocument.all(context) where !documents.isEmpty {
      let person = context.workload.directory.people[documents[0].person]
      subjects.append("person:\(person.id)")
      let groups = groups(documents, limit, context)
      if !groups.isEmpty { found.append(finding(person, groups, limit, context)) }
    }
    return .ran(subjects: subjects, found)
  }

  /// Groups of documents within a week that together reach the limit, none twice.
  private func groups(
    _ documents: [BilledDocument],
    _ limit: Int64,
    _ context: CheckContext
  ) -> [[BilledDocument]] {
    let below = documents.filter { $0.cost < limit && $0.cost >= limit / 10 }
    var groups: [[BilledDocument]] = []
    var start = 0
    while start < below.count {
      var group = [below[start]]
      var next = start + 1
      var taken = start
      while next < below.count, below[next].date - below[start].date <= 6 {
        if group.allSatisfy({ belongs($0, below[next], context) }) {
          group.append(below[next])
          taken = next
        }
        next += 1
      }
      if group.count > 1, group.reduce(0, { $0 + $1.cost }) >= limit {
        groups.append(group)
        start = taken + 1
      } else {
        start += 1
      }
    }
    return groups
  }

  private func belongs(
    _ left: BilledDocument,
    _ right: BilledDocument,
    _ context: CheckContext
  ) -> Bool {
    guard left.isHourly || right.isHourly else { return true }
    let (a, b) = (context.bills[left.bills[0]], context.bills[right.bills[0]])
    guard left.isHourly, right.isHourly, a.contract == b.contract else { return false }
    if let start = a.start, let other = b.start {
      return start <= (b.end ?? other) && other <= (a.end ?? start)
    }
    return a.start == nil && b.start == nil && a.day == b.day
  }

  private func finding(
    _ person: PersonDirectory.Person,
    _ groups: [[BilledDocument]],
    _ limit: Int64,
    _ context: CheckContext
  ) -> CheckFinding {
    let isOneContract = groups.contains { group in
      Set(group.flatMap { $0.bills.map { context.bills[$0].contract } }).count == 1
    }
    let severity: Severity = groups.count >= 3 ? .high : isOneContract ? .moderate : .low
    let amount = groups.reduce(0) { $0 + $1.reduce(0) { $0 + $1.cost } }
    let first = groups[0]
    let names = first.map { context.documentName($0.bills[0]) }
    let sum = context.money(first.reduce(0) { $0 + $1.cost })
    return finding(
      person.id,
      severity,
      subject: "person:\(person.id)",
      title: "\(person.name): \(page.fails)",
      amount: context.money(amount),
      condition:
        "\(Phrase.count(groups.count, "time", "times")), first \(names.joined(separator: " and ")) "
        + "between \(first[0].date) and \(first[first.count - 1].date): \(sum.grouped) together, each below "
        + "\(context.money(limit).grouped).",
      cause: "Not visible in the data: work that became due together, or one purchase in parts.",
      consequence:
        "\(context.money(amount).grouped) passed without the approval that the sum needs.",
      action:
        "Have the sums approved after the fact, and order such work in one piece; owner: the approver, "
        + "\(context.due(severity)).",
      evidence: context.evidence(groups.flatMap { $0.map { $0.bills[0] } }, limit: 8),
      bills: []
    )
  }
}
