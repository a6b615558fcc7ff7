import Analysis
import Model
import TestSupport
import Testing

/// Properties P22 to P26 of the specification, on random companies.
struct PortfolioProperties {
  private static let cases = 1_000
  private static let seed: UInt64 = 20_260_630
  private let parameters = RiskParameters()

  private func forAll(_ body: (Portfolio, inout SplitMix64, Comment) -> Void) {
    var random = SplitMix64(seed: Self.seed)
    for number in 0..<Self.cases {
      let portfolio = Self.portfolio(&random)
      body(portfolio, &random, "seed \(Self.seed), case \(number)")
    }
  }

  /// One to six roles in one to three departments, one to twelve people with pauses and returns.
  private static func portfolio(_ random: inout SplitMix64) -> Portfolio {
    let roles = (0..<(1 + random.below(6))).map { index in
      Portfolio.Role(
        id: "r\(index)",
        department: "d\(random.below(3))",
        weeksToFull: 8 + random.uniform() * 17,
        collaboration: random.uniform(),
        documentation: Documentation(
          coverage: random.uniform(),
          ageMonths: random.uniform() * 24
        )
      )
    }
    let people = (0..<(1 + random.below(12))).map { Portfolio.Person(id: "f\($0)") }
    let start = Day(number: 19_700)
    var lines: [Portfolio.Line] = []
    for person in people.indices {
      var week = random.below(60)
      let end = week + 1 + random.below(80)
      let role = random.below(roles.count)
      let (hours, rate) = (1 + random.uniform() * 39, 5 + random.uniform() * 80)
      while week < min(end, 104) {
        lines.append(
          Portfolio.Line(
            person: person,
            role: random.uniform() < 0.9 ? role : random.below(roles.count),
            day: start + 7 * week,
            hours: hours,
            cost: hours * rate
          )
        )
        week += random.uniform() < 0.03 ? 5 + random.below(15) : 1
      }
    }
    let postings = (0..<random.below(6)).map { _ in
      Portfolio.Posting(role: random.below(roles.count), day: start + random.below(728))
    }
    return Portfolio(
      roles: roles,
      people: people,
      lines: lines,
      postings: postings,
      asOf: lines.map(\.day).max() ?? start
    )
  }

  private func agree(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-9 * max(1, abs(right))
  }

  @Test("P22: holders add up to roles, and the index is the spend-weighted mean of the roles'")
  func additivity() {
    forAll { portfolio, _, comment in
      let result = RiskAssessment(portfolio, parameters: parameters)
      let loss = result.roles.map(\.loss).reduce(0, +)
      let spend = result.roles.map(\.annualSpend).reduce(0, +)
      for role in result.roles {
        #expect(agree(role.holders.map(\.loss).reduce(0, +), role.loss), comment)
      }
      var people = [Double](repeating: 0, count: portfolio.people.count)
      for holder in result.roles.flatMap(\.holders) { people[holder.person] += holder.loss }
      #expect(agree(people.reduce(0, +), loss), comment)
      let weighted = result.roles.map { 100 * $0.loss / $0.annualSpend * $0.annualSpend }
        .reduce(0, +)
      #expect(agree(weighted / spend, 100 * loss / spend), comment)
    }
  }

  @Test("P23: the interval brackets the expectation")
  func interval() {
    forAll { portfolio, _, comment in
      let result = RiskAssessment(portfolio, parameters: parameters)
      func loss(_ hazard: Double) -> Double {
        result.under(hazard: hazard, portfolio, parameters: parameters).roles.map(\.loss)
          .reduce(0, +)
      }
      let middle = result.roles.map(\.loss).reduce(0, +)
      #expect(loss(result.hazard.low) <= middle && middle <= loss(result.hazard.high), comment)
    }
  }

  @Test("P24: three times the rates cost three times the money and leave the index")
  func scale() {
    forAll { portfolio, _, comment in
      var dear = portfolio
      for index in dear.lines.indices { dear.lines[index].cost *= 3 }
      let (base, scaled) = (
        RiskAssessment(portfolio, parameters: parameters),
        RiskAssessment(dear, parameters: parameters)
      )
      for (left, right) in zip(base.roles, scaled.roles) {
        #expect(agree(right.loss, 3 * left.loss), comment)
        #expect(agree(right.loss / right.annualSpend, left.loss / left.annualSpend), comment)
      }
    }
  }

  @Test("P25: the order of the lines does not matter")
  func order() {
    forAll { portfolio, random, comment in
      var shuffled = portfolio
      shuffled.lines.shuffle(using: &random)
      let (base, other) = (
        RiskAssessment(portfolio, parameters: parameters),
        RiskAssessment(shuffled, parameters: parameters)
      )
      #expect(base.roles.count == other.roles.count, comment)
      for (left, right) in zip(base.roles, other.roles) {
        #expect(agree(left.loss, right.loss), comment)
      }
    }
  }

  @Test("one more line of a role never changes the hours or spend of another department")
  func independence() {
    forAll { portfolio, random, comment in
      guard let last = portfolio.lines.last else { return }
      var more = portfolio
      var line = last
      line.day = portfolio.asOf
      line.hours = 1 + random.uniform() * 20
      line.cost = line.hours * 30
      more.lines.append(line)
      let department = portfolio.roles[line.role].department
      let (base, other) = (
        RiskAssessment(portfolio, parameters: parameters),
        RiskAssessment(more, parameters: parameters)
      )
      for role in base.roles where portfolio.roles[role.role].department != department {
        let same = other.roles.first { $0.role == role.role }
        #expect(same?.annualHours == role.annualHours, comment)
        #expect(same?.annualSpend == role.annualSpend, comment)
      }
    }
  }

  @Test("P26: the same seed gives the same simulation, another seed another one")
  func simulation() {
    var random = SplitMix64(seed: Self.seed)
    for _ in 0..<20 {
      let portfolio = Self.portfolio(&random)
      let result = RiskAssessment(portfolio, parameters: parameters)
      func losses(_ seed: UInt64) -> [Double] {
        YearSimulation(result, portfolio, parameters: parameters, seed: seed, draws: 500).losses
      }
      #expect(losses(1) == losses(1))
      let mean = losses(1).reduce(0, +) / 500
      #expect(mean == 0 || losses(1) != losses(2))
    }
  }
}
