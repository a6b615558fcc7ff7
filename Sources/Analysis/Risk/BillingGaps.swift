public import Model

/// Who is active and who left, read from the gaps between billing dates (model specification,
/// 2.5).
public struct BillingGaps: Sendable {
  /// One person's billing.
  public struct Person: Sendable {
    /// The median days between billings; the client's median with fewer than three gaps.
    public let cadenceDays: Double
    /// The silence in days that ends a spell.
    public let gapDays: Double
    /// The spells, oldest first.
    public let spells: [Spell]
    /// The days between the last billing and the as-of day.
    public let silenceDays: Int
    /// Whether the silence is shorter than the gap that ends a spell.
    public let isActive: Bool

    /// The sum of the exposures in months.
    public var months: Double { spells.map(\.months).reduce(0, +) }
    /// The number of departures.
    public var departures: Int { spells.count { $0.ending == .departure } }
  }

  /// The people, in the order of the portfolio.
  public let people: [Person]
  /// The days and gaps that the people's spells are cut from.
  let rhythm: BillingRhythm
  /// The gaps that did not end a spell, each divided by its own person's cadence.
  public let pauses: BillingPauses

  /// Reads the gaps of everybody; people without lines have no spells and are not active.
  public init(_ portfolio: Portfolio, parameters: RiskParameters) {
    let index = PortfolioIndex(portfolio)
    self.init(
      index,
      BillingRhythm(index, asOf: portfolio.asOf),
      people: portfolio.people,
      parameters: parameters
    )
  }

  init(
    _ index: PortfolioIndex,
    _ rhythm: BillingRhythm,
    people status: [Portfolio.Person],
    postingsUntil: Day? = nil,
    parameters: RiskParameters
  ) {
    let factor = max(
      parameters.gapFactor,
      rhythm.relative.nearestRank(1 - parameters.gapType1Error) ?? parameters.gapFactor
    )
    let continuation = RoleContinuation(
      index,
      asOf: rhythm.asOf,
      postingsUntil: postingsUntil,
      parameters: parameters
    )
    let limits = rhythm.cadences.map { cadence in
      min(parameters.gapMaxDays, max(parameters.gapMinDays, cadence * factor))
    }
    people = status.indices.map { person in
      Self.person(
        person,
        status[person],
        dates: rhythm.days[person],
        cadence: rhythm.cadences[person],
        limit: limits[person],
        asOf: rhythm.asOf,
        continuation
      )
    }
    self.rhythm = rhythm
    pauses = rhythm.pauses(below: limits)
  }

  /// What the estimate of the hazard sees.
  var observations: [Hazard.Observation] {
    people.flatMap(\.spells).map {
      Hazard.Observation(months: $0.months, isDeparture: $0.ending == .departure)
    }
  }

  /// The same gaps with every ended spell taken for a departure.
  var withEveryEndingADeparture: Self {
    Self(
      people: people.map { person in
        Person(
          cadenceDays: person.cadenceDays,
          gapDays: person.gapDays,
          spells: person.spells.map {
            Spell(
              firstDay: $0.firstDay,
              lastDay: $0.lastDay,
              months: $0.months,
              ending: $0.ending == .completion ? .departure : $0.ending
            )
          },
          silenceDays: person.silenceDays,
          isActive: person.isActive
        )
      },
      rhythm: rhythm,
      pauses: pauses
    )
  }

  private init(people: [Person], rhythm: BillingRhythm, pauses: BillingPauses) {
    self.people = people
    self.rhythm = rhythm
    self.pauses = pauses
  }

  private static func person(
    _ person: Int,
    _ status: Portfolio.Person,
    dates: ArraySlice<Day>,
    cadence: Double,
    limit: Double,
    asOf: Day,
    _ continuation: RoleContinuation
  ) -> Person {
    guard let last = dates.last else {
      return Person(
        cadenceDays: cadence,
        gapDays: limit,
        spells: [],
        silenceDays: 0,
        isActive: false
      )
    }
    let isOnLeave = status.onLeaveUntil.map { asOf <= $0 } ?? false
    let hasLeft = status.leftOn.map { $0 <= asOf } ?? false
    let silence = asOf - last
    let isActive = !hasLeft && (Double(silence) < limit || isOnLeave)
    var runs: [(first: Day, last: Day)] = []
    for day in dates {
      if let run = runs.last, Double(day - run.last) < limit {
        runs[runs.count - 1].last = day
      } else {
        runs.append((day, day))
      }
    }
    let spells = runs.enumerated().map { index, run in
      let (first, end) = run
      let hasEnded = index + 1 < runs.count || !isActive
      let ending: Spell.Ending =
        !hasEnded
        ? .ongoing
        : continuation.goesOn(after: end, person: person, from: first) ? .departure : .completion
      return Spell(
        firstDay: first,
        lastDay: end,
        months: (Double(end - first) + cadence) / Experience.daysPerMonth,
        ending: ending
      )
    }
    return Person(
      cadenceDays: cadence,
      gapDays: limit,
      spells: spells,
      silenceDays: silence,
      isActive: isActive
    )
  }
}

/// Whether a role went on after somebody's last day: the ending is then a departure, else the
/// work was done.
private struct RoleContinuation {
  private let index: PortfolioIndex
  private let asOf: Day
  private let postingsUntil: Day?
  private let replacementDays: Int
  private let postingDays: Int

  init(_ index: PortfolioIndex, asOf: Day, postingsUntil: Day?, parameters: RiskParameters) {
    self.index = index
    self.asOf = asOf
    self.postingsUntil = postingsUntil
    replacementDays = Int(parameters.replacementAfterDays)
    postingDays = Int(parameters.postingBeforeDays)
  }

  func goesOn(after last: Day, person: Int, from first: Day) -> Bool {
    let work = index.workOfPerson[person]
    let start = work.prefixCount { $0.day < first }
    let end = work.prefixCount { $0.day <= last }
    var seen: Set<Int> = []
    var before: Int?
    for presence in work[start..<end] where presence.role != before {
      before = presence.role
      if seen.insert(presence.role).inserted,
        isTakenOver(presence.role, after: last, from: person)
          || isAdvertised(presence.role, around: last)
      {
        return true
      }
    }
    return false
  }

  private func isTakenOver(_ role: Int, after last: Day, from person: Int) -> Bool {
    let work = index.workOfRole[role]
    for presence in work[work.prefixCount { $0.day <= last }...] {
      if presence.day > asOf || presence.day - last > replacementDays { return false }
      if presence.person != person { return true }
    }
    return false
  }

  private func isAdvertised(_ role: Int, around last: Day) -> Bool {
    index.postingsOfRole[role].contains { day in
      (-postingDays...replacementDays).contains(day - last)
        && postingsUntil.map { day <= $0 } ?? true
    }
  }
}
