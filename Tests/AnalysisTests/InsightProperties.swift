import Analysis
import Model
import TestSupport
import Testing

/// What must hold around the expected loss, on random companies.
struct InsightProperties {
  private static let seed: UInt64 = 20_260_701

  private func forAll(
    _ cases: Int,
    _ body: (inout RandomCompany, inout SplitMix64, Comment) throws -> Void
  ) throws {
    var random = SplitMix64(seed: Self.seed)
    for number in 0..<cases {
      var company = RandomCompany(&random)
      try body(&company, &random, "seed \(Self.seed), case \(number)")
    }
  }

  private func agree(_ left: Double, _ right: Double, _ tolerance: Double = 1e-9) -> Bool {
    abs(left - right) <= tolerance * max(1, abs(right))
  }

  @Test("what moved the index and the loss adds up to their change, from quarter to quarter")
  func trend() throws {
    var changes = 0
    var causes = Set<String>()
    try forAll(120) { company, _, comment in
      let quarters = try company.audit().quarters
      for (before, after) in zip(quarters, quarters.dropFirst()) {
        guard let change = after.change, let lossChange = after.lossChange,
          let old = before.index, let new = after.index, let oldLoss = before.loss,
          let newLoss = after.loss
        else { continue }
        changes += 1
        #expect(agree(change.parts.map(\.value).reduce(0, +), new - old), comment)
        #expect(agree(lossChange.parts.map(\.value).reduce(0, +), newLoss - oldLoss), comment)
        causes.formUnion(change.parts.filter { abs($0.value) > 1e-9 }.map(\.name))
      }
    }
    #expect(changes > 200)
    #expect(causes == ["people", "hours", "rates", "currency", "documentation"])
  }

  @Test("the last quarter of the trend is the audit, and an earlier one is the audit of its day")
  func trendEqualsAudits() throws {
    try forAll(40) { company, _, comment in
      for line in company.lines.indices where line % 5 == 0 {
        company.lines[line].description = "Wrote documentation"
      }
      var leaver = Configuration.Person(id: "f0")
      leaver.leftOn = company.lines.compactMap(\.workDay).max()
      company.configuration.people = [leaver]
      let audit = try company.audit()
      #expect(audit.quarters.last?.index == audit.total.index, comment)
      guard let earlier = audit.quarters.dropLast().last else { return }
      let then = try company.audit(asOf: earlier.quarter.lastDay)
      switch (earlier.index, then.total.index) {
      case (let left?, let right?): #expect(agree(left, right), comment)
      case (let left, let right): #expect(left == nil && right == nil, comment)
      }
    }
  }

  @Test("one more line never changes the hours of another department, fixed prices included")
  func independence() throws {
    try forAll(150) { company, random, comment in
      let base = try company.audit()
      var line = company.lines[random.below(company.lines.count)]
      let role = random.below(company.configuration.roles.count)
      line.role = "r\(role)"
      line.isFixedPrice = random.uniform() < 0.3
      line.quantity = line.isFixedPrice ? nil : ExactDecimal(units: Int64(1 + random.below(60)))
      line.unit = line.isFixedPrice ? nil : "HUR"
      line.location = SourceLocation(source: "more.csv", line: 2)
      company.lines.append(line)
      let more = try company.audit()
      for department in base.departments where department.id != "d\(role % 3)" {
        let same = more.departments.first { $0.id == department.id }
        #expect(same?.annualHours == department.annualHours, comment)
        #expect(same?.figures.exactAnnualSpend == department.figures.exactAnnualSpend, comment)
      }
    }
  }

  @Test("the parts of every option add up to it to the cent, and keeping is the present spend")
  func options() throws {
    var count = 0
    try forAll(60) { company, _, comment in
      let audit = try company.audit()
      for comparison in audit.comparisons {
        #expect(comparison.options.first?.option == "keep", comment)
        for option in comparison.options {
          count += 1
          let annual = option.annualParts.map(\.money.minorUnits).reduce(0, +)
          #expect(annual == option.annualMoney.minorUnits, comment)
          let once = option.oneOffParts.map(\.money.minorUnits).reduce(0, +)
          #expect(once == option.oneOffMoney.minorUnits, comment)
          #expect(agree(option.total, option.oneOff + 2 * option.annual), comment)
        }
        expectDecision(comparison, in: audit, comment)
        for bars in comparison.tornadoes.map(\.bars) {
          #expect(bars.map(\.swing) == bars.map(\.swing).sorted(by: >), comment)
        }
      }
    }
    #expect(count > 500)
  }

  /// The decision rule of the specification (3.1), read from the finished comparison.
  private func expectDecision(_ comparison: StaffingComparison, in audit: Audit, _ comment: Comment)
  {
    let decision = comparison.decision
    #expect((decision.recommended == nil) != (decision.decideOn == nil), comment)
    let roles = audit.roles.filter { role in
      !role.holders.isEmpty
        && (comparison.subject == "company" || comparison.subject == "role:\(role.id)"
          || comparison.subject == "department:\(role.department)")
    }
    let hours = roles.map(\.derivation.annualHours).reduce(0, +)
    let degree =
      roles.map { $0.derivation.annualHours * $0.collaboration.degree }.reduce(0, +) / hours
    let index =
      100 * roles.map(\.figures.exactLoss).reduce(0, +)
      / roles.map(\.figures.exactAnnualSpend).reduce(0, +)
    let teams = comparison.options.filter { !$0.posts.isEmpty }
    let keep = comparison.options[0]
    if degree < 0.4 - 1e-9 {
      let isLow = RiskBand(index: index) <= .moderate
      #expect(decision.recommended == (isLow ? "keep" : "document"), comment)
      return
    }
    let team = teams.first { $0.option == decision.recommended }
    if hours / 1_700 < 0.5 - 1e-9 { #expect(team == nil && decision.decideOn == nil, comment) }
    guard let tornado = comparison.tornadoes.first(where: { $0.option == team?.option })
    else { return }
    #expect((tornado.bars.first?.swing ?? 0) <= keep.total - (team?.total ?? 0), comment)
    #expect(
      comparison.options.allSatisfy { $0.total >= (team?.total ?? 0) || $0.index ?? 0 >= 8.33 }
    )
  }

  @Test("certain departures never lower a loss, and everybody's is the whole of it")
  func whatIf() throws {
    try forAll(80) { company, random, comment in
      let audit = try company.audit()
      let active = audit.people.filter(\.isActive).map(\.id)
      guard !active.isEmpty else { return }
      let some = active.filter { _ in random.uniform() < 0.5 }
      let answer = try #require(
        try company.audit(without: some.isEmpty ? active : some).insight.whatIf
      )
      #expect(answer.lossAfter >= answer.lossBefore - 1e-9, comment)
      #expect(answer.roles.allSatisfy { $0.added >= -1e-9 }, comment)
      #expect(answer.roles.map(\.added) == answer.roles.map(\.added).sorted(by: >), comment)
      let all = try #require(try company.audit(without: active).insight.whatIf)
      #expect(all.roles.allSatisfy { $0.holdersLeft == 0 }, comment)
      #expect(all.lossAfter >= answer.lossAfter - 1e-9, comment)
    }
  }

  @Test("documents never raise a risk, and both ways together never beat neither by cost order")
  func reductions() throws {
    try forAll(80) { company, _, comment in
      for role in try company.audit().roles {
        guard !role.reductions.isEmpty else {
          #expect(role.figures.exactLoss == 0, comment)
          continue
        }
        let ways = Dictionary(
          role.reductions.map { ($0.way, $0) },
          uniquingKeysWith: { first, _ in first }
        )
        let (document, second, both) = (ways[.document], ways[.secondPerson], ways[.both])
        #expect((document?.loss ?? .infinity) <= role.figures.exactLoss + 1e-9, comment)
        #expect((both?.loss ?? .infinity) <= (second?.loss ?? 0) + 1e-9, comment)
        let costs = role.reductions.map(\.cost)
        #expect(costs == costs.sorted() && costs.allSatisfy { $0 >= 0 }, comment)
      }
    }
  }

  @Test("past losses lie within the last 52 weeks and add up to the cent")
  func pastLoss() throws {
    var found = 0
    try forAll(80) { company, _, comment in
      let audit = try company.audit()
      let losses = audit.insight.pastLosses
      found += losses.count
      #expect(
        losses.map(\.loss.minorUnits).reduce(0, +) == audit.insight.pastLossTotal.minorUnits,
        comment
      )
      for loss in losses {
        #expect(loss.day > audit.asOf - 364 && loss.day <= audit.asOf, comment)
        #expect(loss.fraction >= 0 && loss.hours >= 0, comment)
      }
    }
    #expect(found > 30)
  }

  @Test("the backtest counts everybody who was active a year ago once")
  func backtest() throws {
    var tests = 0
    try forAll(80) { company, _, comment in
      let audit = try company.audit()
      guard let test = audit.insight.backtest else { return }
      tests += 1
      #expect(test.asOf == audit.asOf - 365, comment)
      #expect(test.observed <= test.people, comment)
      #expect(test.expected >= 0 && test.expected <= Double(test.people), comment)
      let then = try company.audit(asOf: test.asOf)
      #expect(then.people.count(where: \.isActive) == test.people + test.completed, comment)
      if let brier = test.brier { #expect((0...1).contains(brier), comment) }
    }
    #expect(tests > 40)
  }
}
