import Analysis
import Model
import TestSupport
import Testing

/// Whole audits of small invented companies.
struct AuditTests {
  private func line(
    _ day: Day,
    _ person: String,
    hours: Int64,
    rate: Int64 = 20,
    title: String? = nil,
    role: String? = nil,
    number: Int = 0
  ) -> InvoiceLine {
    var line = InvoiceLine(
      kind: .invoice,
      location: SourceLocation(source: "in.csv", line: number + 2),
      format: "upwork-transactions",
      amount: ExactDecimal(units: hours * rate),
      currency: .usd
    )
    line.periodEnd = day
    line.freelancer = person
    line.quantity = ExactDecimal(units: hours)
    line.unit = "HUR"
    line.contractTitle = title
    line.role = role
    return line
  }

  private func weekly(
    _ person: String,
    from start: Int,
    weeks: Int,
    hours: Int64,
    title: String? = nil,
    role: String? = nil
  ) -> [InvoiceLine] {
    (0..<weeks).map {
      line(
        Day(number: 20_000 + 7 * (start + $0)),
        person,
        hours: hours,
        title: title,
        role: role,
        number: start * 1000 + $0
      )
    }
  }

  private func audit(
    _ lines: [InvoiceLine],
    postings: [Posting] = [],
    configuration: Configuration = Configuration(),
    quarter: Quarter? = nil,
    asOf: Day? = nil
  ) throws -> Audit {
    try AuditAnalysis.audit(
      Dataset(
        lines: lines,
        postings: postings,
        rejects: [],
        duplicates: [],
        inputs: [],
        reconciliation: Reconciliation(),
        diagnostics: []
      ),
      configuration: configuration,
      rates: .none,
      options: AnalysisOptions(quarter: quarter, asOf: asOf, toolVersion: "test")
    )
  }

  @Test("patterns come first, then the export's role, then the title")
  func matching() throws {
    var configuration = Configuration()
    var role = Configuration.Role(id: "care")
    role.match = ["customer support*"]
    configuration.roles = [role]
    let lines =
      weekly("A", from: 0, weeks: 20, hours: 10, title: "Customer Support, English")
      + weekly("B", from: 0, weeks: 20, hours: 10, title: "Video edit 12")
      + weekly("B", from: 20, weeks: 5, hours: 10, title: "Video edit 13")
      + weekly("C", from: 0, weeks: 20, hours: 10, title: "Anything", role: "payroll")
    let audit = try audit(lines, configuration: configuration)
    let ids = Dictionary(audit.roles.map { ($0.id, $0.matches) }, uniquingKeysWith: { a, _ in a })
    #expect(ids["care"] == [.pattern: 20])
    #expect(ids["payroll"] == [.roleColumn: 20])
    #expect(ids["video-edit-12"] == [.title: 25], "numbers in titles do not make new roles")
  }

  @Test("lines that name nothing go to the person's only other role, else they are listed")
  func unmatched() throws {
    let lines =
      weekly("A", from: 0, weeks: 10, hours: 10)
      + weekly("A", from: 10, weeks: 10, hours: 10, title: "Care")
      + weekly("B", from: 0, weeks: 20, hours: 5)
    let audit = try audit(lines)
    #expect(audit.roles.first { $0.id == "care" }?.matches == [.title: 10, .otherWork: 10])
    #expect(audit.unmatched.map(\.person) == ["b"])
    #expect(audit.unmatched.first?.amount.decimalString == "2000.00")
  }

  @Test("aliases make one person of two spellings, and accents and case never make two")
  func people() throws {
    var configuration = Configuration()
    var person = Configuration.Person(id: "f01")
    person.aliases = ["Ana M.", "ana-m"]
    configuration.people = [person]
    let lines =
      weekly("Ana M.", from: 0, weeks: 5, hours: 10, title: "x")
      + weekly("ana-m", from: 5, weeks: 5, hours: 10, title: "x")
      + weekly("JOSÉ  Ruiz", from: 0, weeks: 5, hours: 10, title: "x")
      + weekly("Jose\u{301} ruiz", from: 5, weeks: 5, hours: 10, title: "x")
    let audit = try audit(lines, configuration: configuration)
    #expect(audit.people.map(\.id).sorted() == ["f01", "jose-ruiz"])
  }

  @Test("money of roles, departments, people and company is one sum to the cent")
  func additivity() throws {
    var random = SplitMix64(seed: 5)
    for number in 0..<60 {
      var lines: [InvoiceLine] = []
      for person in 0..<(2 + random.below(8)) {
        var work = weekly(
          "p\(person)",
          from: random.below(30),
          weeks: 5 + random.below(60),
          hours: Int64(1 + random.below(39)),
          role: "r\(random.below(5))"
        )
        for index in work.indices {
          work[index].department = "d\(person % 3)"
          work[index].amount = ExactDecimal(units: Int64(1000 + random.below(90_000)), scale: 2)
          work[index].location = SourceLocation(source: "p\(person)", line: index + 1)
        }
        lines += work
      }
      let audit = try audit(lines)
      let total = audit.total.loss.minorUnits
      #expect(audit.roles.map(\.figures.loss.minorUnits).reduce(0, +) == total, "case \(number)")
      #expect(
        audit.departments.map(\.figures.loss.minorUnits).reduce(0, +) == total,
        "case \(number)"
      )
      #expect(audit.people.map(\.loss.minorUnits).reduce(0, +) == total, "case \(number)")
      for role in audit.roles where !role.holders.isEmpty {
        #expect(
          role.holders.map(\.loss.minorUnits).reduce(0, +) == role.figures.loss.minorUnits,
          "case \(number)"
        )
      }
      #expect(abs(audit.total.loss.doubleValue - audit.total.exactLoss) <= 0.005, "case \(number)")
      let spend = audit.roles.map(\.figures.annualSpend.minorUnits).reduce(0, +)
      #expect(spend == audit.total.annualSpend.minorUnits, "case \(number)")
    }
  }

  @Test("hours are imputed from the role's own rate and marked")
  func imputation() throws {
    var fixed = line(Day(number: 20_140), "A", hours: 0, title: "Care", number: 900)
    fixed.quantity = nil
    fixed.isFixedPrice = true
    fixed.amount = ExactDecimal(units: 500)
    let audit = try audit(weekly("A", from: 0, weeks: 20, hours: 10, title: "Care") + [fixed])
    let role = try #require(audit.roles.first)
    #expect(abs(role.imputedShare - 25.0 / 225) < 1e-12)
    #expect(audit.limits.contains { $0.hasPrefix("1 line names no hours") })
  }

  @Test(
    "three people who hold a role in turn speak for a task, three at once do not, one for a seat"
  )
  func holdersOverTime() throws {
    func cue(_ lines: [InvoiceLine]) throws -> Collaboration.Cue? {
      try audit(lines).roles.first?.collaboration.evidence.first { $0.name.contains("holder") }
    }
    let people = ["A", "B", "C"]
    let inTurn = people.enumerated().flatMap {
      weekly($1, from: 12 * $0, weeks: 12, hours: 20, title: "Care")
    }
    let turn = try #require(try cue(inTurn))
    #expect(turn.name == "three-holders-in-turn" && turn.logOdds < 0)
    #expect(turn.observation == "3 people held the role one after the other")
    #expect(
      try cue(people.flatMap { weekly($0, from: 0, weeks: 36, hours: 7, title: "Care") }) == nil
    )
    let alone = try #require(try cue(weekly("A", from: 0, weeks: 40, hours: 20, title: "Care")))
    #expect(alone.name == "one-holder-39-weeks" && alone.logOdds > 0)
    #expect(alone.observation == "one person held the role in all of its 40 billed weeks")
  }

  @Test("an override decides and the evidence stays visible")
  func override() throws {
    var configuration = Configuration()
    var role = Configuration.Role(id: "care")
    role.match = ["care"]
    role.collaboration = 0.05
    configuration.roles = [role]
    let audit = try audit(
      weekly("A", from: 0, weeks: 40, hours: 30, title: "Care"),
      configuration: configuration
    )
    let judged = try #require(audit.roles.first?.collaboration)
    #expect(judged.degree == 0.05 && judged.source == .override && judged.roleClass == .specific)
    #expect(judged.degreeByEvidence != nil && !judged.evidence.isEmpty)
  }

  @Test("lines after the as-of day change no figure")
  func asOf() throws {
    let early = weekly("A", from: 0, weeks: 40, hours: 20, title: "Care")
    let late = weekly("B", from: 40, weeks: 10, hours: 20, title: "Care")
    let day = try #require(early.last?.workDay)
    let one = try audit(early, asOf: day)
    let two = try audit(early + late, asOf: day)
    #expect(one.total == two.total && one.workTotal == two.workTotal)
    #expect(two.limits.contains { $0.contains("10 lines after") })
  }

  @Test("a leave is no silence, and a known leaver holds nothing")
  func leaveAndLeft() throws {
    let lines =
      weekly("A", from: 0, weeks: 20, hours: 20, title: "Care")
      + weekly("B", from: 0, weeks: 40, hours: 20, title: "Care")
    func person(_ change: (inout Configuration.Person) -> Void) -> Configuration {
      var configuration = Configuration()
      var person = Configuration.Person(id: "A")
      change(&person)
      configuration.people = [person]
      return configuration
    }
    let gone = try audit(lines)
    #expect(
      gone.people.first { $0.id == "a" }?.isActive == false,
      "140 days of silence end a spell"
    )
    let last = try #require(lines.last?.workDay)
    let leave = try audit(lines, configuration: person { $0.onLeaveUntil = last + 10 })
    let absent = try #require(leave.people.first { $0.id == "A" })
    #expect(absent.isActive && absent.alreadyGone == 0)
    let left = try audit(
      weekly("A", from: 0, weeks: 40, hours: 20, title: "Care"),
      configuration: person { $0.leftOn = last }
    )
    #expect(left.roles.first?.holders.isEmpty == true && left.roles.first?.advice == .ended)
  }

  @Test("without work that can be used there is no audit")
  func noWork() {
    #expect(throws: AnalysisError.noWork) { try audit([]) }
    var configuration = Configuration()
    configuration.currency = .usd
    var euro = line(Day(number: 20_000), "A", hours: 1)
    euro.currency = .eur
    #expect(throws: AnalysisError.noWork) { try audit([euro], configuration: configuration) }
  }

  @Test("without a configured currency the report is in the data's own")
  func currency() throws {
    var lines = weekly("A", from: 0, weeks: 20, hours: 20, title: "Care")
    for index in lines.indices { lines[index].currency = .eur }
    let audit = try audit(lines)
    #expect(audit.currency == .eur && audit.workTotal.decimalString == "8000.00")
  }

  private func credit(_ day: Day, _ person: String, _ amount: Int64, role: String) -> InvoiceLine {
    var credit = line(day, person, hours: 0, role: role, number: 90_000)
    credit.kind = .creditNote
    credit.amount = ExactDecimal(units: -amount)
    credit.quantity = nil
    return credit
  }

  @Test("credits above what was billed make no negative loss, and the report says why")
  func credited() throws {
    let work =
      weekly("A", from: 0, weeks: 40, hours: 20, role: "dev")
      + weekly("B", from: 0, weeks: 40, hours: 20, role: "ops")
    let day = Day(number: 20_000 + 7 * 39)
    let audit = try audit(work + [credit(day, "A", 20_000, role: "dev")])
    let (dev, ops) = try (
      #require(audit.roles.first { $0.id == "dev" }),
      #require(audit.roles.first { $0.id == "ops" })
    )
    #expect(dev.figures.exactAnnualSpend < 0 && dev.holders.count == 1)
    #expect(dev.figures.exactLoss == 0 && dev.figures.loss.minorUnits == 0)
    #expect(dev.figures.exactLossHigh == 0 && dev.derivation.rate == 0)
    #expect(audit.total.exactLoss == ops.figures.exactLoss && ops.figures.exactLoss > 0)
    #expect(dev.advice != .ended && dev.reason.contains("Credits exceed"))
    #expect(audit.limits.contains { $0.contains("Role dev: credits exceed") })
    let steps = audit.explanations.first { $0.id == "role:dev" }?.steps ?? []
    #expect(steps.contains { $0.formula.contains("credits exceed what was billed") })
    #expect(audit.quarters.allSatisfy { ($0.loss ?? 0) >= 0 })
  }

  @Test("a known departure within the horizon is certain, a later one is stated")
  func knownDeparture() throws {
    let lines =
      weekly("A", from: 0, weeks: 40, hours: 20, title: "Care")
      + weekly("B", from: 0, weeks: 40, hours: 20, title: "Desk")
    let last = try #require(lines.map { $0.workDay ?? Day(number: 0) }.max())
    func person(leftOn day: Day?, asOf: Day? = nil) throws -> (PersonAudit, Audit) {
      var configuration = Configuration()
      var person = Configuration.Person(id: "A")
      person.leftOn = day
      configuration.people = [person]
      let audit = try audit(lines, configuration: configuration, asOf: asOf)
      return (try #require(audit.people.first { $0.id == "A" }), audit)
    }
    let (stays, _) = try person(leftOn: nil)
    let (leaves, known) = try person(leftOn: last + 60)
    #expect(leaves.departureProbability == 1 && leaves.signals == ["leaves on \(last + 60)"])
    #expect(leaves.isActive && leaves.loss.minorUnits > stays.loss.minorUnits)
    #expect(leaves.addedIfGone == 0)
    let steps = known.explanations.first { $0.id == "person:A" }?.steps ?? []
    #expect(steps.contains { $0.formula.contains("known: leaves on \(last + 60)") })
    let (later, _) = try person(leftOn: last + 400)
    #expect(later.departureProbability == stays.departureProbability)
    #expect(later.signals.first?.contains("after the horizon of 12 months") == true)
    // On an earlier day nobody knew of it.
    let (then, past) = try person(leftOn: last + 60, asOf: last - 70)
    #expect(
      try then.departureProbability == person(leftOn: nil, asOf: last - 70).0.departureProbability
    )
    #expect(past.limits.contains { $0.contains("later departures of audit.yml are not used") })
  }

  @Test("an as-of day outside the quarter is wrong use, and stands before a configured quarter")
  func period() throws {
    let lines = weekly("A", from: 0, weeks: 60, hours: 20, title: "Care")
    let last = try #require(lines.last?.workDay)
    let quarter = Quarter(last).previous
    let error = AnalysisError.mixedPeriod(asOf: last, quarter: quarter)
    #expect(error.isWrongUse && error.description.contains("\(quarter)"))
    #expect(throws: error) { try audit(lines, quarter: quarter, asOf: last) }
    #expect(try audit(lines, quarter: quarter, asOf: quarter.firstDay).asOf == quarter.firstDay)
    var configuration = Configuration()
    configuration.quarter = Quarter(last)
    let past = try audit(lines, configuration: configuration, asOf: quarter.lastDay)
    #expect(past.quarter == quarter && past.asOf == quarter.lastDay)
  }

  @Test("a line of neither hours nor money does not move the end of the data, a bonus does")
  func endOfData() throws {
    let lines = weekly("A", from: 0, weeks: 40, hours: 20, title: "Care")
    let last = try #require(lines.last?.workDay)
    let nothing = line(last + 7, "A", hours: 0, title: "Care", number: 99_000)
    let one = try audit(lines)
    let two = try audit(lines + [nothing])
    #expect(two.asOf == last && two.total == one.total)
    #expect(
      two.leftOut == [
        LeftOutWork(reason: .afterAsOf, currency: .usd, lines: 1, amount: .zero)
      ]
    )
    var bonus = line(last + 7, "A", hours: 1, title: "Care", number: 99_001)
    bonus.isExtra = true
    #expect(try audit(lines + [bonus]).asOf == last + 7)
  }

  @Test("used amounts that enter no figure are named with their reason and currency")
  func leftOut() throws {
    var lines = weekly("A", from: 0, weeks: 40, hours: 20, title: "Care")
    var undated = line(Day(number: 20_000), "A", hours: 2, title: "Care", number: 99_000)
    undated.periodEnd = nil
    var foreign = line(Day(number: 20_010), "A", hours: 3, title: "Care", number: 99_001)
    foreign.currency = .eur
    lines += [undated, foreign]
    var configuration = Configuration()
    configuration.currency = .usd
    #expect(
      try audit(lines, configuration: configuration).leftOut == [
        LeftOutWork(
          reason: .noExchangeRate,
          currency: .eur,
          lines: 1,
          amount: ExactDecimal(units: 60)
        ),
        LeftOutWork(reason: .noDay, currency: .usd, lines: 1, amount: ExactDecimal(units: 40)),
      ]
    )
  }

  @Test("parameters name the source of the value that is used, and only changes are changes")
  func parameterSources() throws {
    let lines = weekly("A", from: 0, weeks: 40, hours: 20, title: "Care")
    var configuration = Configuration()
    configuration.parameters.marketplaceFee = 0.1
    configuration.changedParameters = ["marketplace_fee", "gap_factor", "frailty_shape"]
    configuration.alternatives.managerUSDPerHour = 60
    configuration.fitsFrailtyShape = true
    let audit = try audit(lines, configuration: configuration)
    func use(_ name: String) throws -> ParameterUse {
      try #require(audit.parameters.first { $0.name == name })
    }
    #expect(audit.parameters.filter(\.isChanged).map(\.name) == ["marketplace_fee"])
    #expect(
      try use("marketplace_fee").source.hasPrefix("audit.yml; the default of 0.05: client fee")
    )
    #expect(try use("frailty_shape").source.contains("needs 30 departures, these data have 0"))
    #expect(
      audit.limits.contains { $0.contains("The frailty shape stays at 2 although audit.yml") }
    )
    #expect(try !use("us.setup_usd").source.contains("PHP"))
  }

  @Test("a horizon of two years is named wherever its loss is")
  func horizon() throws {
    let lines = weekly("A", from: 0, weeks: 60, hours: 35, title: "Care")
    var configuration = Configuration()
    var role = Configuration.Role(id: "care")
    (role.match, role.collaboration, role.family) = (["care"], 0.9, .professional)
    configuration.roles = [role]
    configuration.parameters.horizonMonths = 24
    let audit = try audit(lines, configuration: configuration)
    #expect(audit.horizonMonths == 24)
    let finding = try #require(audit.findings.first { $0.check == "knowledge-at-risk" })
    #expect(finding.consequence.contains("in the next 24 months"))
    #expect(audit.limits.contains { $0.contains("expected loss is that of 24 months") })
    let keep = audit.explanations.first { $0.id == "option:company/keep" }?.steps ?? []
    #expect(
      keep.contains { $0.formula.contains("horizon of 24 months and booked as the cost of a year") }
    )
  }

  @Test("one thread gives the same audit as all")
  func threads() throws {
    var random = SplitMix64(seed: 11)
    let company = RandomCompany(&random)
    let (one, all) = try (company.audit(threads: 1), company.audit())
    #expect(one.total == all.total && one.year == all.year && one.roles == all.roles)
    #expect(one.findings == all.findings && one.explanations == all.explanations)
  }
}
