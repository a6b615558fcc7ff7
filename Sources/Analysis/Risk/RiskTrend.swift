internal import Model

/// The model at the end of each quarter, and what moved it from one to the next.
///
/// Five causes can be taken from either quarter's end: who holds the roles and how likely they are
/// to leave (people), what they know and how much is worked (hours), what an hour costs in its own
/// currency (rates), exchange rates (currency), and documents (documentation). Each cause counts
/// with its Shapley value, the average of its effect over all orders, so that they add up.
struct RiskTrend {
  /// The model on one day.
  struct Point {
    let loss: Double
    let index: Double?
    /// What moved the index since the point before.
    var change: QuarterSummary.Change?
    /// What moved the loss since the point before.
    var lossChange: QuarterSummary.Change?
  }

  /// The points, in the order of the days.
  let points: [Point]

  init(
    _ days: [Day],
    _ assessment: RiskAssessment,
    _ portfolio: Portfolio,
    parameters: RiskParameters
  ) {
    let states = Parallel.map(days.count) { index -> TrendState in
      let (then, past) =
        days[index] == portfolio.asOf
        ? (assessment, portfolio)
        : Self.standing(on: days[index], assessment.book, portfolio, parameters: parameters)
      return TrendState(then, past, parameters: parameters)
    }
    points = Parallel.map(days.count) { index in
      var point = Point(loss: states[index].loss, index: states[index].index)
      if index > 0, states[index - 1].hasSpend, states[index].hasSpend {
        let mixed = MixedStates(states[index - 1], states[index], parameters: parameters)
        point.change = mixed.change(.index)
        point.lossChange = mixed.change(.loss)
      }
      return point
    }
  }

  /// The model of an earlier day: nobody knew of later leaves, postings or documents.
  private static func standing(
    on day: Day,
    _ book: PortfolioIndex,
    _ portfolio: Portfolio,
    parameters: RiskParameters
  ) -> (RiskAssessment, Portfolio) {
    var past = portfolio.standing(on: day)
    past.people = past.people.map { $0.known(on: day) }
    for role in past.roles.indices {
      past.roles[role].documentation = past.roles[role].documentation.standing(
        on: day,
        knownOn: portfolio.asOf
      )
    }
    return (RiskAssessment(past, book, postingsUntil: day, parameters: parameters), past)
  }
}

/// One role on one day, cause by cause.
private struct TrendRole: Sendable {
  /// The active holders with their probability of leaving.
  var holders: [(person: Int, id: String, probability: Double)] = []
  /// What everybody who ever worked in the role knows, in the order of the people.
  var knowledge: [(person: Int, share: Double)] = []
  /// The recent hours in seats, not bounded by the number of holders.
  var seats = 0.0
  /// The hours of a year.
  var annualHours = 0.0
  /// The cost of an hour by the currency it was billed in; empty without work in the year.
  var rates: [Currency?: Double] = [:]
  /// The reporting currency for one unit of the billed one.
  var exchange: [Currency?: Double] = [:]
  /// The largest loss with collaboration, in hours.
  var largestLoss = 0.0
  /// The share that documents save.
  var codified = 0.0

  /// What a person knows; 0 for somebody who never worked in the role.
  func knowledge(of person: Int) -> Double {
    let position = knowledge.prefixCount { $0.person < person }
    return position < knowledge.count && knowledge[position].person == person
      ? knowledge[position].share : 0
  }
}

/// All roles on one day.
private struct TrendState: Sendable {
  let roles: [TrendRole]
  let loss: Double
  let index: Double?
  let hasSpend: Bool

  init(_ assessment: RiskAssessment, _ portfolio: Portfolio, parameters: RiskParameters) {
    let risks = Dictionary(
      assessment.roles.map { ($0.role, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    loss = assessment.loss
    index = assessment.index
    hasSpend = assessment.annualSpend > 0
    roles = portfolio.roles.indices.map { index in
      let role = portfolio.roles[index]
      let work = assessment.work.roles[index]
      let curve = LearningCurve(weeksToFull: role.weeksToFull, parameters: parameters)
      var state = TrendRole()
      state.largestLoss =
        curve.largestLossHours
        * Documentation.multiplier(collaboration: role.collaboration, parameters)
      state.knowledge = work.workers.map {
        ($0.person, curve.stock(effectiveHours: $0.effectiveHours))
      }
      state.seats = work.recentHours / parameters.seatHoursPerRecent
      guard let risk = risks[index] else {
        state.codified = role.documentation.resolved(curve: curve, seats: 1)
          .codifiedShare(collaboration: role.collaboration, parameters)
        return state
      }
      state.codified = risk.codifiedShare
      state.annualHours = risk.annualHours
      state.holders = risk.holders.map {
        ($0.person, portfolio.people[$0.person].id, $0.departureProbability)
      }
      let year = portfolio.asOf - RiskAssessment.daysOfYear
      let lines = assessment.book.linesOfRole[index]
      var billed: [Currency?: (own: CompensatedSum, reported: CompensatedSum)] = [:]
      let end = lines.prefixCount { $0.day <= portfolio.asOf }
      for line in lines[lines.prefixCount { $0.day <= year }..<end] {
        billed[line.billed, default: (CompensatedSum(), CompensatedSum())].own.add(line.billedCost)
        billed[line.billed]?.reported.add(line.cost)
      }
      for (currency, sums) in billed {
        state.rates[currency] = sums.own.value / work.yearHours
        state.exchange[currency] =
          sums.own.value != 0 ? sums.reported.value / sums.own.value : 1
      }
      return state
    }
  }
}

/// Two days of which every cause can be taken from either.
private struct MixedStates {
  struct Figures {
    var loss = CompensatedSum()
    var spend = CompensatedSum()
  }

  /// The figures by the set of causes that come from the later day, as bits.
  private let figures: [Figures]

  private static let causes = 5
  private enum Cause: Int {
    case people, hours, rates, currency, documentation
  }

  init(_ before: TrendState, _ after: TrendState, parameters: RiskParameters) {
    var figures = [Figures](repeating: Figures(), count: 1 << Self.causes)
    for (old, new) in zip(before.roles, after.roles) {
      Self.add(old, new, to: &figures, parameters)
    }
    self.figures = figures
  }

  private static func add(
    _ old: TrendRole,
    _ new: TrendRole,
    to figures: inout [Figures],
    _ parameters: RiskParameters
  ) {
    guard !old.rates.isEmpty || !new.rates.isEmpty else { return }
    func pick(_ set: Int, _ cause: Cause) -> TrendRole {
      set >> cause.rawValue & 1 == 1 ? new : old
    }
    // The share at stake depends on people and hours alone, the cost on rates and currency.
    let fractions = (0..<4).map { set in
      fraction(pick(set, .people), pick(set, .hours), parameters)
    }
    let costs = (0..<4).map { set in
      cost(
        pick(set << Cause.rates.rawValue, .rates),
        pick(set << Cause.rates.rawValue, .currency),
        old,
        new
      )
    }
    for set in figures.indices {
      let fraction = fractions[set & 3]
      let cost = costs[set >> Cause.rates.rawValue & 3]
      let documented = pick(set, .documentation)
      // Where credits exceed what was billed no cost of an hour can be derived, and no loss.
      figures[set].loss.add(
        documented.largestLoss * (1 - documented.codified) * fraction * max(0, cost)
      )
      figures[set].spend.add(pick(set, .hours).annualHours * cost)
    }
  }

  private static func fraction(
    _ people: TrendRole,
    _ hours: TrendRole,
    _ parameters: RiskParameters
  ) -> Double {
    let holders = people.holders.map { person, id, probability in
      RoleLoss.Holder(
        id: id,
        knowledge: hours.knowledge(of: person),
        departureProbability: probability
      )
    }
    let seats = max(1, min(Double(holders.count), hours.seats))
    return RoleLoss(holders, seats: seats, shared: parameters.sharedKnowledge).fraction
  }

  /// The cost of an hour; a role that had no work on one of the days takes the other day's.
  private static func cost(
    _ rates: TrendRole,
    _ exchange: TrendRole,
    _ old: TrendRole,
    _ new: TrendRole
  ) -> Double {
    let own = rates.rates.isEmpty ? (old.rates.isEmpty ? new.rates : old.rates) : rates.rates
    return own.sorted { ($0.key?.code ?? "") < ($1.key?.code ?? "") }.map { currency, rate in
      rate * (exchange.exchange[currency] ?? old.exchange[currency] ?? new.exchange[currency] ?? 1)
    }.compensatedSum()
  }

  private func value(_ set: Int, _ figure: TrendFigure) -> Double {
    let (loss, spend) = (figures[set].loss.value, figures[set].spend.value)
    switch figure {
    case .loss: return loss
    case .index: return spend > 0 ? 100 * loss / spend : 0
    }
  }

  /// The Shapley value of every cause.
  func change(_ figure: TrendFigure) -> QuarterSummary.Change {
    let values = figures.indices.map { value($0, figure) }
    // Weights |S|!(4 - |S|)!/5! of the sets without the cause.
    let weights = [24.0, 6, 4, 6, 24].map { $0 / 120 }
    func share(_ cause: Cause) -> Double {
      let bit = 1 << cause.rawValue
      return values.indices.filter { $0 & bit == 0 }.map { set in
        weights[set.nonzeroBitCount] * (values[set | bit] - values[set])
      }.compensatedSum()
    }
    return QuarterSummary.Change(
      people: share(.people),
      hours: share(.hours),
      rates: share(.rates),
      currency: share(.currency),
      documentation: share(.documentation)
    )
  }
}

/// What is decomposed.
enum TrendFigure {
  case loss, index
}
