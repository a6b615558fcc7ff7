import Analysis
import Foundation
import Ingestion
import Model
import Testing

/// The benchmarks follow from their base pay by our own formulas, and quotes stand before them.
struct WageTests {
  @Test("every loaded cost of the benchmarks follows from its base pay, to the dollar")
  func loaded() throws {
    let (figures, problems) = WageTable.benchmarks()
    #expect(problems.isEmpty && figures.count == 63)
    let fees = [100.0, 190, 599]
    let desks = [5_000.0, 10_000, 15_000]
    for figure in figures {
      let loaded = try #require(figure.loaded)
      let base = [figure.base.low, figure.base.middle, figure.base.high]
      let cost = [loaded.low, loaded.middle, loaded.high]
      for (index, (pay, expected)) in zip(base, cost).enumerated() {
        let derived: Double =
          switch figure.location {
          case "philippines_team":
            {
              var place = TeamPlace.philippines
              place.adminPerMonth = fees[index]
              place.deskPesosPerMonth = desks[index]
              return Self.headCost(figure, pay: pay, in: place)
            }()
          case "us_in_house": pay / (1 - 0.298)
          case "marketplace_global": pay * 1_700 * 1.05
          case _ where figure.unit == .dollarsPerYearAllIn: pay
          default: pay * (1 + (Self.burden[figure.location] ?? .nan)) + 3_000
          }
        #expect(abs(derived - expected) <= 0.5, "\(figure.job) \(figure.location)")
      }
    }
  }

  private static let burden = [
    "poland": 0.2198, "india": 0.1361, "mexico": 0.36, "colombia": 0.45,
  ]

  /// The cost of one post, by way of a team of one role.
  private static func headCost(_ figure: WageFigure, pay: Double, in place: TeamPlace) -> Double {
    var figure = figure
    figure.base = WageFigure.Range(low: pay, middle: pay, high: pay)
    let portfolio = Portfolio(
      roles: [
        Portfolio.Role(
          id: "r",
          department: "d",
          weeksToFull: 8,
          collaboration: 0,
          documentation: Documentation(coverage: 0, ageMonths: 0)
        )
      ],
      people: [Portfolio.Person(id: "f")],
      lines: [Portfolio.Line(person: 0, role: 0, day: Day(number: 20_000), hours: 10, cost: 100)],
      postings: [],
      asOf: Day(number: 20_000)
    )
    let parameters = RiskParameters()
    let assessment = RiskAssessment(portfolio, parameters: parameters)
    let role = StaffedRole(assessment.roles[0], assessment, portfolio, parameters: parameters)
    return StaffingCost().team([PaidRole(role: role, wage: figure)], in: place).posts[0].costPerHead
  }

  private func quotes(_ text: String) throws -> (figures: [WageFigure], problems: [Diagnostic]) {
    try WageTable.quotes(MemorySource(Array(text.utf8)), named: "quotes.csv")
  }

  @Test("a quote is read with its unit, year and place, and a mistake has its line and column")
  func reading() throws {
    let good = try quotes(
      "role,location,pay,unit,year,source\ncare,philippines,41000,PHP/month,2026,Offer 7\n"
    )
    #expect(good.problems.isEmpty)
    let quote = try #require(good.figures.first)
    #expect(quote.grade == .quote && quote.base.middle == 41_000 && quote.year == 2026)
    #expect(quote.place == SourceLocation(source: "quotes.csv", line: 2))
    for (text, code, line) in [
      ("role,location,pay,unit\ncare,us,0,USD/year\n", "bad-pay", 2),
      ("role,location,pay,unit\ncare,us,1,USD/year\ncare,us,5,USD/week\n", "unknown-unit", 3),
      ("role,location,pay,unit\ncare,,5,USD/year\n", "missing-value", 2),
      ("role,location,unit\ncare,us,USD/year\n", "missing-pay", 2),
      ("who,where\na,b\n", "no-quotes", 1), ("", "no-quotes", 1),
    ] {
      let problems = try quotes(text).problems
      #expect(problems.map(\.code) == [code] && problems.first?.location?.line == line)
    }
  }

  @Test("a quote of the role stands before one of its family, and both before the benchmarks")
  func order() throws {
    var random = SplitMix64(seed: 3)
    var company = RandomCompany(&random)
    while company.configuration.roles.count < 2 { company = RandomCompany(&random) }
    let family = try #require(company.configuration.roles[0].family)
    let quotes = [
      RandomCompany.figure(family.rawValue, "Philippines", 51_000, .pesosPerMonth),
      RandomCompany.figure("r0", "philippines_team", 61_000, .pesosPerMonth),
    ]
    let audit = try company.audit(wages: quotes + WageTable.benchmarks().figures)
    let posts = audit.comparisons.filter { $0.subject.hasPrefix("role:") }.flatMap(\.options)
      .filter { $0.option == "philippines_team" }.flatMap(\.posts)
    #expect(!posts.isEmpty)
    for post in posts {
      let role = company.configuration.roles.first { $0.id == post.role }
      if post.role == "r0" {
        #expect(post.wage.base.middle == 61_000 && post.wage.grade == .quote)
      } else if role?.family == family {
        #expect(post.wage.base.middle == 51_000)
      } else {
        #expect(post.wage.grade != .quote && post.wage.place.source == "benchmarks.csv")
      }
    }
  }

  @Test("a quote of base pay costs what the table's same pay costs; only all-in is taken as it is")
  func loading() throws {
    for (location, pay) in [("india", 5_000.0), ("poland", 27_281), ("mexico", 20_000)] {
      let table = try #require(
        WageTable.benchmarks().figures.first {
          $0.location == location && $0.base.middle == pay && $0.unit == .dollarsPerYear
        }
      )
      let place = TeamPlace.named(location)
      let own = Self.headCost(
        RandomCompany.figure("r", location, pay, .dollarsPerYear),
        pay: pay,
        in: place
      )
      #expect(own == Self.headCost(table, pay: pay, in: place))
      #expect(try abs(own - #require(table.loaded).middle) <= 0.5)
    }
    let us = TeamPlace.unitedStates
    func cost(_ pay: Double, _ unit: WageFigure.Unit, in place: TeamPlace = us) -> Double {
      Self.headCost(RandomCompany.figure("r", place.id, pay, unit), pay: pay, in: place)
    }
    #expect(cost(20, .dollarsPerHour) == cost(41_600, .dollarsPerYear))
    #expect(cost(20, .dollarsPerHourAllIn) == 35_000)
    #expect(
      cost(10, .dollarsPerHour, in: .philippines) == cost(20_800, .dollarsPerYear, in: .philippines)
    )
    // A quote that names its own loaded cost is taken at it.
    var loaded = RandomCompany.figure("r", "kenya", 9_000, .dollarsPerYear)
    loaded.loaded = WageFigure.Range(low: 12_000, middle: 12_000, high: 12_000)
    #expect(Self.headCost(loaded, pay: 9_000, in: .named("kenya")) == 12_000)
  }

  @Test("the burden of a place is a parameter with its source, and the derivation shows it")
  func burden() throws {
    var random = SplitMix64(seed: 3)
    var company = RandomCompany(&random)
    company.configuration.alternatives.locations = ["india", "kenya"]
    let quotes = RoleFamily.allCases.flatMap { family in
      ["india", "kenya"].map { RandomCompany.figure(family.rawValue, $0, 5_000, .dollarsPerYear) }
    }
    let audit = try company.audit(wages: quotes)
    let sources = Dictionary(uniqueKeysWithValues: audit.parameters.map { ($0.name, $0) })
    #expect(sources["india.burden"]?.value == 0.1361)
    #expect(sources["india.burden"]?.source.contains("confirmed") == true)
    #expect(sources["kenya.burden"]?.value == 0.25)
    #expect(sources["kenya.burden"]?.source.hasPrefix("assumption") == true)
    let post = try #require(
      audit.explanations.first { $0.id == "option:company/india_team" }?.steps.first
    )
    #expect(post.formula.contains("pay × (1 + 0.1361) + USD 3000"))
    #expect(post.parameters.contains("india.burden"))
  }

  @Test("pesos are priced by the user's exchange rates where they have them")
  func pesos() throws {
    var random = SplitMix64(seed: 3)
    var company = RandomCompany(&random)
    for line in company.lines.indices { company.lines[line].currency = .usd }
    func fx(_ rates: ExchangeRates) throws -> (ParameterUse, cost: Double) {
      let audit = try company.audit(rates: rates)
      let option = audit.comparisons.first?.options.first { $0.option == "philippines_team" }
      return (
        try #require(audit.parameters.first { $0.name == "philippines.fx" }),
        try #require(option?.posts.first?.costPerHead)
      )
    }
    let (own, ownCost) = try fx(
      ExchangeRates(
        source: "mine.csv",
        constant: [.php: ExactDecimal(units: 66), .usd: ExactDecimal(units: 11, scale: 1)]
      )
    )
    #expect(abs(own.value - 60) < 1e-9 && own.isChanged && own.source.hasPrefix("mine.csv"))
    let (fixed, fixedCost) = try fx(.none)
    #expect(fixed.value == 57.3 && !fixed.isChanged && fixed.source.hasPrefix("from memory"))
    #expect(ownCost < fixedCost)
  }

  @Test("places of people are countries by name, code or part, and others are told")
  func homes() {
    for (text, id) in [
      ("PH", "philippines"), ("in", "india"), ("The Philippines", "philippines"), ("USA", "us"),
      ("US-CA", "us"), ("Viet Nam", "vietnam"), ("Côte d'Ivoire", "cote_d_ivoire"),
      ("Deutschland", "germany"), ("Manila, PH", "philippines"),
      ("Bosnia and Herzegovina", "bosnia"),
    ] { #expect(HomePlace.id(text) == id) }
    for text in ["Manila", "atlantis", "", "XX"] { #expect(HomePlace.id(text) == nil) }
    #expect(HomePlace.nearest(to: "filipines") == "Philippines")
  }
}
