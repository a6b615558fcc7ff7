internal import Model

/// T12: work dated after the contract or the person's time ended.
struct BillingAfterEnd: Check {
  let page = CheckPage(
    id: "billing-after-end",
    group: .integrity,
    holds: "nobody bills work after the end",
    fails: "work is billed after the end",
    criterion: "No work is dated more than 14 days after the contract ended or the person left.",
    why: "An account that still bills after the end is an open door.",
    measured:
      "The work period, not the date of the invoice, against people → left_on and contracts → ends of "
      + "audit.yml, with 14 days of grace. Where a line has no period its day of work is compared.",
    falsePositives: "Late bills for earlier work without a period; an end that was put off.",
    remedy: "Ask who ordered the work; end the contract on the platform.",
    dispute: "people → left_on or contracts → ends with the right day",
    severity:
      "high from the trivial amount, because nobody should be able to bill; moderate below it and where the line "
      + "names no period; critical never, because late billing is frequent",
    source: "Test T12 of internal auditors"
  )

  static let graceDays = 14

  func run(_ context: CheckContext) -> CheckOutcome {
    let ends = Dictionary(
      context.configuration.contracts.compactMap { contract in
        contract.ends.map { (PersonDirectory.fold(contract.id), $0) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    var subjects: [String] = []
    var found: [CheckFinding] = []
    for (index, bills) in context.byPerson.enumerated() where !bills.isEmpty {
      let person = context.workload.directory.people[index]
      let left = person.configuration?.leftOn
      guard left != nil || !ends.isEmpty else { continue }
      var late: [Int] = []
      var end = left
      for bill in bills
      where RepeatedBills.canRepeat(context.bills[bill]) || context.bills[bill].isDaily {
        let line = context.invoice(bill)
        let named = [line.contract, line.contractTitle].compactMap { $0 }
          .compactMap { ends[PersonDirectory.fold($0)] }.first
        guard let last = [left, named].compactMap({ $0 }).min() else { continue }
        let work = context.bills[bill].start ?? context.bills[bill].day
        if work - last > Self.graceDays, !context.isExplained[bill] {
          late.append(bill)
          end = end.map { min($0, last) } ?? last
        }
      }
      subjects.append("person:\(person.id)")
      if let end, !late.isEmpty { found.append(finding(person, end, late, context)) }
    }
    return subjects.isEmpty
      ? .notApplicable(needs: "people → left_on or contracts → ends in audit.yml")
      : .ran(subjects: subjects, found)
  }

  private func finding(
    _ person: PersonDirectory.Person,
    _ end: Day,
    _ bills: [Int],
    _ context: CheckContext
  ) -> CheckFinding {
    let amount = bills.reduce(0) { $0 + context.bills[$1].cost }
    let hasPeriod = bills.contains { context.bills[$0].start != nil || context.bills[$0].isDaily }
    let severity: Severity = hasPeriod && amount >= context.scale.trivial ? .high : .moderate
    return finding(
      person.id,
      severity,
      subject: "person:\(person.id)",
      title: "\(person.name): \(page.fails)",
      amount: context.money(amount),
      condition:
        "The end was on \(end); \(Phrase.count(bills.count, "line is", "lines are")) dated more than "
        + "\(Self.graceDays) days later, up to \(bills.map { context.bills[$0].day }.max() ?? end).",
      cause:
        "Not visible in the data: the end was put off, the work is older, or the account was left open.",
      consequence: "\(context.money(amount).grouped) billed after the end.",
      action:
        "Ask the department who ordered the work, and close the contract; owner: accounts payable, "
        + "\(context.due(severity)).",
      evidence: context.evidence(bills),
      bills: bills
    )
  }
}
