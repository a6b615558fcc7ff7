internal import Model

/// What the departures of the last 52 weeks cost already: the same value of a role's knowledge as
/// the expectation, times the share that went with the holders of that day.
struct PastLosses {
  /// One departure from one role.
  struct Entry {
    let person: Int
    let role: Int
    let day: Day
    let fraction: Double
    let hours: Double
    let loss: Double
  }

  /// The losses, newest first.
  let entries: [Entry]

  init(_ assessment: RiskAssessment, _ portfolio: Portfolio, parameters: RiskParameters) {
    let year = portfolio.asOf - RiskAssessment.daysOfYear
    var leavers: [Int: [Day: [Int]]] = [:]
    for person in portfolio.people.indices {
      for spell in assessment.people[person].billing.spells
      where spell.ending == .departure && spell.lastDay > year {
        let work = assessment.book.workOfPerson[person]
        let start = work.prefixCount { $0.day < spell.firstDay }
        let end = work.prefixCount { $0.day <= spell.lastDay }
        for role in Set(work[start..<end].map(\.role)) {
          leavers[role, default: [:]][spell.lastDay, default: []].append(person)
        }
      }
    }
    let risks = Dictionary(
      assessment.roles.map { ($0.role, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var entries: [Entry] = []
    for (role, days) in leavers {
      guard let risk = risks[role] else { continue }
      for (day, people) in days {
        entries += Self.losses(
          of: people,
          role: risk,
          on: day,
          assessment,
          portfolio,
          parameters
        )
      }
    }
    self.entries = entries.sorted {
      ($1.day, $0.person, $0.role) < ($0.day, $1.person, $1.role)
    }
  }

  private static func losses(
    of people: [Int],
    role: RiskAssessment.RoleRisk,
    on day: Day,
    _ assessment: RiskAssessment,
    _ portfolio: Portfolio,
    _ parameters: RiskParameters
  ) -> [Entry] {
    let then = RoleOnDay(role, on: day, assessment, portfolio, parameters)
    let gone = Set(people.map { portfolio.people[$0].id })
    let fraction = RoleLoss.realised(
      then.holders,
      gone: gone,
      seats: then.seats,
      shared: parameters.sharedKnowledge
    )
    let knowledge = people.map { then.knowledge[$0] ?? 0 }
    let sum = knowledge.compensatedSum()
    return zip(people, knowledge).map { person, knowledge in
      let share = sum > 0 ? fraction * knowledge / sum : 0
      return Entry(
        person: person,
        role: role.role,
        day: day,
        fraction: share,
        hours: share * role.unitHours,
        loss: share * role.unitHours * role.rate
      )
    }
  }
}

/// The holders of a role on an earlier day, with today's rate of departures.
private struct RoleOnDay {
  let holders: [RoleLoss.Holder]
  let knowledge: [Int: Double]
  let seats: Double

  init(
    _ role: RiskAssessment.RoleRisk,
    on day: Day,
    _ assessment: RiskAssessment,
    _ portfolio: Portfolio,
    _ parameters: RiskParameters
  ) {
    let recentFrom = day - Int(parameters.recentDays)
    var holders: [RoleLoss.Holder] = []
    var knowledge: [Int: Double] = [:]
    var recent = CompensatedSum()
    for work in assessment.book.holdersOfRole[role.role] {
      let billing = assessment.people[work.person].billing
      let end = work.days.prefixCount { $0 <= day }
      let start = work.days.prefixCount { $0 <= recentFrom }
      for index in start..<max(start, end) { recent.add(work.hours[index]) }
      guard end > 0,
        let spell = billing.spells.first(where: { $0.firstDay <= day && day <= $0.lastDay })
      else { continue }
      let lines = zip(work.days[..<end], work.hours[..<end]).map { (day: $0, hours: $1) }
      let experience = Experience.effectiveHours(lines, asOf: day, parameters: parameters)
      let stock = role.curve.stock(effectiveHours: experience)
      knowledge[work.person] = stock
      let earlier = billing.spells.filter { $0.lastDay < spell.firstDay }
      let months =
        earlier.map(\.months).reduce(0, +) + Double(day - spell.firstDay) / Experience.daysPerMonth
      let history = DepartureProbability.History(
        months: months,
        departures: earlier.count { $0.ending == .departure },
        attachment: Self.attachment(assessment.book, work.person, on: day, parameters),
        silenceDays: 0,
        relativeSilence: 0
      )
      holders.append(
        RoleLoss.Holder(
          id: portfolio.people[work.person].id,
          knowledge: stock,
          departureProbability: DepartureProbability(
            hazard: assessment.hazard.perMonth,
            history: history,
            pauses: assessment.pauses,
            parameters: parameters
          ).value
        )
      )
    }
    self.holders = holders
    self.knowledge = knowledge
    seats = max(1, min(Double(holders.count), recent.value / parameters.seatHoursPerRecent))
  }

  /// The weekly hours of the recent days before a day over a full week, in all roles.
  private static func attachment(
    _ book: PortfolioIndex,
    _ person: Int,
    on day: Day,
    _ parameters: RiskParameters
  ) -> Double {
    let from = day - Int(parameters.recentDays)
    var hours = CompensatedSum()
    let work = book.workOfPerson[person]
    let end = work.prefixCount { $0.day <= day }
    for presence in work[work.prefixCount { $0.day <= from }..<end] { hours.add(presence.hours) }
    return min(1, hours.value / (parameters.recentDays / 7) / parameters.hoursPerWeekFull)
  }
}
