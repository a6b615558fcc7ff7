import Analysis
import Model
import Testing

/// The specification's worked examples, to a relative 1e-9.
struct GoldenTests {
  private let parameters = RiskParameters()

  @Test(
    "every figure of an example agrees",
    arguments: ["example1_single_holder", "example2_three_holders", "example3_company"]
  )
  func example(name: String) throws {
    let example = try GoldenFile().example(name)
    let result = RiskAssessment(example.portfolio, parameters: parameters)
    #expect(example.portfolio.asOf.description == example.expected["as_of"] as? String)
    #expect(agree(result.hazard.perMonth, example.expected["h"]))
    #expect(agree(result.hazard.information, example.expected["A"]))
    #expect(result.pauses.count == example.expected["gap_count"] as? Int)
    expectPeople(result, example)
    expectSpells(result, example)
    expectRoles(result, example)
    let company = example.expected["company"] as? [String: Any] ?? [:]
    let loss = result.roles.map(\.loss).reduce(0, +)
    let spend = result.roles.map(\.annualSpend).reduce(0, +)
    #expect(agree(loss, company["loss_usd"]))
    #expect(agree(result.roles.map(\.lossHours).reduce(0, +), company["loss_hours"]))
    #expect(agree(spend, company["annual_spend_usd"]))
    #expect(agree(100 * loss / spend, company["index"]))
    #expect(RiskBand(index: 100 * loss / spend).rawValue == company["band"] as? String)
  }

  @Test(
    "the interval of the expectation agrees",
    arguments: ["example1_single_holder", "example2_three_holders", "example3_company"]
  )
  func interval(name: String) throws {
    let example = try GoldenFile().example(name)
    let result = RiskAssessment(example.portfolio, parameters: parameters)
    let spend = result.roles.map(\.annualSpend).reduce(0, +)
    let ends = [
      ("low", result.hazard.low, 0), ("high", result.hazard.high, 1),
    ]
    for (end, hazard, position) in ends {
      let shifted = result.under(hazard: hazard, example.portfolio, parameters: parameters)
      let loss = shifted.roles.map(\.loss).reduce(0, +)
      #expect(agree(hazard, example.interval["h_\(end)"]))
      #expect(agree(loss, example.interval["company_loss_\(end)"]))
      #expect(agree(100 * loss / spend, example.interval["company_index_\(end)"]))
      let indexes = example.interval["role_index"] as? [String: [Double]] ?? [:]
      for role in shifted.roles {
        let id = example.portfolio.roles[role.role].id
        #expect(agree(100 * role.loss / role.annualSpend, indexes[id]?[position]))
      }
    }
  }

  @Test("Kmax of every role family agrees")
  func largestLoss() throws {
    let expected = try GoldenFile().mapping("k_max_hours")
    #expect(expected.count == RoleFamily.allCases.count)
    for family in RoleFamily.allCases {
      let weeks = try #require(parameters.weeksToFullProductivity[family])
      let curve = LearningCurve(weeksToFull: weeks, parameters: parameters)
      #expect(agree(curve.largestLossHours, expected[family.rawValue]))
    }
  }

  @Test(
    "the replacement-cost check agrees: a sure departure never costs more than a quarter of a year"
  )
  func replacementCost() throws {
    let expected = try GoldenFile().mapping("replacement_cost_check")
    for family in RoleFamily.allCases {
      let weeks = try #require(parameters.weeksToFullProductivity[family])
      let curve = LearningCurve(weeksToFull: weeks, parameters: parameters)
      for c in [0.0, 0.5, 1.0] {
        let share =
          curve.largestLossHours * Documentation.multiplier(collaboration: c, parameters) / 2080
        #expect(agree(share, (expected[family.rawValue] as? [String: Double])?["c=\(c)"]))
        #expect(share < 0.25)
      }
    }
  }

  @Test("the degrees of collaboration agree", arguments: ["collaborative", "specific"])
  func collaboration(name: String) throws {
    let node = try GoldenFile().mapping("collaboration", name)
    let (degree, parts) = CueClassifier.degree(of: node["cues"] as? [String] ?? [])
    #expect(agree(degree, node["c"]))
    let expected = node["parts"] as? [String: Double] ?? [:]
    #expect(parts.keys.sorted() == expected.keys.sorted())
    for (cue, value) in parts { #expect(agree(value, expected[cue])) }
  }

  private func expectPeople(_ result: RiskAssessment, _ example: GoldenExample) {
    let expected = example.expected["people"] as? [String: [String: Any]] ?? [:]
    #expect(expected.count == result.people.count)
    for (person, risk) in zip(example.portfolio.people, result.people) {
      let figures = expected[person.id] ?? [:]
      #expect(agree(risk.billing.cadenceDays, figures["cadence_days"]))
      #expect(agree(risk.billing.gapDays, figures["gap_days"]))
      #expect(risk.billing.silenceDays == figures["silence_days"] as? Int)
      #expect(risk.billing.isActive == figures["active"] as? Bool)
      #expect(agree(risk.billing.months, figures["months"]))
      #expect(risk.billing.departures == figures["own_events"] as? Int)
      #expect(agree(risk.recentHours, figures["recent_hours"]))
      #expect(agree(risk.attachment, figures["attachment"]))
      #expect(agree(risk.departure.alreadyGone, figures["already_gone"]))
      #expect(agree(risk.departure.ahead, figures["ahead"]))
      #expect(agree(risk.departure.value, figures["p"]))
    }
  }

  private func expectSpells(_ result: RiskAssessment, _ example: GoldenExample) {
    let expected = example.expected["spells"] as? [[Double]] ?? []
    let spells = result.people.flatMap(\.billing.spells)
    #expect(spells.count == expected.count)
    for (spell, pair) in zip(spells, expected) {
      #expect(agree(spell.months, pair[0]))
      #expect((spell.ending == .departure) == (pair[1] == 1))
    }
  }

  private func expectRoles(_ result: RiskAssessment, _ example: GoldenExample) {
    let expected = example.expected["roles"] as? [String: [String: Any]] ?? [:]
    #expect(expected.count == result.roles.count)
    for role in result.roles {
      let figures = expected[example.portfolio.roles[role.role].id] ?? [:]
      #expect(agree(role.curve.tau, figures["tau"]))
      #expect(agree(role.curve.largestLossHours, figures["k_max_hours"]))
      #expect(agree(role.multiplier, figures["mu"]))
      #expect(agree(role.codifiedShare, figures["codified_share"]))
      #expect(agree(role.seats, figures["seats"]))
      #expect(agree(role.fraction, figures["loss_fraction"]))
      #expect(agree(role.lossHours, figures["loss_hours"]))
      #expect(agree(role.rate, figures["rate_usd"]))
      #expect(agree(role.annualHours, figures["annual_hours"]))
      #expect(agree(role.annualSpend, figures["annual_spend_usd"]))
      #expect(agree(role.loss, figures["loss_usd"]))
      #expect(agree(role.concentration, figures["hhi_recent_hours"]))
      #expect(role.busFactor == figures["bus_factor"] as? Int)
      let holders = figures["holders"] as? [String: [String: Any]] ?? [:]
      #expect(holders.count == role.holders.count)
      for holder in role.holders {
        let figures = holders[example.portfolio.people[holder.person].id] ?? [:]
        #expect(agree(holder.effectiveHours, figures["effective_hours"]))
        #expect(agree(holder.knowledge, figures["k"]))
        #expect(agree(holder.departureProbability, figures["p"]))
        #expect(agree(holder.lossHours, figures["loss_hours"]))
        #expect(agree(holder.loss, figures["loss_usd"]))
      }
    }
  }
}

extension GoldenTests {
  @Test(
    "the simulated year agrees",
    arguments: ["example1_single_holder", "example2_three_holders", "example3_company"]
  )
  func simulation(name: String) throws {
    let file = try GoldenFile()
    let example = file.example(name)
    let expected = file.mapping("examples", name, "year_simulation")
    let parameters = RiskParameters()
    let result = RiskAssessment(example.portfolio, parameters: parameters)
    let year = YearSimulation(result, example.portfolio, parameters: parameters)
    #expect(agree(year.mean, expected["mean"]))
    #expect(agree(year.quantile(0.05), expected["p05"]))
    #expect(agree(year.quantile(0.5), expected["p50"]))
    #expect(agree(year.quantile(0.95), expected["p95"]))
    #expect(agree(year.worstTwentiethMean, expected["es95"]))
    #expect(agree(year.shareWithoutLoss, expected["p_zero"]))
  }

  @Test("the generator agrees with its test vector")
  func generator() {
    var random = SplitMix64(seed: 1_234_567)
    let first = [random.next(), random.next(), random.next()]
    #expect(
      first == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
    )
  }
}
