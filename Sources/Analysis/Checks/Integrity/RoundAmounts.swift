internal import Model

/// T10: many round fixed prices and bonuses.
struct RoundAmounts: Check {
  let page = CheckPage(
    id: "round-amounts",
    group: .integrity,
    holds: "fixed prices are not unusually round",
    fails: "many fixed prices are round",
    criterion: "A price follows from the work.",
    why:
      "Estimates and inventions are round; so are most agreed prices, which is why this only asks.",
    measured:
      "Fixed prices and bonuses of a payee in the last 365 days, 20 or more: the share divisible by 100 is above 25 %, and so is the "
      + "share of different amounts, so that one agreed price is not counted many times.",
    falsePositives: "Milestones are round by nature.",
    remedy: "Ask for a calculation with the next offers.",
    dispute: "disputed → id with a reason",
    severity: "low: information only",
    source: "Test T10 of internal auditors"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    var subjects: [String] = []
    var found: [CheckFinding] = []
    for (index, all) in context.byPerson.enumerated() {
      let fixed = all.filter {
        let bill = context.bills[$0]
        return (bill.isFixed || bill.isExtra) && bill.isCharge && context.asOf - bill.day <= 365
      }
      guard fixed.count >= 20 else { continue }
      let person = context.workload.directory.people[index]
      subjects.append("person:\(person.id)")
      func isRound(_ amount: ExactDecimal) -> Bool {
        amount.rounded(scale: 2).map { $0.units % 10_000 == 0 && $0.scale == 2 }
          ?? false
      }
      let round = fixed.filter { isRound(context.bills[$0].amount) }
      let distinct = Set(fixed.map { context.bills[$0].amount })
      let share = Double(round.count) / Double(fixed.count)
      let roundDistinct = distinct.count(where: isRound)
      guard share > 0.25, Double(roundDistinct) > 0.25 * Double(distinct.count), roundDistinct >= 3
      else { continue }
      let amount = round.reduce(0) { $0 + context.bills[$1].cost }
      found.append(
        finding(
          person.id,
          .low,
          subject: "person:\(person.id)",
          title: "\(person.name): \(page.fails)",
          amount: context.money(amount),
          condition:
            "\(round.count) of \(fixed.count) fixed prices and bonuses (\(Phrase.percent(share))) are "
            + "divisible by 100.",
          cause: "Agreed prices are mostly round.",
          consequence: "\(context.money(amount).grouped) rest on agreed or estimated prices.",
          action:
            "Ask for a calculation with the next offers; owner: the department, \(context.due(.low)).",
          evidence: context.evidence(round, limit: 4)
        )
      )
    }
    return subjects.isEmpty
      ? .notApplicable(needs: "a payee with 20 fixed prices within a year")
      : .ran(subjects: subjects, found)
  }
}
