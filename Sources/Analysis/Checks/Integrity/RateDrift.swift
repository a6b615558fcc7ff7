internal import Model

/// T7: the rate of a contract creeps up in small steps.
struct RateDrift: Check {
  let page = CheckPage(
    id: "rate-drift",
    group: .integrity,
    holds: "no rate creeps up",
    fails: "the rate creeps up in small steps",
    criterion: "A rate rises with a new contract or a written agreement.",
    why: "Steps too small to notice add up to a rise that nobody decided.",
    measured:
      "Contracts with eight hourly bills or more over 120 days or more: the Theil–Sen slope (the median of the slopes "
      + "between all pairs, of at most 120 bills spread evenly) is above zero and the median rate of the last quarter of the bills "
      + "of the last 365 days is more than 10 % above that of the first quarter. Steps above 15 % are the check rate-step.",
    falsePositives: "Agreed yearly rises.",
    remedy: "Find the agreements, or agree on a rate.",
    dispute: "contracts → rate with the agreed rate, or disputed → id",
    severity: "by what was charged above the first rate (" + Materiality.rule
      + "), at most moderate, because rises are often agreed",
    source: "Test T7 of internal auditors (more than 10 % in 12 months); Sen 1968"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let contracts = ContractRates.all(context).filter { contract in
      contract.bills.count >= 8
        && context.bills[contract.bills[contract.bills.count - 1]].day
          - context.bills[contract.bills[0]].day >= 120
    }
    guard !contracts.isEmpty else {
      return .notApplicable(needs: "contracts with eight hourly bills over 120 days")
    }
    return .ran(
      subjects: contracts.map { "contract:\($0.key(context))" },
      contracts.compactMap { drift($0, context) }
    )
  }

  private func drift(_ contract: ContractRates, _ context: CheckContext) -> CheckFinding? {
    guard contract.agreedRate(context) == nil else { return nil }
    let last = context.bills[contract.bills[contract.bills.count - 1]].day
    // The window of 365 days with the last bill, so that the rise is one of twelve months.
    let bills = contract.bills.filter { last - context.bills[$0].day <= 365 }
    let rates = bills.map { context.bills[$0].rate ?? 0 }
    guard bills.count >= 8, let low = rates.min(), let high = rates.max(), high > low * 1.1 else {
      return nil
    }
    let quarter = max(2, bills.count / 4)
    let before = OrderStatistics.median(Array(rates.prefix(quarter)))
    let after = OrderStatistics.median(Array(rates.suffix(quarter)))
    guard after > before * 1.1, slope(bills, context) > 0 else { return nil }
    let above = bills.filter { (context.bills[$0].rate ?? 0) > before * 1.02 }
    let amount = ContractRates.excess(above, over: before, context)
    let severity = context.scale.severity(amount, limit: .moderate)
    let person = context.workload.directory.people[contract.person]
    let currency = context.bills[bills[0]].currency
    return finding(
      contract.key(context),
      severity,
      subject: "contract:\(contract.key(context))",
      title: "\(person.name): \(page.fails)",
      amount: context.money(amount),
      condition: "\(contract.name(context)): from \(currency) \(Phrase.cents(before)) to "
        + "\(Phrase.cents(after)) an hour between \(context.bills[bills[0]].day) and \(last), "
        + "\(Phrase.percent(after / before - 1)), in steps of less than 15 %.",
      cause: "Not visible in the data: agreed rises, or none.",
      consequence: "\(context.money(amount).grouped) above the first rate in that time.",
      action: "Agree on a rate in writing, or claim back the difference; owner: the department, "
        + "\(context.due(severity)).",
      evidence: context.evidence([bills[0], bills[bills.count / 2], bills[bills.count - 1]]),
      bills: []
    )
  }

  private func slope(_ bills: [Int], _ context: CheckContext) -> Double {
    let stride = max(1, bills.count / 120)
    let points = bills.indices.filter { $0 % stride == 0 }.map {
      (Double(context.bills[bills[$0]].day.number), context.bills[bills[$0]].rate ?? 0)
    }
    var slopes: [Double] = []
    for later in points.indices {
      for earlier in points[..<later].indices where points[later].0 > points[earlier].0 {
        slopes.append(
          (points[later].1 - points[earlier].1) / (points[later].0 - points[earlier].0)
        )
      }
    }
    return slopes.isEmpty ? 0 : OrderStatistics.median(slopes)
  }
}
