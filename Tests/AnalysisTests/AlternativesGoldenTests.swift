import Analysis
import Model
import Testing

/// The specification's worked comparison (3.3) and its small fixtures, to a relative 1e-9.
struct AlternativesGoldenTests {
  private let parameters = RiskParameters()

  private func wage(_ pay: Double, _ unit: WageFigure.Unit) -> WageFigure {
    WageFigure(
      job: "test",
      location: "test",
      base: WageFigure.Range(low: pay, middle: pay, high: pay),
      unit: unit,
      loaded: nil,
      year: nil,
      grade: .quote,
      source: "test",
      place: SourceLocation(source: "test", line: 1)
    )
  }

  private static let pesos = [
    "dev": 90_000.0, "design": 40_000, "content": 40_000, "logo": 40_000,
  ]
  private static let salaries = [
    "dev": 133_080.0, "design": 61_300, "content": 72_270, "logo": 61_300,
  ]

  private func staffed(
    _ portfolio: Portfolio,
    _ parameters: RiskParameters
  ) -> [StaffedRole] {
    let assessment = RiskAssessment(portfolio, parameters: parameters)
    return assessment.roles.filter { !$0.holders.isEmpty }.map {
      StaffedRole($0, assessment, portfolio, parameters: parameters)
    }
  }

  private func paid(
    _ roles: [StaffedRole],
    _ pay: [String: Double],
    _ unit: WageFigure.Unit
  ) -> [PaidRole] {
    roles.map { PaidRole(role: $0, wage: wage(pay[$0.id] ?? .nan, unit)) }
  }

  @Test("keeping, documenting, a Philippine team and in-house agree part by part")
  func options() throws {
    let file = try GoldenFile()
    let roles = staffed(file.example("example3_company").portfolio, parameters)
    let cost = StaffingCost()
    let keep = cost.keep(roles)
    let options: [(String, StaffingCost.Cost)] = [
      ("keep", keep), ("document", cost.document(roles)),
      (
        "philippines_team",
        cost.team(paid(roles, Self.pesos, .pesosPerMonth), in: .philippines)
      ),
      ("in_house_us", cost.team(paid(roles, Self.salaries, .dollarsPerYear), in: .unitedStates)),
    ]
    for (name, option) in options {
      let expected = file.mapping(
        "examples",
        "example3_company",
        "alternatives",
        "options",
        name
      )
      #expect(!expected.isEmpty)
      for part in option.annualParts {
        #expect(agree(part.amount, expected[part.name]), "\(name) \(part.name)")
      }
      if let parts = expected["one_off_parts"] as? [String: Double] {
        #expect(parts.count == option.oneOffParts.count)
        for part in option.oneOffParts { #expect(agree(part.amount, parts[part.name])) }
      }
      #expect(agree(option.annual, expected["annual"]))
      #expect(agree(option.oneOff, expected["one_off"]))
      #expect(agree(option.total(months: 24), expected["tco24"]))
      let posts = expected["roles"] as? [String: [String: Double]] ?? [:]
      #expect(posts.count == option.posts.count)
      for post in option.posts {
        #expect(post.posts == posts[post.role]?["posts"])
        #expect(agree(post.costPerHead, posts[post.role]?["cost_per_head"]))
        #expect(agree(post.loadedHourly, posts[post.role]?["loaded_hourly"]))
      }
      if name != "keep" {
        let months = StaffingCost.breakEvenMonths(keep, option)
        #expect(
          months == nil
            ? expected["break_even_months"] is Double == false
            : agree(months, expected["break_even_months"])
        )
      }
    }
  }

  @Test("every bar of the tornado agrees, in the same order")
  func tornado() throws {
    let file = try GoldenFile()
    let portfolio = file.example("example3_company").portfolio
    let node = file.mapping("examples", "example3_company", "alternatives")
    let roles = paid(staffed(portfolio, parameters), Self.pesos, .pesosPerMonth)
    let cost = StaffingCost()
    #expect(agree(Tornado.advantage(roles, in: .philippines, cost), node["base_delta24"]))
    let changes: [(String, Double, Double, (Double, inout RiskParameters) -> Void)] = [
      ("knowledge_retention_per_month", 0.90, 1.00, { $1.knowledgeRetentionPerMonth = $0 }),
      ("initial_productivity", 0.50, 0, { $1.initialProductivity = $0 }),
      ("multiplier_collab", 0, 2, { $1.multiplierCollab = $0 }),
      ("shared_knowledge", 0.50, 0.10, { $1.sharedKnowledge = $0 }),
      ("frailty_shape", 1, 50, { $1.frailtyShape = $0 }),
      ("hazard_prior_months", 48, 14.2, { $1.hazardPriorMonths = $0 }),
    ]
    var varied = changes.map { name, low, high, apply in
      func roles(_ value: Double) -> [PaidRole] {
        var changed = parameters
        apply(value, &changed)
        return paid(staffed(portfolio, changed), Self.pesos, .pesosPerMonth)
      }
      return Tornado.VariedRoles(
        name: name,
        ends: (low, high),
        low: roles(low),
        high: roles(high)
      )
    }
    func weeks(_ factor: Double) -> [PaidRole] {
      var slow = portfolio
      for role in slow.roles.indices { slow.roles[role].weeksToFull *= factor }
      return paid(staffed(slow, parameters), Self.pesos, .pesosPerMonth)
    }
    varied.append(
      Tornado.VariedRoles(
        name: "weeks_to_full_factor",
        ends: (0.5, 1.5),
        low: weeks(0.5),
        high: weeks(1.5)
      )
    )
    let bars = Tornado.bars(roles, varied: varied, in: .philippines, cost)
    let expected = node["tornado"] as? [[String: Any]] ?? []
    #expect(bars.count == expected.count && bars.count == 16)
    for (bar, figures) in zip(bars, expected) {
      #expect(bar.parameter == figures["parameter"] as? String)
      #expect(bar.low == figures["low"] as? Double && bar.high == figures["high"] as? Double)
      #expect(agree(bar.advantageAtLow, figures["delta_low"]), "\(bar.parameter)")
      #expect(agree(bar.advantageAtHigh, figures["delta_high"]), "\(bar.parameter)")
    }
  }

  @Test("Philippine contributions agree, and 25,000 pesos give the published 3,355")
  func contributions() throws {
    let expected = try GoldenFile().mapping("ph_contributions")
    #expect(expected.count == 6)
    for (wage, value) in expected {
      let pesos = try #require(Double(wage))
      #expect(agree(PhilippinePayroll.contributions(monthlyWage: pesos), value))
    }
    #expect(PhilippinePayroll.contributions(monthlyWage: 25_000) == 3_355)
  }

  @Test("a post in the Philippines costs what the essay's comparison says")
  func essay() throws {
    let expected = try GoldenFile().mapping("essay_claim", "ph_full_time_usd")
    let cost = StaffingCost()
    let example = try GoldenFile().example("example1_single_holder").portfolio
    for (pesos, value) in expected {
      let pay = try #require(Double(pesos))
      let team = cost.team(
        staffed(example, parameters).map {
          PaidRole(role: $0, wage: wage(pay, .pesosPerMonth))
        },
        in: .philippines
      )
      #expect(agree(team.posts.first?.costPerHead, value))
    }
  }

  @Test("the Kaplan-Meier curve agrees with its errors and intervals")
  func survival() throws {
    let node = try GoldenFile().mapping("kaplan_meier")
    let input = node["input"] as? [[Double]] ?? []
    let rows = node["rows"] as? [[String: Any]] ?? []
    let steps = SurvivalCurve.steps(
      input.map { Hazard.Observation(months: $0[0], isDeparture: $0[1] == 1) }
    )
    #expect(steps.count == rows.count && steps.count == 5)
    for (step, row) in zip(steps, rows) {
      #expect(step.months == row["time"] as? Double && step.atRisk == row["at_risk"] as? Int)
      #expect(step.departures == row["events"] as? Int)
      #expect(agree(step.survival, row["survival"]))
      #expect(agree(step.standardError, row["se"]))
      #expect(agree(step.low, row["lo"]) && agree(step.high, row["hi"]))
    }
  }
}
