import Analysis
import Foundation
import Model
import TestSupport
import Testing

/// The simulated year: the fast computation against the plain one, and any number of threads.
struct SimulationTests {
  private let parameters = RiskParameters()

  private func portfolio(_ random: inout SplitMix64) -> Portfolio {
    let roles = (0..<(1 + random.below(5))).map {
      Portfolio.Role(
        id: "r\($0)",
        department: "d",
        weeksToFull: 8 + 17 * random.uniform(),
        collaboration: random.uniform(),
        documentation: Documentation(coverage: random.uniform(), ageMonths: 3)
      )
    }
    let people = (0..<(1 + random.below(14))).map { Portfolio.Person(id: "f\($0)") }
    var lines: [Portfolio.Line] = []
    for person in people.indices {
      let role = random.below(roles.count)
      for week in random.below(50)..<(60 + random.below(40)) where random.uniform() < 0.9 {
        let hours = 5 + 35 * random.uniform()
        lines.append(
          Portfolio.Line(
            person: person,
            role: random.uniform() < 0.8 ? role : random.below(roles.count),
            day: Day(number: 20_000 + 7 * week),
            hours: hours,
            cost: 30 * hours
          )
        )
      }
    }
    return Portfolio(
      roles: roles,
      people: people,
      lines: lines,
      postings: [],
      asOf: lines.map(\.day).max() ?? Day(number: 0)
    )
  }

  /// The specification's algorithm, word by word.
  private func plain(_ assessment: RiskAssessment, _ portfolio: Portfolio, draws: Int) -> [Double] {
    var random = SplitMix64(seed: YearSimulation.seed)
    let active = portfolio.people.indices.filter { assessment.people[$0].billing.isActive }
      .sorted {
        Array(portfolio.people[$0].id.utf8).lexicographicallyPrecedes(
          Array(portfolio.people[$1].id.utf8)
        )
      }
    return (0..<draws).map { _ in
      let (u1, u2) = (1 - random.uniform(), random.uniform())
      let z = (-2 * log(u1)).squareRoot() * cos(2 * .pi * u2)
      let hazard =
        assessment.hazard.perMonth * exp(z / assessment.hazard.information.squareRoot())
      var gone: Set<String> = []
      for person in active {
        let probability = DepartureProbability(
          hazard: hazard,
          history: assessment.people[person].history,
          pauses: assessment.pauses,
          parameters: parameters
        )
        if random.uniform() < probability.value { gone.insert(portfolio.people[person].id) }
      }
      return assessment.roles.map { role in
        role.curve.largestLossHours * role.multiplier * (1 - role.codifiedShare) * role.rate
          * RoleLoss.realised(
            role.holders.map {
              RoleLoss.Holder(
                id: portfolio.people[$0.person].id,
                knowledge: $0.knowledge,
                departureProbability: $0.departureProbability
              )
            },
            gone: gone,
            seats: role.seats,
            shared: parameters.sharedKnowledge
          )
      }.reduce(0, +)
    }.sorted()
  }

  @Test("the fast computation gives the years of the plain one")
  func fast() {
    var random = SplitMix64(seed: 41)
    for number in 0..<40 {
      let portfolio = portfolio(&random)
      let assessment = RiskAssessment(portfolio, parameters: parameters)
      let expected = plain(assessment, portfolio, draws: 400)
      let losses = YearSimulation(
        assessment,
        portfolio,
        parameters: parameters,
        draws: 400
      ).losses
      #expect(losses.count == expected.count)
      for (left, right) in zip(losses, expected) {
        #expect(abs(left - right) <= 1e-9 * max(1, right), "seed 41, case \(number)")
      }
    }
  }

  @Test("any number of threads gives the same years")
  func threads() {
    var random = SplitMix64(seed: 42)
    for _ in 0..<10 {
      let portfolio = portfolio(&random)
      let assessment = RiskAssessment(portfolio, parameters: parameters)
      func losses(_ threads: Int) -> [Double] {
        YearSimulation(
          assessment,
          portfolio,
          parameters: parameters,
          draws: 500,
          threads: threads
        ).losses
      }
      #expect(losses(1) == losses(2) && losses(1) == losses(7))
    }
  }

  @Test("a generator that skips values goes on where it would have been")
  func skipping() {
    var walked = SplitMix64(seed: 5)
    for count in 0..<1_000 {
      var jumped = SplitMix64(seed: 5, skipping: count)
      var here = walked
      #expect(jumped.next() == here.next())
      _ = walked.next()
    }
  }
}
