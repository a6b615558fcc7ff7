import Analysis
import Model

/// Random companies as records: departments, fixed prices, two currencies, pauses and returns.
struct RandomCompany {
  var lines: [InvoiceLine] = []
  var configuration = Configuration()

  static let rates = ExchangeRates(
    source: "test",
    quotations: (0..<110).flatMap { week -> [(Currency, Day, ExactDecimal)] in
      let day = Day(number: 20_000 + 7 * week)
      return (0..<7).map {
        (.usd, day + $0, ExactDecimal(units: 10_500 + Int64(week * 7), scale: 4))
      }
    }
  )

  init(_ random: inout SplitMix64, people: Int = 10) {
    let count = 1 + random.below(6)
    configuration.currency = .usd
    configuration.roles = (0..<count).map { index in
      var role = Configuration.Role(id: "r\(index)")
      role.department = "d\(index % 3)"
      role.collaboration = random.uniform()
      role.family = RoleFamily.allCases[random.below(RoleFamily.allCases.count)]
      if random.uniform() < 0.6 {
        role.docCoverage = random.uniform()
        role.docAgeMonths = Double(random.below(30))
      }
      return role
    }
    for person in 0..<(1 + random.below(people)) {
      work("f\(person)", roles: count, &random)
    }
    for index in lines.indices {
      lines[index].location = SourceLocation(source: "in.csv", line: index + 2)
    }
  }

  private mutating func work(_ person: String, roles: Int, _ random: inout SplitMix64) {
    var week = random.below(60)
    let end = min(108, week + 1 + random.below(100))
    let role = random.below(roles)
    let (hours, rate) = (Int64(1 + random.below(39)), Int64(500 + random.below(8_000)))
    let currency: Currency = random.uniform() < 0.3 ? .eur : .usd
    while week < end {
      var line = InvoiceLine(
        kind: .invoice,
        location: SourceLocation(source: "in.csv", line: 1),
        format: "tacit-invoices",
        amount: ExactDecimal(units: hours * rate, scale: 2),
        currency: currency
      )
      line.date = Day(number: 20_000 + 7 * week)
      line.freelancerID = person
      line.role = "r\(random.uniform() < 0.85 ? role : random.below(roles))"
      if random.uniform() < 0.06 {
        line.isFixedPrice = true
      } else {
        line.quantity = ExactDecimal(units: hours)
        line.unit = "HUR"
      }
      lines.append(line)
      week += random.uniform() < 0.05 ? 6 + random.below(20) : 1
    }
  }

  func audit(
    asOf: Day? = nil,
    without: [String] = [],
    wages: [WageFigure] = Self.wages,
    rates: ExchangeRates = Self.rates,
    threads: Int? = nil
  ) throws -> Audit {
    try AuditAnalysis.audit(
      Dataset(
        lines: lines,
        postings: [],
        rejects: [],
        duplicates: [],
        inputs: [],
        reconciliation: Reconciliation(),
        diagnostics: []
      ),
      configuration: configuration,
      rates: rates,
      options: AnalysisOptions(
        asOf: asOf,
        toolVersion: "test",
        wages: wages,
        without: without,
        threads: threads
      )
    )
  }

  /// One pay for every job, in the Philippines and at home.
  static let wages: [WageFigure] = RoleFamily.allCases.flatMap { family in
    [
      figure(family.rawValue, "philippines", 40_000, .pesosPerMonth),
      figure(family.rawValue, "us", 60_000, .dollarsPerYear),
    ]
  }

  static func figure(
    _ job: String,
    _ location: String,
    _ pay: Double,
    _ unit: WageFigure.Unit
  ) -> WageFigure {
    WageFigure(
      job: job,
      location: location,
      base: WageFigure.Range(low: pay, middle: pay, high: pay),
      unit: unit,
      loaded: nil,
      year: 2026,
      grade: .quote,
      source: "test",
      place: SourceLocation(source: "quotes.csv", line: 2)
    )
  }
}
