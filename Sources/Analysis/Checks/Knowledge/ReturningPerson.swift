internal import Model

/// People who left and came back.
struct ReturningPerson: Check {
  let page = CheckPage(
    id: "returning-person",
    group: .knowledge,
    holds: "nobody left and came back",
    fails: "somebody left and came back",
    criterion: "A pause of a holder is agreed, and what was forgotten is planned for.",
    why: "A long pause costs part of what was known, and it can happen again.",
    measured: "Active people with a departure of their own within the data and a return.",
    falsePositives: "Seasonal work.",
    remedy: "Ask whether it will happen again; record leaves.",
    dispute: "people → on_leave_until for pauses that are agreed",
    severity: "low: information; the model counts the forgetting",
    source: "Forgetting in the knowledge-risk model"
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
    guard person.departures > 0, person.spells.count > 1, let last = person.spells.last,
      let before = person.spells.dropLast().last
    else { return nil }
    return finding(
      person.id,
      .low,
      subject: "person:\(person.id)",
      title: "\(person.name): \(page.fails)",
      amount: nil,
      condition: "\(Phrase.count(person.departures, "pause", "pauses")) longer than "
        + "\(Phrase.decimal(person.gapDays)) days; the last from \(before.lastDay) to \(last.firstDay).",
      cause: "Not visible in invoices: another client, a season, a leave.",
      consequence:
        "Part of the knowledge was forgotten meanwhile; \(person.loss.grouped) of the expected "
        + "loss is theirs now.",
      action:
        "Ask whether it will happen again and record leaves in audit.yml; owner: the department, "
        + "\(context.due(.low)).",
      evidence: context.lastBills(of: person.id)
    )
  }
}
