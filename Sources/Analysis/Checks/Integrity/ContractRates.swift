internal import Model

/// The hourly rates of one contract over time.
struct ContractRates {
  /// The contract of ``Bill/contract``.
  let contract: Int
  /// The person.
  let person: Int
  /// The bills with a rate by day: hourly work of one currency and unit of an hour or more.
  let bills: [Int]

  /// The contracts in which somebody bills by the hour, with the bills no finding explains yet.
  static func all(_ context: CheckContext) -> [ContractRates] {
    var contracts: [ContractRates] = []
    let one = Money(ExactDecimal(units: 1), currency: context.currency)
    let unit = Double(one?.minorUnits ?? 100)
    for (person, bills) in context.byPerson.enumerated() {
      var order: [Key] = []
      var groups: [Key: [Int]] = [:]
      for bill in bills where !context.isExplained[bill] {
        let value = context.bills[bill]
        // Rates of a few minutes are mostly rounding,
        // and prices below one unit an hour are no pay.
        guard let rate = value.rate, rate > 0, value.hours >= 0.5, value.amount.units > 0,
          Double(value.cost) / value.hours >= unit
        else { continue }
        let key = Key(
          contract: value.contract,
          currency: value.currency,
          unit: value.unit,
          isDaily: value.isDaily && value.kind == .timesheet
        )
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(bill)
      }
      for key in order {
        contracts.append(
          ContractRates(contract: key.contract, person: person, bills: groups[key] ?? [])
        )
      }
    }
    return contracts
  }

  private struct Key: Hashable {
    let contract: Int
    let currency: Currency
    let unit: Int
    let isDaily: Bool
  }

  /// The name of the contract, its number first.
  func name(_ context: CheckContext) -> String {
    let line = context.invoice(bills[bills.count - 1])
    return line.contract ?? line.contractTitle ?? context.role(context.bills[bills[0]].role)
  }

  /// A stable key: person and contract.
  func key(_ context: CheckContext) -> String {
    "\(context.workload.directory.people[person].id)/\(name(context))"
  }

  /// The agreed rate by `audit.yml`.
  func agreedRate(_ context: CheckContext) -> Double? {
    let line = context.invoice(bills[bills.count - 1])
    let names = [line.contract, line.contractTitle].compactMap { $0 }.map {
      PersonDirectory.fold($0)
    }
    return context.configuration.contracts.first {
      names.contains(PersonDirectory.fold($0.id))
    }?.rate
  }

  /// What bills charge above a rate, in minor units of the reporting currency.
  static func excess(_ bills: [Int], over rate: Double, _ context: CheckContext) -> Int64 {
    bills.reduce(0) { sum, bill in
      let value = context.bills[bill]
      guard let own = value.rate, own > rate else { return sum }
      return sum + Int64((Double(value.cost) * (1 - rate / own)).rounded())
    }
  }
}
