internal import Model

/// The ways to lower the risk of one role: documents, a second person, both (model specification,
/// 2.8 and 3.1).
struct RiskReductions {
  private let role: RiskAssessment.RoleRisk
  private let assessment: RiskAssessment
  private let portfolio: Portfolio
  private let parameters: RiskParameters
  private let documents: AlternativeParameters

  /// The share of the hours that the second person takes over.
  private static let share = 1.0 / 3

  init(
    _ role: RiskAssessment.RoleRisk,
    _ assessment: RiskAssessment,
    _ portfolio: Portfolio,
    parameters: RiskParameters,
    documents: AlternativeParameters
  ) {
    self.role = role
    self.assessment = assessment
    self.portfolio = portfolio
    self.parameters = parameters
    self.documents = documents
  }

  /// The ways, cheapest first; empty when there is nothing to lose.
  var ways: [RiskReduction] {
    guard role.loss > 0 else { return [] }
    let documented = documentedShare
    let second = withSecondPerson
    let learning = second.learning * role.curve.largestLossHours * role.multiplier
    let writing = documents.effort * role.curve.largestLossHours * role.seats
    let written = writing * max(0, documents.target - role.documentationQuality)
    let upkeep = writing * documents.upkeepPerYear
    let here = 1 - role.codifiedShare
    return [
      reduction(.document, hours: written, upkeep: upkeep, role.fraction, 1 - documented),
      reduction(.secondPerson, hours: learning * here, upkeep: 0, second.fraction, here),
      reduction(
        .both,
        hours: written + learning * (1 - documented),
        upkeep: upkeep,
        second.fraction,
        1 - documented
      ),
    ].sorted { ($0.cost, $0.way.rawValue) < ($1.cost, $1.way.rawValue) }
  }

  private func reduction(
    _ way: RiskReduction.Way,
    hours: Double,
    upkeep: Double,
    _ fraction: Double,
    _ undocumented: Double
  ) -> RiskReduction {
    let unit = role.curve.largestLossHours * role.multiplier * role.rate
    let loss = unit * undocumented * fraction
    return RiskReduction(
      way: way,
      hours: hours,
      cost: hours * role.rate,
      upkeep: upkeep * role.rate,
      loss: loss,
      index: role.annualSpend > 0 ? 100 * loss / role.annualSpend : nil
    )
  }

  /// The share that fresh documents up to the target save.
  private var documentedShare: Double {
    Documentation.codifiable(
      collaboration: portfolio.roles[role.role].collaboration,
      parameters
    ) * max(role.documentationQuality, documents.target)
  }

  /// The loss as if somebody had done a third of the last year's hours beside the present holders,
  /// at today's rate of departures, and how much that person would have had to learn.
  private var withSecondPerson: (fraction: Double, learning: Double) {
    let asOf = portfolio.asOf
    let yearFrom = asOf - RiskAssessment.daysOfYear
    let recent = assessment.work.roles[role.role].recentHours
    var moved: [Int: Double] = [:]
    var taken = CompensatedSum()
    var firstDay = asOf
    for work in assessment.book.holdersOfRole[role.role] {
      let start = work.days.prefixCount { $0 <= yearFrom }
      let end = work.days.prefixCount { $0 <= asOf }
      let lines = (start..<max(start, end)).map { (day: work.days[$0], hours: work.hours[$0]) }
      if let first = lines.first { firstDay = min(firstDay, first.day) }
      let hours =
        Self.share * Experience.effectiveHours(lines, asOf: asOf, parameters: parameters)
      moved[work.person] = hours
      taken.add(hours)
    }
    var holders = role.holders.map { holder in
      let history = assessment.people[holder.person].history
      let roleHours = assessment.work.roles[role.role].worker(holder.person)?.recentHours ?? 0
      let change = attachment(assessment.people[holder.person].recentHours - Self.share * roleHours)
      let left = holder.effectiveHours - (moved[holder.person] ?? 0)
      return RoleLoss.Holder(
        id: portfolio.people[holder.person].id,
        knowledge: role.curve.stock(effectiveHours: max(0, left)),
        departureProbability: probability(
          DepartureProbability.History(
            months: history.months,
            departures: history.departures,
            attachment: change,
            silenceDays: history.silenceDays,
            relativeSilence: history.relativeSilence
          )
        )
      )
    }
    let knowledge = role.curve.stock(effectiveHours: taken.value)
    holders.append(
      RoleLoss.Holder(
        id: "\u{10FFFF}",
        knowledge: knowledge,
        departureProbability: probability(
          DepartureProbability.History(
            months: Double(asOf - firstDay) / Experience.daysPerMonth,
            departures: 0,
            attachment: attachment(Self.share * recent),
            silenceDays: 0,
            relativeSilence: 0
          )
        )
      )
    )
    let seats = max(1, min(Double(holders.count), recent / parameters.seatHoursPerRecent))
    let loss = RoleLoss(holders, seats: seats, shared: parameters.sharedKnowledge)
    return (loss.fraction, knowledge)
  }

  private func attachment(_ recentHours: Double) -> Double {
    min(1, recentHours / (parameters.recentDays / 7) / parameters.hoursPerWeekFull)
  }

  private func probability(_ history: DepartureProbability.History) -> Double {
    DepartureProbability(
      hazard: assessment.hazard.perMonth,
      history: history,
      pauses: assessment.pauses,
      parameters: parameters
    ).value
  }
}
