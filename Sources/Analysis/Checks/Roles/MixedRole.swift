internal import Model

/// Roles of which the evidence does not say whether they are a task or a seat.
struct MixedRole: Check {
  let page = CheckPage(
    id: "mixed-role",
    group: .roles,
    holds: "every role is clearly a task or a seat",
    fails: "the evidence does not say whether this is a task or a seat",
    criterion: "Somebody has decided whether a role is a task or a seat in a team.",
    why: "The advice is opposite for the two, so that a guess costs either way.",
    measured:
      "Roles with holders whose degree of collaboration is between 0.4 and 0.6 and which "
      + "audit.yml does not decide; roles whose posting and invoices disagree are that "
      + "check's.",
    falsePositives: "None: it is a question.",
    remedy: "Ask the department and set roles → collaboration.",
    dispute: "roles → collaboration",
    severity:
      "low: a question; moderate where the role's yearly spend is five times materiality or "
      + "more, because then the answer moves money",
    source: "The trained role model of this program"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let roles = context.audit.roles.filter { !$0.holders.isEmpty }
    guard !roles.isEmpty else { return .notApplicable(needs: "a role with a holder") }
    return .ran(
      subjects: roles.map { "role:\($0.id)" },
      roles.compactMap { finding($0, context) }
    )
  }

  private func finding(_ role: RoleAudit, _ context: CheckContext) -> CheckFinding? {
    let judged = role.collaboration
    guard judged.roleClass == .mixed, judged.source != .override else { return nil }
    if let posting = judged.degreeByPosting, let invoices = judged.degreeByInvoices,
      Collaboration.Class(degree: posting) != .mixed,
      Collaboration.Class(degree: invoices) != .mixed,
      Collaboration.Class(degree: posting) != Collaboration.Class(degree: invoices)
    {
      return nil
    }
    let severity: Severity =
      role.figures.annualSpend.minorUnits / 5 >= context.scale.material ? .moderate : .low
    let cues = judged.evidence.prefix(2).map(\.observation).joined(separator: "; ")
    return finding(
      role.id,
      severity,
      subject: "role:\(role.id)",
      title: "\(role.id): \(page.fails)",
      amount: role.figures.loss,
      condition: "A seat in a team with a probability of \(Phrase.percent(judged.degree))"
        + (cues.isEmpty ? "." : "; the strongest evidence: \(cues)."),
      cause: "The role is half of each, or its invoices and postings do not say enough.",
      consequence:
        "The expected loss of \(role.figures.loss.grouped) is more for a seat and less for a "
        + "task, of \(role.figures.annualSpend.grouped) a year.",
      action: "Ask the department \(role.department) and set roles → collaboration in audit.yml, "
        + "\(context.due(severity)).",
      evidence: role.examples
    )
  }
}
