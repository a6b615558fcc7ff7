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
  /// The gaps that did not end a spell, each divided by its own person's cadence.
  public let pauses: BillingPauses

  /// Reads the gaps of everybody; people without lines have no spells and are not active.
  public init(_ portfolio: Portfolio, parameters: RiskParameters) {
    let asOf = portfolio.asOf
    let dates = Self.billingDates(portfolio)
    let gaps = dates.map { days in zip(days, days.dropFirst()).map { Double($1 - $0) } }
    let pooled = gaps.flatMap { $0 }
    let base = pooled.isEmpty ? 7 : OrderStatistics.median(pooled)
    let cadences = gaps.map { $0.count >= 3 ? OrderStatistics.median($0) : base }
    let relative = zip(gaps, cadences).flatMap { gaps, cadence in gaps.map { $0 / cadence } }
    let factor = max(
      parameters.gapFactor,
      relative.isEmpty
        ? parameters.gapFactor
        : OrderStatistics.nearestRank(relative, 1 - parameters.gapType1Error)
    )
    let continuation = RoleContinuation(portfolio, parameters: parameters)
    var pauses: [Double] = []
    people = portfolio.people.indices.map { person in
      let limit = min(
        parameters.gapMaxDays,
        max(parameters.gapMinDays, cadences[person] * factor)
      )
      pauses += gaps[person].filter { $0 < limit }.map { $0 / cadences[person] }
      return Self.person(
        person,
        portfolio,
        dates: dates[person],
        cadence: cadences[person],
        limit: limit,
        asOf: asOf,
        continuation
      )
    }
    self.pauses = BillingPauses(pauses)
  }

  private static func person(
    _ person: Int,
    _ portfolio: Portfolio,
    dates: [Day],
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
    let status = portfolio.people[person]
    let isOnLeave = status.onLeaveUntil.map { asOf <= $0 } ?? false
    let hasLeft = status.leftOn.map { $0 <= asOf } ?? false
    let silence = asOf - last
    let isActive = !hasLeft && (Double(silence) < limit || isOnLeave)
    var runs: [[Day]] = [[]]
    for day in dates {
      if let previous = runs[runs.count - 1].last, Double(day - previous) >= limit {
        runs.append([])
      }
      runs[runs.count - 1].append(day)
    }
    let spells = runs.enumerated().map { index, run in
      let (first, end) = (run[0], run[run.count - 1])
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

  private static func billingDates(_ portfolio: Portfolio) -> [[Day]] {
    var days = [Set<Day>](repeating: [], count: portfolio.people.count)
    for line in portfolio.lines where line.countsAsPresence { days[line.person].insert(line.day) }
    return days.map { $0.sorted() }
  }
}

/// Whether a role went on after somebody's last day: the ending is then a departure, else the
/// work was done.
private struct RoleContinuation {
  private let work: [[(day: Day, person: Int)]]
  private let postings: [[Day]]
  private let rolesOf: [[(day: Day, role: Int)]]
  private let replacementDays: Int
  private let postingDays: Int

  init(_ portfolio: Portfolio, parameters: RiskParameters) {
    var work = [[(day: Day, person: Int)]](repeating: [], count: portfolio.roles.count)
    var rolesOf = [[(day: Day, role: Int)]](repeating: [], count: portfolio.people.count)
    for line in portfolio.lines where line.countsAsPresence {
      work[line.role].append((line.day, line.person))
      rolesOf[line.person].append((line.day, line.role))
    }
    var postings = [[Day]](repeating: [], count: portfolio.roles.count)
    for posting in portfolio.postings { postings[posting.role].append(posting.day) }
    self.work = work.map { $0.sorted { $0.day < $1.day } }
    self.rolesOf = rolesOf
    self.postings = postings
    replacementDays = Int(parameters.replacementAfterDays)
    postingDays = Int(parameters.postingBeforeDays)
  }

  func goesOn(after last: Day, person: Int, from first: Day) -> Bool {
    let roles = Set(rolesOf[person].filter { (first...last).contains($0.day) }.map(\.role))
    return roles.contains { role in
      isTakenOver(role, after: last, by: { $0 != person })
        || postings[role].contains { (-postingDays...replacementDays).contains($0 - last) }
    }
  }

  private func isTakenOver(_ role: Int, after last: Day, by isOther: (Int) -> Bool) -> Bool {
    let lines = work[role]
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].day <= last { low = middle + 1 } else { high = middle }
    }
    for line in lines[low...] {
      if line.day - last > replacementDays { return false }
      if isOther(line.person) { return true }
    }
    return false
  }
}
