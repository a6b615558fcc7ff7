internal import Model

/// People with knowledge at stake who have been silent for unusually long.
struct SilentHolder: Check {
  let page = CheckPage(
    id: "silent-holder",
    group: .knowledge,
    holds: "nobody with knowledge at stake has gone quiet",
    fails: "a holder has gone quiet",
    criterion:
      "A holder's pause is known before it is longer than that person's usual gap between "
      + "billings.",
    why: "A departure that is noticed after a month costs a month more.",
    measured:
      "Active people who by their silence against their own rhythm are more likely gone "
      + "than not, and whose expected loss is not 0.",
    falsePositives: "Leave, another client, a late bill.",
    remedy: "Ask the person.",
    dispute: "people → on_leave_until or left_on",
    severity: "moderate: a question this week; the loss itself is in the role's finding",
    source: "Bayes' rule on the person's gaps (knowledge-risk model)"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let people = context.audit.people.filter(\.isActive)
    guard !people.isEmpty else { return .notApplicable(needs: "an active person") }
    return .ran(
      subjects: people.map { "person:\($0.id)" },
      people.compactMap { finding($0, context) }
    )
  }

  private func finding(_ person: PersonAudit, _ context: CheckContext) -> CheckFinding? {
    guard let gone = person.alreadyGone, gone >= 0.5, person.loss.doubleValue >= 0.5 else {
      return nil
    }
    return finding(
      person.id,
      .moderate,
      subject: "person:\(person.id)",
      title: "\(person.name): \(page.fails)",
      amount: person.loss,
      condition: "Last work on \(person.lastDay), \(person.silenceDays) days before the end of "
        + "the data; a billing was expected about every "
        + "\(Phrase.decimal(person.cadenceDays)) days.",
      cause: "Not visible in invoices: leave, another client or a quiet departure.",
      consequence: "A chance of \(Phrase.percent(gone)) that the person has gone already; "
        + "\(person.loss.grouped) of the expected loss is theirs.",
      action: "Ask the person this week; record a leave in audit.yml (people → on_leave_until).",
      evidence: context.lastBills(of: person.id)
    )
  }
}
