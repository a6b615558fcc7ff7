internal import Model

/// Direct invoices that name neither contract nor order nor project.
struct MissingReference: Check {
  let page = CheckPage(
    id: "missing-reference",
    group: .integrity,
    holds: "every direct invoice says what it was ordered under",
    fails: "invoices name no contract, order or project",
    criterion: "An invoice names the contract, the order or the project it belongs to.",
    why: "What nobody ordered cannot be told from what somebody did.",
    measured:
      "Invoices that sellers send themselves (e-invoices, bills of an accounting program, our own table) of the last 365 days, by payee: neither a "
      + "contract (BT-12) nor an order (BT-13) nor a project (BT-11) nor a posting. Marketplaces bill under a contract by nature.",
    falsePositives: "Standing agreements that never got a number.",
    remedy: "Give the work an order number and ask for it on the next invoice.",
    dispute: "disputed → id with a reason",
    severity: "low: it is a gap in the papers, not in the money",
    source: "EN 16931 BT-11, BT-12, BT-13; the buyer's three-way match"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    var subjects: [String] = []
    var found: [CheckFinding] = []
    for (index, all) in context.byPerson.enumerated() {
      let bills = all.filter {
        let bill = context.bills[$0]
        return bill.hasOwnNumber && bill.isCharge && context.asOf - bill.day <= 365
      }
      guard !bills.isEmpty else { continue }
      let person = context.workload.directory.people[index]
      subjects.append("person:\(person.id)")
      let without = bills.filter { !context.bills[$0].isReferenced }
      guard !without.isEmpty else { continue }
      let amount = without.reduce(0) { $0 + context.bills[$1].cost }
      let severity = Severity.low
      found.append(
        finding(
          person.id,
          severity,
          subject: "person:\(person.id)",
          title: "\(person.name): \(page.fails)",
          amount: context.money(amount),
          condition:
            "\(without.count) of \(Phrase.count(bills.count, "line", "lines")) of the last 365 days, "
            + "\(context.money(amount).grouped), name none of the three.",
          cause: "The work was agreed without an order, or the seller does not know its number.",
          consequence: "\(context.money(amount).grouped) cannot be matched with an order.",
          action:
            "Give the work an order number and ask for it on the next invoice; owner: the department, "
            + "\(context.due(severity)).",
          evidence: context.evidence(without, limit: 3)
        )
      )
    }
    return subjects.isEmpty
      ? .notApplicable(needs: "invoices that sellers send themselves")
      : .ran(subjects: subjects, found)
  }
}
