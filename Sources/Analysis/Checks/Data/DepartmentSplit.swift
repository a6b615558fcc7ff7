internal import Model

/// Roles that are billed for more than one department, of which only one shows them.
struct DepartmentSplit: Check {
  let page = CheckPage(
    id: "department-split",
    group: .data,
    holds: "every role is billed for one department",
    fails: "billed for several departments, shown under one",
    criterion: "The figures of a department hold all the work that was billed for it.",
    why: "A role belongs to one department; what its lines name besides is missing there.",
    measured:
      "Lines of the last 364 days that name another department than the one that the role is shown "
      + "under, letters in capitals or not. A department of audit.yml is a decision and is left out.",
    falsePositives: "A department that was renamed during the year.",
    remedy: "Name the department in roles → department, or make two roles by their patterns.",
    dispute: "roles → department",
    severity: "low; moderate from materiality, because a department's figures lack so much",
    source: "Rule of this program: a role is in the department that most of its lines name"
  )

  /// The lines that are quoted.
  private static let shown = 4

  func run(_ context: CheckContext) -> CheckOutcome {
    let from = context.asOf - RiskAssessment.daysOfYear
    var byRole: [Int: [Int]] = [:]
    for (index, bill) in context.bills.enumerated() where bill.day > from {
      byRole[bill.role, default: []].append(index)
    }
    let subjects = context.audit.roles.filter { role in
      context.roleIndex[role.id].map {
        context.workload.roles[$0].configuration?.department == nil
      } ?? false
    }
    guard !subjects.isEmpty else {
      return .notApplicable(needs: "a role whose department audit.yml does not name")
    }
    return .ran(
      subjects: subjects.map { "role:\($0.id)" },
      subjects.compactMap { role in
        context.roleIndex[role.id].flatMap { finding(role, byRole[$0] ?? [], context) }
      }
    )
  }

  private func finding(
    _ role: RoleAudit,
    _ bills: [Int],
    _ context: CheckContext
  ) -> CheckFinding? {
    // Mostly one department follows itself, so that runs are counted rather than bills.
    var byName: [String: Int64] = [:]
    var run: (name: String, amount: Int64)?
    for bill in bills {
      guard let name = context.department(bill) else { continue }
      if run?.name == name {
        run?.amount += context.bills[bill].cost
      } else {
        if let run { byName[run.name, default: 0] += run.amount }
        run = (name, context.bills[bill].cost)
      }
    }
    if let run { byName[run.name, default: 0] += run.amount }
    let own = PersonDirectory.fold(role.department)
    var names: [String: String] = [:]
    var amounts: [String: Int64] = [:]
    for (name, amount) in byName.sorted(by: { $0.key < $1.key }) {
      let key = PersonDirectory.fold(name)
      names[key] = names[key] ?? name
      amounts[key, default: 0] += amount
    }
    guard amounts.keys.contains(where: { $0 != own }) else { return nil }
    let others = bills.lazy.filter { bill in
      context.department(bill).map { PersonDirectory.fold($0) != own } ?? false
    }.prefix(Self.shown)
    let elsewhere = amounts.filter { $0.key != own }.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }
    let amount = elsewhere.reduce(0) { $0 + $1.value }
    let severity: Severity = amount >= context.scale.material ? .moderate : .low
    let parts = elsewhere.map {
      "\(context.money($0.value).grouped) for \(names[$0.key] ?? $0.key)"
    }
    return finding(
      role.id,
      severity,
      subject: "role:\(role.id)",
      title: "\(role.id): \(page.fails)",
      amount: context.money(amount),
      condition:
        "In the last 364 days \(context.money(amounts[own] ?? 0).grouped) were billed for "
        + "\(role.department), and \(parts.joined(separator: ", ")).",
      cause: "The same role serves several departments, or two roles have one name.",
      consequence:
        "All of it is shown under \(role.department); \(elsewhere.map { names[$0.key] ?? $0.key }.joined(separator: ", ")) "
        + "\(elsewhere.count == 1 ? "lacks" : "lack") \(context.money(amount).grouped).",
      action:
        "Decide in audit.yml where the role belongs, or split it into two; owner: the departments, "
        + "\(context.due(severity)).",
      evidence: context.evidence(Array(others))
    )
  }
}
