internal import Model

/// The quarters of the data: what was billed, and the index that each quarter's end would have
/// shown, with today's judgement of roles and documents.
enum History {
  static func quarters(
    _ workload: Workload,
    portfolio: Portfolio,
    assessment: RiskAssessment,
    through quarter: Quarter,
    parameters: RiskParameters,
    currency: Currency
  ) -> [QuarterSummary] {
    guard let first = workload.lines.map(\.day).min() else { return [] }
    var summaries: [QuarterSummary] = []
    var current = Quarter(first)
    while current <= quarter {
      let end = min(current.lastDay, portfolio.asOf)
      let days = current.firstDay...max(current.firstDay, end)
      let lines = workload.lines.filter { days.contains($0.day) && $0.day <= portfolio.asOf }
      let departures = assessment.people.flatMap(\.billing.spells).count {
        $0.ending == .departure && days.contains($0.lastDay)
      }
      summaries.append(
        QuarterSummary(
          quarter: current,
          spend: Spend.money(lines, currency: currency),
          hours: lines.map(\.hours).compensatedSum(),
          holders: Set(lines.filter { $0.hours > 0 }.map(\.person)).count,
          departures: departures,
          index: index(portfolio, asOf: end, parameters: parameters)
        )
      )
      current = current.next
    }
    return summaries
  }

  private static func index(
    _ portfolio: Portfolio,
    asOf: Day,
    parameters: RiskParameters
  ) -> Double? {
    var past = Portfolio(
      roles: portfolio.roles,
      people: portfolio.people,
      lines: portfolio.lines,
      postings: portfolio.postings.filter { $0.day <= asOf },
      asOf: asOf
    )
    past.people = past.people.map { Portfolio.Person(id: $0.id, leftOn: $0.leftOn) }
    let roles = RiskAssessment(past, parameters: parameters).roles
    let spend = roles.map(\.annualSpend).compensatedSum()
    return spend > 0 ? 100 * roles.map(\.loss).compensatedSum() / spend : nil
  }
}

/// Exact sums of what lines cost.
enum Spend {
  /// The cost of lines without client fees, summed exactly and rounded once.
  static func money(_ lines: some Sequence<Workload.Line>, currency: Currency) -> Money {
    var totals = CurrencyTotals()
    for line in lines { totals.add(line.cost, currency) }
    return totals.sums[currency].flatMap { Money($0, currency: currency) }
      ?? Money(minorUnits: 0, currency: currency)
  }
}
