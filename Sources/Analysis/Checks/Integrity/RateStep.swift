internal import Model

/// T7: the rate of an hour rises by a step within one contract, or single bills are above it.
struct RateStep: Check {
  let page = CheckPage(
    id: "rate-step",
    group: .integrity,
    holds: "the rate of each contract stays as agreed",
    fails: "the rate rose within one contract",
    criterion: "A rate rises with a new contract or a written agreement.",
    why: "A rise that nobody agreed to repeats itself with every bill.",
    measured:
      "Hourly bills of one person, contract and currency of at least half an hour, by day. With contracts → rate in audit.yml: "
      + "every bill more than 2 % above it. Without: a bill more than 15 % above the median of the up to eight "
      + "bills before it (at least three), three quarters of which are within 15 % of it. Later bills at the new level belong to the same finding.",
    falsePositives:
      "An agreed rise under the old contract; night or weekend rates; a rate for other work.",
    remedy: "Find the agreement, or claim back the difference.",
    dispute: "contracts → rate with the agreed rate, or disputed → id",
    severity:
      "by what was charged above the old rate (" + Materiality.rule
      + "), at least moderate from the trivial amount; at most high against an agreed "
      + "rate and moderate otherwise, because most rises are agreed",
    source: "Test T7 of internal auditors: step above 15 % without a new contract"
  )

  static let step = 1.15
  static let tolerance = 1.02

  func run(_ context: CheckContext) -> CheckOutcome {
    let contracts = ContractRates.all(context)
    guard !contracts.isEmpty else { return .notApplicable(needs: "hourly bills") }
    var found: [CheckFinding] = []
    var subjects: Set<String> = []
    for contract in contracts {
      subjects.insert("contract:\(contract.key(context))")
      if let agreed = contract.agreedRate(context) {
        let above = contract.bills.filter {
          (context.bills[$0].rate ?? 0) > agreed * Self.tolerance
        }
        if !above.isEmpty { found.append(finding(contract, above, agreed, true, context)) }
      } else if let (before, above) = steps(contract, context) {
        found.append(finding(contract, above, before, false, context))
      }
    }
    return .ran(subjects: Array(subjects), found)
  }

  /// The bills above the level before the first step, with that level.
  private func steps(_ contract: ContractRates, _ context: CheckContext) -> (Double, [Int])? {
    let rates = contract.bills.map { context.bills[$0].rate ?? 0 }
    guard rates.count >= 4, let low = rates.min(), let high = rates.max(), high > low * Self.step
    else { return nil }
    var above: [Int] = []
    var level: Double?
    for position in rates.indices.dropFirst(3) {
      let window = Array(rates[max(0, position - 8)..<position])
      let before = level ?? OrderStatistics.median(window)
      // A contract whose rates differ anyway has no rate that could rise.
      guard
        level != nil
          || window.count(where: { abs($0 - before) <= 0.15 * before }) * 4 >= window.count * 3
      else { continue }
      if rates[position] > before * Self.step {
        level = before
        above.append(contract.bills[position])
      }
    }
    return level.map { ($0, above) }
  }

  private func finding(
    _ contract: ContractRates,
    _ bills: [Int],
    _ rate: Double,
    _ isAgreed: Bool,
    _ context: CheckContext
  ) -> CheckFinding {
    let person = context.workload.directory.people[contract.person]
    let amount = ContractRates.excess(bills, over: rate, context)
    var severity = context.scale.severity(amount, limit: isAgreed ? .high : .moderate)
    if amount >= context.scale.trivial { severity = max(severity, .moderate) }
    let currency = context.bills[bills[0]].currency
    let highest = bills.compactMap { context.bills[$0].rate }.max() ?? rate
    let first = context.bills[bills[0]].day
    return finding(
      contract.key(context),
      severity,
      subject: "contract:\(contract.key(context))",
      title: "\(person.name): \(isAgreed ? "billed above the agreed rate" : page.fails)",
      amount: context.money(amount),
      condition: "\(contract.name(context)): \(isAgreed ? "agreed" : "before") \(currency) "
        + "\(Phrase.cents(rate)) an hour; from \(first) \(Phrase.count(bills.count, "bill", "bills")) at up "
        + "to \(currency) \(Phrase.cents(highest)), \(Phrase.percent(highest / rate - 1)) more.",
      cause:
        "Not visible in the data: a rise agreed outside the contract, other work, or an error.",
      consequence:
        "\(context.money(amount).grouped) above the old rate so far; each further hour adds "
        + "\(currency) \(Phrase.cents(highest - rate)).",
      action:
        "Ask the department \(context.person(bills[0]).name)'s rise was agreed with; without an "
        + "agreement claim back the difference; owner: accounts payable, \(context.due(severity)).",
      evidence: context.evidence(
        contract.bills.filter { context.bills[$0].day < first }.suffix(1) + bills
      ),
      bills: bills
    )
  }
}
