internal import Model

/// T16: one payee gets most of the money of a department or the company.
struct SpendConcentrated: Check {
  let page = CheckPage(
    id: "spend-concentrated",
    group: .knowledge,
    holds: "no payee has most of the spend",
    fails: "one payee has most of the spend",
    criterion: "No payee has more than half of the spend of the company or of a department.",
    why: "A price and a deadline are hard to argue with when there is one seller.",
    measured:
      "Spend of the last 364 days by person, for the company and for departments with two "
      + "roles or more and three people or more: the largest share is above 50 %. The "
      + "Herfindahl index is quoted.",
    falsePositives: "A department of one project.",
    remedy: "Keep a second seller warm.",
    dispute: "roles → department; disputed → id with a reason",
    severity: "low: a fact to know, the expected loss is in the findings of the roles",
    source: "Test T16; Herfindahl–Hirschman index"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let departments = Dictionary(
      context.audit.roles.map { ($0.id, $0.department) },
      uniquingKeysWith: { first, _ in first }
    )
    var byRole = [[Int: Int64]](repeating: [:], count: context.workload.roles.count)
    for index in context.bills.indices where context.asOf - context.bills[index].day < 364 {
      let (role, person) = (context.bills[index].role, context.bills[index].person)
      byRole[role][person, default: 0] += context.bills[index].cost
    }
    var spend: [String: [Int: Int64]] = [:]
    for role in byRole.indices where !byRole[role].isEmpty {
      let department = departments[context.role(role)] ?? "Unassigned"
      for subject in ["company", "department:\(department)"] {
        spend[subject, default: [:]].merge(byRole[role], uniquingKeysWith: +)
      }
    }
    let large = context.audit.departments.filter { $0.roles.count >= 2 }.map {
      "department:\($0.id)"
    }
    let subjects = (["company"] + large).filter { (spend[$0]?.count ?? 0) >= 3 }
    guard !subjects.isEmpty else {
      return .notApplicable(needs: "three people who billed within a year")
    }
    return .ran(subjects: subjects, subjects.compactMap { finding($0, spend[$0] ?? [:], context) })
  }

  private func finding(
    _ subject: String,
    _ spend: [Int: Int64],
    _ context: CheckContext
  ) -> CheckFinding? {
    let total = spend.values.reduce(0) { $0 + max(0, $1) }
    guard total > 0, let top = spend.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
      return nil
    }
    let share = Double(top.value) / Double(total)
    guard share > 0.5 else { return nil }
    let index = spend.values.map { max(0, Double($0)) / Double(total) * 100 }
      .map { $0 * $0 }.sorted().compensatedSum()
    let person = context.workload.directory.people[top.key]
    let severity = Severity.low
    let name = subject == "company" ? "the company" : String(subject.dropFirst("department:".count))
    return finding(
      subject,
      severity,
      subject: subject,
      title: "\(name): \(page.fails)",
      amount: context.money(top.value),
      condition:
        "\(person.name) has \(Phrase.percent(share)) of \(context.money(total).grouped) of the last "
        + "364 days, by \(spend.count) people; Herfindahl index \(Int(index.rounded())) of 10,000.",
      cause: "One person was given one task after the other.",
      consequence: "\(context.money(top.value).grouped) a year hang on one seller.",
      action: "Give the next task to a second seller; owner: "
        + "\(subject == "company" ? "the COO" : name), \(context.due(severity)).",
      evidence: context.evidence(Array(context.byPerson[top.key].suffix(2)))
    )
  }
}
