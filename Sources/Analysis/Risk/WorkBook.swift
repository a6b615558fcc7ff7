internal import Model

/// The sums over lines that the model needs, taken in one pass.
struct WorkBook {
  /// The work of one role.
  struct Role {
    var linesByPerson: [Int: [(day: Day, hours: Double)]] = [:]
    var firstDay: Day?
    private var year = (hours: CompensatedSum(), cost: CompensatedSum())
    private var recent: [Int: CompensatedSum] = [:]
    private var recentTotal = CompensatedSum()

    /// The hours of the last 52 weeks.
    var yearHours: Double { year.hours.value }
    /// The cost of the last 52 weeks.
    var yearCost: Double { year.cost.value }
    /// The hours of the recent days.
    var recentHours: Double { recentTotal.value }
    /// The hours of the recent days by person.
    var recentByPerson: [Int: Double] { recent.mapValues(\.value) }

    mutating func add(_ line: Portfolio.Line, isRecent: Bool, isOfYear: Bool) {
      firstDay = min(firstDay ?? line.day, line.day)
      if line.countsAsPresence {
        linesByPerson[line.person, default: []].append((line.day, line.hours))
      }
      if isRecent {
        recent[line.person, default: CompensatedSum()].add(line.hours)
        recentTotal.add(line.hours)
      }
      if isOfYear {
        year.hours.add(line.hours)
        year.cost.add(line.cost)
      }
    }
  }

  /// The roles, in the order of the portfolio.
  let roles: [Role]
  /// The hours of the recent days, by person.
  let recentHours: [Double]

  init(_ portfolio: Portfolio, parameters: RiskParameters) {
    let recentFrom = portfolio.asOf - Int(parameters.recentDays)
    let yearFrom = portfolio.asOf - RiskAssessment.daysOfYear
    var roles = [Role](repeating: Role(), count: portfolio.roles.count)
    var recent = [CompensatedSum](repeating: CompensatedSum(), count: portfolio.people.count)
    for line in portfolio.lines {
      let isRecent = line.day > recentFrom
      roles[line.role].add(line, isRecent: isRecent, isOfYear: line.day > yearFrom)
      if isRecent { recent[line.person].add(line.hours) }
    }
    self.roles = roles
    recentHours = recent.map(\.value)
  }
}
