public import Model

/// The risk model applied to a portfolio (model specification, 2.2 to 2.8).
public struct RiskAssessment: Sendable {
  /// What the model says about one person.
  public struct PersonRisk: Sendable {
    /// The billing.
    public let billing: BillingGaps.Person
    /// The hours of the recent days.
    public let recentHours: Double
    /// The weekly hours of the recent days over a full week, 0 to 1.
    public let attachment: Double
    /// What the billing says about leaving.
    public let history: DepartureProbability.History
    /// The probability of being gone.
    public let departure: DepartureProbability
  }

  /// What the model says about one holder of a role.
  public struct HolderRisk: Sendable {
    /// The index of the person.
    public let person: Int
    /// The hours of experience left after forgetting.
    public let effectiveHours: Double
    /// The share of the largest loss that the holder embodies.
    public let knowledge: Double
    /// The probability of being gone.
    public let departureProbability: Double
    /// The hours contributed to the role's loss.
    public let lossHours: Double
    /// The money contributed to the role's loss, in major units.
    public let loss: Double
  }

  /// What the model says about one role.
  public struct RoleRisk: Sendable {
    /// The index of the role.
    public let role: Int
    /// The learning curve.
    public let curve: LearningCurve
    /// The factor for collaboration.
    public let multiplier: Double
    /// The share of the loss that documents save.
    public let codifiedShare: Double
    /// The quality of the documents after ageing.
    public let documentationQuality: Double
    /// The full-time seats.
    public let seats: Double
    /// The loss as a share of the largest one.
    public let fraction: Double
    /// The expected loss in hours.
    public let lossHours: Double
    /// The cost of an hour; 0 where credits exceed what was billed.
    public let rate: Double
    /// The hours of a year.
    public let annualHours: Double
    /// The spend of a year.
    public let annualSpend: Double
    /// The expected loss in money.
    public let loss: Double
    /// The bus factor.
    public let busFactor: Int
    /// The Herfindahl-Hirschman index of the holders' recent hours.
    public let concentration: Double
    /// The active holders, by identifier.
    public let holders: [HolderRisk]
  }

  /// The portfolio's departures.
  public let hazard: HazardEstimate
  /// The people, in the order of the portfolio.
  public let people: [PersonRisk]
  /// The roles with work in the last 52 weeks, in the order of the portfolio.
  public let roles: [RoleRisk]
  /// The completed gaps that the pauses of everybody are judged by.
  public var pauses: BillingPauses { gaps.pauses }

  let book: PortfolioIndex
  let gaps: BillingGaps
  let work: WorkBook

  /// The days of a year of spend, 52 weeks.
  public static let daysOfYear = 364

  /// Applies the model with its estimated hazard.
  public init(_ portfolio: Portfolio, parameters: RiskParameters) {
    self.init(portfolio, PortfolioIndex(portfolio), parameters: parameters)
  }

  /// Applies the model on a day of an index; postings are known up to a day, or all of them.
  init(
    _ portfolio: Portfolio,
    _ index: PortfolioIndex,
    postingsUntil: Day? = nil,
    parameters: RiskParameters
  ) {
    self.init(
      portfolio,
      index,
      gaps: BillingGaps(
        index,
        BillingRhythm(index, asOf: portfolio.asOf),
        people: portfolio.people,
        postingsUntil: postingsUntil,
        parameters: parameters
      ),
      work: WorkBook(
        index,
        people: portfolio.people.count,
        asOf: portfolio.asOf,
        parameters: parameters
      ),
      parameters: parameters
    )
  }

  /// The same people and roles under another hazard, for the interval of the expectation: the
  /// loss rises with the hazard, so its 5 % and 95 % points give those of the loss.
  public func under(hazard: Double, _ portfolio: Portfolio, parameters: RiskParameters) -> Self {
    Self(portfolio, book, gaps: gaps, work: work, parameters: parameters, hazard: hazard)
  }

  /// The same gaps under other parameters, of which those of the gaps must be the same.
  ///
  /// Everybody's endings count as departures when `endingsAreDepartures` is set.
  func under(
    _ portfolio: Portfolio,
    parameters: RiskParameters,
    feeChange: Double = 0,
    isRemembered: Bool = true,
    endingsAreDepartures: Bool = false
  ) -> Self {
    Self(
      portfolio,
      book,
      gaps: endingsAreDepartures ? gaps.withEveryEndingADeparture : gaps,
      work: (isRemembered ? work : work.remembering(book, parameters: parameters))
        .changingFee(by: feeChange),
      parameters: parameters
    )
  }

  /// The same work with gaps that are judged by other parameters.
  func judgingGapsAnew(_ portfolio: Portfolio, parameters: RiskParameters) -> Self {
    Self(
      portfolio,
      book,
      gaps: BillingGaps(book, gaps.rhythm, people: portfolio.people, parameters: parameters),
      work: work,
      parameters: parameters
    )
  }

  private init(
    _ portfolio: Portfolio,
    _ index: PortfolioIndex,
    gaps: BillingGaps,
    work: WorkBook,
    parameters: RiskParameters,
    hazard override: Double? = nil
  ) {
    let estimate = Hazard.fit(gaps.observations, parameters: parameters)
    let hazardPerMonth = override ?? estimate.perMonth
    let people = portfolio.people.indices.map { person in
      Self.person(
        portfolio.people[person],
        gaps.people[person],
        recentHours: work.recentHours[person],
        hazard: hazardPerMonth,
        asOf: portfolio.asOf,
        pauses: gaps.pauses,
        parameters
      )
    }
    book = index
    self.gaps = gaps
    self.work = work
    hazard = estimate
    self.people = people
    roles = portfolio.roles.indices.compactMap { role in
      Self.role(role, portfolio, work.roles[role], people, parameters)
    }
  }

  private static func person(
    _ person: Portfolio.Person,
    _ billing: BillingGaps.Person,
    recentHours: Double,
    hazard: Double,
    asOf: Day,
    pauses: BillingPauses,
    _ parameters: RiskParameters
  ) -> PersonRisk {
    let attachment = min(
      1,
      recentHours / (parameters.recentDays / 7) / parameters.hoursPerWeekFull
    )
    let isOnLeave = person.onLeaveUntil.map { asOf <= $0 } ?? false
    let history = DepartureProbability.History(
      months: billing.months,
      departures: billing.departures,
      attachment: attachment,
      silenceDays: isOnLeave ? 0 : billing.silenceDays,
      relativeSilence: Double(billing.silenceDays) / billing.cadenceDays,
      leavesForCertain: person.knownDeparture(after: asOf, parameters) == .withinHorizon
    )
    return PersonRisk(
      billing: billing,
      recentHours: recentHours,
      attachment: attachment,
      history: history,
      departure: DepartureProbability(
        hazard: hazard,
        history: history,
        pauses: pauses,
        parameters: parameters
      )
    )
  }

  private static func role(
    _ index: Int,
    _ portfolio: Portfolio,
    _ work: WorkBook.Role,
    _ people: [PersonRisk],
    _ parameters: RiskParameters
  ) -> RoleRisk? {
    guard let firstDay = work.firstDay, work.yearHours > 0 else { return nil }
    let role = portfolio.roles[index]
    let curve = LearningCurve(weeksToFull: role.weeksToFull, parameters: parameters)
    let active = work.workers.filter { people[$0.person].billing.isActive }
    let holders = active.map { worker in
      RoleLoss.Holder(
        id: portfolio.people[worker.person].id,
        knowledge: curve.stock(effectiveHours: worker.effectiveHours),
        departureProbability: people[worker.person].departure.value
      )
    }
    let seats = max(
      1,
      min(Double(holders.count), work.recentHours / parameters.seatHoursPerRecent)
    )
    let loss = RoleLoss(holders, seats: seats, shared: parameters.sharedKnowledge)
    let days = Double(max(91, min(daysOfYear, portfolio.asOf - firstDay)))
    let scale = Double(daysOfYear) / days
    let rate = work.rate
    let documentation = role.documentation.resolved(curve: curve, seats: seats)
    let codified = documentation.codifiedShare(collaboration: role.collaboration, parameters)
    let multiplier = Documentation.multiplier(collaboration: role.collaboration, parameters)
    let unit = curve.largestLossHours * multiplier * (1 - codified)
    return RoleRisk(
      role: index,
      curve: curve,
      multiplier: multiplier,
      codifiedShare: codified,
      documentationQuality: documentation.quality(parameters),
      seats: seats,
      fraction: loss.fraction,
      lossHours: unit * loss.fraction,
      rate: rate,
      annualHours: work.yearHours * scale,
      annualSpend: work.yearCost * scale,
      loss: unit * loss.fraction * rate,
      busFactor: RoleLoss.busFactor(holders),
      concentration: RoleLoss.concentration(active.map(\.recentHours)),
      holders: active.indices.map { position in
        HolderRisk(
          person: active[position].person,
          effectiveHours: active[position].effectiveHours,
          knowledge: holders[position].knowledge,
          departureProbability: holders[position].departureProbability,
          lossHours: unit * loss.contributions[position],
          loss: unit * loss.contributions[position] * rate
        )
      }
    )
  }
}

extension RiskAssessment {
  /// The company's expected loss in major units.
  var loss: Double { roles.map(\.loss).compensatedSum() }
  /// The company's spend of a year.
  var annualSpend: Double { roles.map(\.annualSpend).compensatedSum() }
  /// The company's index; `nil` without spend.
  var index: Double? { annualSpend > 0 ? 100 * loss / annualSpend : nil }
}

extension RiskAssessment.RoleRisk {
  /// The hours of a loss of everything (Kmax·mu·(1 − kappa)).
  var unitHours: Double { curve.largestLossHours * multiplier * (1 - codifiedShare) }

  /// The holders as the rule of the loss sees them.
  func lossHolders(_ portfolio: Portfolio) -> [RoleLoss.Holder] {
    holders.map {
      RoleLoss.Holder(
        id: portfolio.people[$0.person].id,
        knowledge: $0.knowledge,
        departureProbability: $0.departureProbability
      )
    }
  }
}
