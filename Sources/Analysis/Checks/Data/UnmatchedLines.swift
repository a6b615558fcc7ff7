internal import Model

/// Lines that no rule brought to a role.
struct UnmatchedLines: Check {
  let page = CheckPage(
    id: "unmatched-lines",
    group: .data,
    holds: "every line belongs to a role",
    fails: "lines belong to no known role",
    criterion: "Every line of work belongs to a role that somebody knows.",
    why: "Work without a role is not judged, and its knowledge is not counted where it belongs.",
    measured:
      "Lines for which pattern, role column, posting, contract, title and the person's "
      + "other work say nothing; by person.",
    falsePositives: "None.",
    remedy: "Add a pattern to roles → match.",
    dispute: "roles → match",
    severity: "low; moderate from materiality, because then a role's figures are wrong by so much",
    source: "Matching rules of this program"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let unmatched = context.audit.unmatched
    return .ran(
      subjects: ["lines"],
      unmatched.map { entry in
        let severity: Severity =
          entry.amount.minorUnits >= context.scale.material ? .moderate : .low
        return finding(
          entry.person,
          severity,
          subject: "person:\(entry.person)",
          title: "\(context.name(of: entry.person)): \(page.fails)",
          amount: entry.amount,
          condition:
            "\(Phrase.count(entry.lines, "line", "lines")) name nothing that leads to a role; they "
            + "stand as the role \(entry.role).",
          cause: "The export has no contract, title or description there.",
          consequence: "\(entry.amount.grouped) are judged as a role of their own.",
          action:
            "Add 'freelancer:\(context.name(of: entry.person))' to roles → match of the right role, "
            + "\(context.due(severity)).",
          evidence: context.lastBills(of: entry.person)
        )
      }
    )
  }
}
