internal import Model

/// Departments that are teams in all but name.
struct OutsourcedDepartment: Check {
  let page = CheckPage(
    id: "outsourced-department",
    group: .knowledge,
    holds: "no department is a team in all but name",
    fails: "a department is a team in all but name",
    criterion:
      "Work that three or more people do together as seats in a team is organised as a team.",
    why: "Freelancers do not train each other, and a team of them is bought again one by one.",
    measured:
      "Departments of which half of the hours or more are seats in a team that make three "
      + "full-time posts, in two roles or more (the report's rule for a dedicated team).",
    falsePositives: "A core team inside the company that the invoices do not show.",
    remedy: "Compare a dedicated team; the report computes what it costs.",
    dispute: "roles → collaboration or department",
    severity:
      "high where the department's expected loss is material, moderate otherwise: it is a "
      + "decision, not an error",
    source: "Department rule of the knowledge-risk model"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let held = Set(context.audit.roles.filter { !$0.holders.isEmpty }.map(\.department))
    let departments = context.audit.departments.filter { held.contains($0.id) }
    guard !departments.isEmpty else { return .notApplicable(needs: "a department with a holder") }
    return .ran(
      subjects: departments.map { "department:\($0.id)" },
      departments.compactMap { finding($0, context) }
    )
  }

  private func finding(_ department: DepartmentAudit, _ context: CheckContext) -> CheckFinding? {
    guard department.isTeamCandidate else { return nil }
    let loss = department.figures.loss
    let severity: Severity = loss.minorUnits >= context.scale.material ? .high : .moderate
    let roles = context.audit.roles.filter { department.roles.contains($0.id) }
    let comparison = context.audit.comparisons.first { $0.subject == "department:\(department.id)" }
    return finding(
      department.id,
      severity,
      subject: "department:\(department.id)",
      title: "\(department.id): \(page.fails)",
      amount: loss,
      condition: department.reason,
      cause: "The department was filled contract by contract.",
      consequence:
        "\(loss.grouped) of \(department.figures.annualSpend.grouped) a year are expected to be "
        + "bought again within \(context.horizon)"
        + (department.figures.indexLow.flatMap { low in
          department.figures.indexHigh.map { high in
            "; 90 % interval of the index \(Phrase.decimal(low)) to \(Phrase.decimal(high)) %"
          }
        } ?? "") + ".",
      action: (comparison.map { "Decide with the comparison: \($0.decision.reason)" }
        ?? "Compare a dedicated team.") + " Owner: COO, \(context.due(severity)).",
      evidence: roles.prefix(3).flatMap { $0.examples.suffix(1) }
    )
  }
}
