internal import Model

/// Collaborative roles that one person holds alone, where ``KnowledgeAtRisk`` does not say more.
struct SoleHolder: Check {
  let page = CheckPage(
    id: "sole-holder",
    group: .knowledge,
    holds: "every seat in a team has a second holder or documents",
    fails: "one person alone holds a seat in a team",
    criterion:
      "Every role the company depends on has a second active holder or documents updated "
      + "within 12 months.",
    why: "One person's absence stops the work, one person's leaving ends it.",
    measured:
      "Collaborative roles with one active holder and documents worth less than half of "
      + "what is known, where the check knowledge-at-risk does not say more.",
    falsePositives: "A colleague inside the company who could take over.",
    remedy: "Have the work documented, or name a second person, whichever the report computes.",
    dispute: "roles → doc_coverage with doc_age_months, or collaboration",
    severity:
      "moderate: the expected loss is below two weeks of spend, else knowledge-at-risk "
      + "reports it as high",
    source: "Bus factor; five-C template of internal auditors"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let roles = context.audit.roles.filter {
      $0.collaboration.roleClass == .collaborative && !$0.holders.isEmpty
    }
    guard !roles.isEmpty else { return .notApplicable(needs: "a collaborative role with a holder") }
    return .ran(
      subjects: roles.map { "role:\($0.id)" },
      roles.compactMap { finding($0, context) }
    )
  }

  private func finding(_ role: RoleAudit, _ context: CheckContext) -> CheckFinding? {
    guard role.holders.count == 1, (role.figures.band ?? .low) < .high,
      let holder = role.holders.first, role.derivation.documentationQuality < 0.5,
      let person = context.auditedPeople[holder.id]
    else { return nil }
    return finding(
      role.id,
      .moderate,
      subject: "role:\(role.id)",
      title: "\(role.id): \(page.fails)",
      amount: role.figures.loss,
      condition: "One holder, \(person.name), since \(person.firstDay); "
        + "\(Phrase.hours(holder.hoursLastYear)) in the last 52 weeks; "
        + "\(role.derivation.documentationSource).",
      cause: "The role was filled person by person.",
      consequence:
        "A chance of \(Phrase.percent(holder.departureProbability)) that the holder is "
        + "gone within the horizon; the expectation is \(role.figures.loss.grouped).",
      action: context.action(role, .moderate),
      evidence: role.examples
    )
  }
}
