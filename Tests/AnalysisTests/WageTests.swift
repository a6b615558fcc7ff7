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
}
