internal import Foundation
internal import Model

/// The sums over lines that the model needs on a day.
struct WorkBook: Sendable {
  /// The work of one role.
  struct Role: Sendable {
    /// Everybody who worked in the role with the experience left, in the order of the people.
    var experience: [(person: Int, effectiveHours: Double)] = []
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
    /// The hours of the recent days by person.
    var recentByPerson: [Int: Double] = [:]
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
    roles = index.linesOfRole.map { lines in
      var role = Role()
      let end = lines.prefixCount { $0.day <= asOf }
      guard end > 0 else { return role }
      role.firstDay = lines[0].day
      var hours = CompensatedSum()
      var cost = CompensatedSum()
      var feeBase = CompensatedSum()
      var recentTotal = CompensatedSum()
      var byPerson: [Int: CompensatedSum] = [:]
      for line in lines[lines.prefixCount { $0.day <= yearFrom }..<end] {
        hours.add(line.hours)
        cost.add(line.cost)
        feeBase.add(line.feeBase)
      }
      for line in lines[lines.prefixCount { $0.day <= recentFrom }..<end] {
        recentTotal.add(line.hours)
        byPerson[line.person, default: CompensatedSum()].add(line.hours)
        recent[line.person].add(line.hours)
      }
      role.yearHours = hours.value
      role.yearCost = cost.value
      role.yearFeeBase = feeBase.value
      role.recentHours = recentTotal.value
      role.recentByPerson = byPerson.mapValues(\.value)
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
      roles[role].experience = index.holdersOfRole[role].compactMap { work in
        let end = work.days.prefixCount { $0 <= asOf }
        guard end > 0 else { return nil }
        return (work.person, fading.effectiveHours(work, upTo: end, asOf: asOf))
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
