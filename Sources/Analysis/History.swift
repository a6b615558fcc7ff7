internal import Model

/// The quarters of the data: what was billed, the index that each quarter's end would have shown
/// with today's judgement of roles, and what moved it.
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
    var quarters = [Quarter(first)]
    while let last = quarters.last, last < quarter { quarters.append(last.next) }
    let trend = RiskTrend(
      quarters.map { min($0.lastDay, portfolio.asOf) },
      assessment,
      portfolio,
      parameters: parameters
    )
    var lines: [Quarter: [Workload.Line]] = [:]
    for line in workload.lines where line.day <= portfolio.asOf {
      lines[Quarter(line.day), default: []].append(line)
    }
    var departures: [Quarter: Int] = [:]
    for spell in assessment.people.flatMap(\.billing.spells) where spell.ending == .departure {
      departures[Quarter(spell.lastDay), default: 0] += 1
    }
    return zip(quarters, trend.points).map { quarter, point in
      let lines = lines[quarter] ?? []
      return QuarterSummary(
        quarter: quarter,
        spend: Spend.money(lines, currency: currency),
        hours: lines.map(\.hours).compensatedSum(),
        holders: Set(lines.filter { $0.hours > 0 }.map(\.person)).count,
        departures: departures[quarter] ?? 0,
        index: point.index,
        loss: point.index == nil ? nil : point.loss,
        change: point.change,
        lossChange: point.lossChange
      )
    }
  }
}

/// Exact sums of what lines cost.
enum Spend {
  /// The cost of lines without client fees, summed exactly and rounded once.
  static func money(_ lines: some Sequence<Workload.Line>, currency: Currency) -> Money {
    var total = ExactDecimal.zero
    for line in lines { total = total.adding(line.cost) ?? total }
    return Money(total, currency: currency) ?? Money(minorUnits: 0, currency: currency)
  }
}
