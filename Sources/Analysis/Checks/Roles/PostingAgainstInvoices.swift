internal import Model

/// Roles whose posting says one thing and whose invoices say the other.
struct PostingAgainstInvoices: Check {
  let page = CheckPage(
    id: "posting-against-invoices",
    group: .roles,
    holds: "postings and invoices agree about every role",
    fails: "the posting and the invoices disagree about the role",
    criterion: "A role is bought as what it is: a task by its brief, a seat in a team as a seat.",
    why: "Who is hired for a task and lives in a team is neither briefed nor kept like one.",
    measured:
      "The role model's judgement on the words of the posting and on the rhythm and memos "
      + "of the invoices fall into opposite classes (below 0.4, above 0.6), unless audit.yml "
      + "decides.",
    falsePositives: "A posting that was reused for other work; invoices without memos.",
    remedy: "Ask the department, set roles → collaboration, rewrite the posting.",
    dispute: "roles → collaboration",
    severity: "moderate: the money at stake is in the role's own figures",
    source: "The trained role model of this program"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let roles = context.audit.roles.filter {
      !$0.holders.isEmpty && $0.collaboration.degreeByPosting != nil
        && $0.collaboration.degreeByInvoices != nil
    }
    guard !roles.isEmpty else {
      return .notApplicable(needs: "a role with a posting and invoices")
    }
    return .ran(
      subjects: roles.map { "role:\($0.id)" },
      roles.compactMap { finding($0, context) }
    )
  }

  private func finding(_ role: RoleAudit, _ context: CheckContext) -> CheckFinding? {
    guard role.collaboration.source != .override,
      let posting = role.collaboration.degreeByPosting,
      let invoices = role.collaboration.degreeByInvoices
    else { return nil }
    let title: String
    let cause: String
    switch (Collaboration.Class(degree: posting), Collaboration.Class(degree: invoices)) {
    case (.specific, .collaborative):
      title = "posted as a task, lived as a team seat"
      cause = "The work grew beyond its brief, or the brief left out the people it needs."
    case (.collaborative, .specific):
      title = "posted as a team seat, lived as a task"
      cause = "The role is done alone or by routine, or its invoices do not say what is done."
    default: return nil
    }
    // The money of a role at high risk stands in that finding.
    let isHigh = (role.figures.band ?? .low) >= .high
    return finding(
      role.id,
      .moderate,
      subject: "role:\(role.id)",
      title: "\(role.id): \(title)",
      amount: isHigh ? nil : role.figures.loss,
      condition: "By the words of its posting a seat in a team with a probability of "
        + "\(Phrase.percent(posting)), by its invoices with \(Phrase.percent(invoices)); together "
        + "\(Phrase.percent(role.collaboration.degree)).",
      cause: cause,
      consequence: "What would be lost with the holder is \(role.figures.loss.grouped) by the "
        + "judgement on both; it is more for a seat and less for a task.",
      action: "Ask the department \(role.department) which of the two it is, set roles → "
        + "collaboration in audit.yml, and rewrite the posting before it is used again, "
        + "\(context.due(.moderate)).",
      evidence: role.postings.prefix(1).map {
        Finding.Evidence(location: $0, text: "the posting")
      } + role.examples
    )
  }
}
