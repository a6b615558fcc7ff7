internal import Model

/// Roles whose expected loss is more than two weeks of their spend.
struct KnowledgeAtRisk: Check {
  let page = CheckPage(
    id: "knowledge-at-risk",
    group: .knowledge,
    holds: "no role would cost more than two weeks of its spend to learn again",
    fails: "a departure would cost more than two weeks of spend",
    criterion:
      "What a company expects to buy again because somebody leaves stays below two weeks of "
      + "a role's yearly spend.",
    why:
      "Knowledge that leaves with a person is paid for twice, and the second time nobody "
      + "planned for it.",
    measured:
      "The role's index, expected loss over yearly spend, is in the band high or critical "
      + "(docs and the report's method say how).",
    falsePositives: "Documents or a second person that the data do not show.",
    remedy: "The cheapest of documents, a second person or both that is enough, else a team.",
    dispute: "roles → doc_coverage, doc_age_months, collaboration",
    severity: "that of the role's band: high from two weeks of spend, critical from the next bound",
    source: "The knowledge-risk model of this program"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let roles = context.audit.roles.filter { $0.figures.band != nil && !$0.holders.isEmpty }
    guard !roles.isEmpty else { return .notApplicable(needs: "a role with spend and a holder") }
    return .ran(
      subjects: roles.map { "role:\($0.id)" },
      roles.compactMap { finding($0, context) }
    )
  }

  private func finding(_ role: RoleAudit, _ context: CheckContext) -> CheckFinding? {
    guard let band = role.figures.band, band >= .high, let index = role.figures.index,
      let low = role.figures.indexLow, let high = role.figures.indexHigh
    else { return nil }
    let names = role.holders.map { context.name(of: $0.id) }.joined(separator: ", ")
    let alone = role.holders.count == 1 ? " Nobody else holds the role." : ""
    let severity: Severity = band == .critical ? .critical : .high
    return finding(
      role.id,
      severity,
      subject: "role:\(role.id)",
      title: "\(role.id): \(page.fails)",
      amount: role.figures.loss,
      condition:
        "\(Phrase.count(role.holders.count, "holder", "holders")) (\(names)), bus factor \(role.busFactor), "
        + "\(Phrase.hours(role.figures.lossHours)) expected to be bought again; index "
        + "\(Phrase.decimal(index)) % of \(role.figures.annualSpend.grouped) a year"
        + (role.extrapolatedFrom(asOf: context.asOf).map { " (extrapolated from \($0) days)" } ?? "")
        + ".\(alone)",
      cause: "Knowledge of the role sits with its holders; "
        + "\(role.derivation.documentationSource).",
      consequence:
        "\(role.figures.loss.grouped) in the next \(context.horizon), 90 % interval of the index "
        + "\(Phrase.decimal(low)) to \(Phrase.decimal(high)) %.",
      action: context.action(role, severity),
      evidence: role.examples
    )
  }
}
