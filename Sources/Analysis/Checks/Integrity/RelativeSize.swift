internal import Model

/// T14: one line of a payee is far larger than all others.
struct RelativeSize: Check {
  let page = CheckPage(
    id: "relative-size",
    group: .integrity,
    holds: "no bill stands out of its payee's other bills",
    fails: "one bill is far larger than all others",
    criterion: "A bill is of the size that is usual for its payee, or somebody knows why not.",
    why:
      "A slipped decimal point, a wrong currency or a payment to the wrong payee shows as a size.",
    measured:
      "Payees with five charges or more in one currency: the largest is above 10 times the second largest, or at least 5 times the "
      + "second largest and 8 times the median. A month's bill among weekly ones is therefore not enough.",
    falsePositives: "A final milestone; a purchase passed on.",
    remedy: "Compare the bill with the order.",
    dispute: "disputed → id with a reason",
    severity: "by what it is above the second largest (" + Materiality.rule
      + "), at most moderate, because size is no error",
    source: "Relative size factor of forensic accountants (test T14)"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    var subjects: [String] = []
    var found: [CheckFinding] = []
    for (index, all) in context.byPerson.enumerated() {
      let charges = all.filter {
        context.bills[$0].isCharge && !context.isExplained[$0] && !context.isCleared[$0]
      }
      let person = context.workload.directory.people[index]
      var isSubject = false
      for group in byCurrency(charges, context) where group.count >= 5 {
        isSubject = true
        let sorted = group.map { (size: context.bills[$0].amount.doubleValue, bill: $0) }
          .sorted { ($1.size, $0.bill) < ($0.size, $1.bill) }
        let (largest, second) = (sorted[0].bill, sorted[1].bill)
        let (size, next) = (sorted[0].size, sorted[1].size)
        let median = sorted[sorted.count / 2].size
        guard next > 0, size > 10 * next || (size >= 5 * next && size >= 8 * median) else {
          continue
        }
        let amount = context.bills[largest].cost - context.bills[second].cost
        let severity = context.scale.severity(amount, limit: .moderate)
        found.append(
          finding(
            context.key(largest),
            severity,
            subject: "person:\(person.id)",
            title: "\(person.name): \(page.fails)",
            amount: context.money(amount),
            condition:
              "\(context.documentName(largest)) charges \(context.bills[largest].currency) "
              + "\(context.bills[largest].amount), \(Phrase.decimal(size / next)) times the second largest "
              + "of \(group.count) charges and \(Phrase.decimal(size / max(median, 0.01))) times their median.",
            cause:
              "Not visible in the data: a final milestone, a purchase passed on, or a slipped decimal point.",
            consequence:
              "\(context.money(amount).grouped) above the payee's second largest charge.",
            action:
              "Compare the bill with the order; owner: accounts payable, \(context.due(severity)).",
            evidence: context.evidence([largest, second]),
            bills: [largest]
          )
        )
      }
      if isSubject { subjects.append("person:\(person.id)") }
    }
    return subjects.isEmpty
      ? .notApplicable(needs: "a payee with five charges") : .ran(subjects: subjects, found)
  }

  /// The charges of each currency, in the order of the currencies.
  private func byCurrency(_ charges: [Int], _ context: CheckContext) -> [[Int]] {
    let currencies = Set(charges.map { context.bills[$0].currency })
    guard currencies.count > 1 else { return [charges] }
    return currencies.sorted().map { currency in
      charges.filter { context.bills[$0].currency == currency }
    }
  }
}
