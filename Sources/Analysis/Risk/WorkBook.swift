internal import Foundation
internal import Model

/// The sums over lines that the model needs on a day.
struct WorkBook: Sendable {
  /// The work of one role.
  struct Role: Sendable {
    /// Everybody who worked in the role, in the order of the people.
    var workers: [Worker] = []
    /// The first day of any line; `nil` without lines.
    var firstDay: Day?
    /// The hours of the last 52 weeks.
    var yearHours = 0.0
    /// The cost of the last 52 weeks.
    var yearCost = 0.0
    /// The part of it, without the fee, on which the marketplace's fee is charged.
    var yearFeeBase = 0.0
    /// The hours of the recent days.
    var recentHours = 0.0

    /// The cost of an hour of the last 52 weeks; 0 where credits exceed what was billed, because no
    /// hour costs less than nothing, and without hours.
    var rate: Double { yearHours > 0 ? max(0, yearCost) / yearHours : 0 }
    /// Why no cost of an hour can be derived although there are hours; `nil` where it can.
    var rateGap: String? {
      guard yearHours > 0, yearCost <= 0 else { return nil }
      return yearCost < 0
        ? "credits exceed what was billed in the last 52 weeks"
        : "nothing was billed for the hours of the last 52 weeks"
    }

    /// Somebody who worked in the role; `nil` for anybody else.
    func worker(_ person: Int) -> Worker? {
      let position = workers.prefixCount { $0.person < person }
      return position < workers.count && workers[position].person == person
        ? workers[position] : nil
    }
  }

  /// The work of one person in one role.
  struct Worker: Sendable {
    /// The person.
    let person: Int
    /// The hours of the recent days.
    let recentHours: Double
    /// The hours of experience left.
    var effectiveHours = 0.0
  }

  /// The roles, in the order of the portfolio.
  private(set) var roles: [Role]
  /// The hours of the recent days, by person.
  let recentHours: [Double]
  private let asOf: Day

  init(_ index: PortfolioIndex, people: Int, asOf: Day, parameters: RiskParameters) {
    let recentFrom = asOf - Int(parameters.recentDays)
    let yearFrom = asOf - RiskAssessment.daysOfYear
    var recent = [CompensatedSum](repeating: CompensatedSum(), count: people)
    roles = zip(index.linesOfRole, index.holdersOfRole).map { lines, holders in
      var role = Role()
      let end = lines.prefixCount { $0.day <= asOf }
      guard end > 0 else { return role }
      role.firstDay = lines[0].day
      var hours = CompensatedSum()
      var cost = CompensatedSum()
      var feeBase = CompensatedSum()
      var recentTotal = CompensatedSum()
      var byHolder = [CompensatedSum](repeating: CompensatedSum(), count: holders.count)
      for line in lines[lines.prefixCount { $0.day <= yearFrom }..<end] {
        hours.add(line.hours)
        cost.add(line.cost)
        feeBase.add(line.feeBase)
      }
      for line in lines[lines.prefixCount { $0.day <= recentFrom }..<end] {
        recentTotal.add(line.hours)
        let holder = holders.prefixCount { $0.person < line.person }
        if holder < holders.count, holders[holder].person == line.person {
          byHolder[holder].add(line.hours)
        }
        recent[line.person].add(line.hours)
      }
      role.yearHours = hours.value
      role.yearCost = cost.value
      role.yearFeeBase = feeBase.value
      role.recentHours = recentTotal.value
      role.workers = zip(holders, byHolder).compactMap { work, recent in
        work.days[0] <= asOf ? Worker(person: work.person, recentHours: recent.value) : nil
      }
      return role
    }
    recentHours = recent.map(\.value)
    self.asOf = asOf
    remember(index, parameters: parameters)
  }

  /// The same sums with experience that fades by other parameters.
  func remembering(_ index: PortfolioIndex, parameters: RiskParameters) -> Self {
    var book = self
    book.remember(index, parameters: parameters)
    return book
  }

  /// The same sums with another client fee, by its change as a share of the cost.
  func changingFee(by change: Double) -> Self {
    guard change != 0 else { return self }
    var book = self
    for role in book.roles.indices {
      book.roles[role].yearCost += change * book.roles[role].yearFeeBase
    }
    return book
  }

  private mutating func remember(_ index: PortfolioIndex, parameters: RiskParameters) {
    let fading = Fading(parameters)
    for role in roles.indices {
      // Those whose work begins later are no workers yet; all others stand in the same order.
      var worker = 0
      for work in index.holdersOfRole[role] where work.days[0] <= asOf {
        let end = work.days.prefixCount { $0 <= asOf }
        roles[role].workers[worker].effectiveHours = fading.effectiveHours(
          work,
          upTo: end,
          asOf: asOf
        )
        worker += 1
      }
    }
  }
}

/// How much of an hour's experience is left after some days, looked up instead of computed.
private struct Fading {
  private let byDay: [Double]
  private let rate: Double

  init(_ parameters: RiskParameters) {
    let rate = -log(parameters.knowledgeRetentionPerMonth)
    self.rate = rate
    byDay = (0..<1_100).map { exp(-rate * Double($0) / Experience.daysPerMonth) }
  }

  func effectiveHours(_ work: PortfolioIndex.HolderWork, upTo end: Int, asOf: Day) -> Double {
    var sum = CompensatedSum()
    for index in 0..<end {
      let age = asOf - work.days[index]
      let left =
        age < byDay.count ? byDay[age] : exp(-rate * Double(age) / Experience.daysPerMonth)
      sum.add(work.hours[index] * left)
    }
    return sum.value
  }
}
