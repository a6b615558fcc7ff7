internal import Model

/// Roles with knowledge at stake and no documents, or old ones.
struct UndocumentedRole: Check {
  let page = CheckPage(
    id: "undocumented-role",
    group: .knowledge,
    holds: "what roles know is written down",
    fails: "what the role knows is not written down, or long ago",
    criterion: "What a role knows is written down and was looked at within 12 months.",
    why: "Documents are the cheapest way to keep what a person knows.",
    measured:
      "Roles with holders and an expected loss that is not trivial: no documents known, or "
      + "older than 12 months. Roles of the checks knowledge-at-risk, sole-holder, posting-against-invoices and mixed-role are left "
      + "out, which say it already.",
    falsePositives: "Documents that audit.yml does not know.",
    remedy: "Have the holder write down the work; record doc_coverage and doc_age_months.",
    dispute: "roles → doc_coverage and doc_age_months",
    severity:
      "by the expected loss: low below materiality, from there "
      + "moderate",
    source: "Knowledge-risk model, share that can be written down"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let roles = context.audit.roles.filter { !$0.holders.isEmpty }
    guard !roles.isEmpty else { return .notApplicable(needs: "a role with a holder") }
    let configured = Dictionary(
      context.configuration.roles.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return .ran(
      subjects: roles.map { "role:\($0.id)" },
      roles.compactMap { finding($0, configured[$0.id], context) }
    )
  }

  /// Whether another check asks first what the role is, so that its loss is quoted there.
  private func isAsked(_ role: RoleAudit) -> Bool {
    let judged = role.collaboration
    guard judged.source != .override else { return false }
    if judged.roleClass == .mixed { return true }
    guard let posting = judged.degreeByPosting, let invoices = judged.degreeByInvoices else {
      return false
    }
    let classes = (Collaboration.Class(degree: posting), Collaboration.Class(degree: invoices))
    return classes == (.specific, .collaborative) || classes == (.collaborative, .specific)
  }

  private func finding(
    _ role: RoleAudit,
    _ configured: Configuration.Role?,
    _ context: CheckContext
  ) -> CheckFinding? {
    let isSole =
      role.collaboration.roleClass == .collaborative && role.holders.count == 1
      && role.derivation.documentationQuality < 0.5
    guard (role.figures.band ?? .low) < .high, !isSole, !isAsked(role),
      role.figures.loss.minorUnits >= max(1, context.scale.trivial)
    else { return nil }
    let age = configured?.docAgeMonths ?? 0
    let hasDocuments =
      role.derivation.documentationQuality > 0 || (configured?.docCoverage ?? 0) > 0
    guard !hasDocuments || (configured?.docCoverage != nil && age > 12) else { return nil }
    let severity: Severity =
      role.figures.loss.minorUnits >= context.scale.material ? .moderate : .low
    return finding(
      role.id,
      severity,
      subject: "role:\(role.id)",
      title: "\(role.id): \(page.fails)",
      amount: role.figures.loss,
      condition: hasDocuments
        ? "The documents are \(Phrase.decimal(age)) months old; \(role.derivation.documentationSource)."
        : "\(Phrase.count(role.holders.count, "holder", "holders")); \(role.derivation.documentationSource).",
      cause: "Nobody is asked or paid to write it down, as far as the lines show.",
      consequence: "\(role.figures.loss.grouped) are expected to be bought again within "
        + "\(context.horizon).",
      action:
        "Have the holder write down the work and record doc_coverage in audit.yml; owner: the "
        + "department \(role.department), \(context.due(severity)).",
      evidence: role.examples
    )
  }
}
