import Model
import Testing

@testable import Analysis

/// Findings against an earlier audit and the user's decisions.
struct FindingStatusTests {
  private func finding(_ id: String, _ severity: Severity = .moderate, cents: Int64 = 100)
    -> Finding
  {
    Finding(
      id: id,
      check: "sole-holder",
      severity: severity,
      subject: "role:x",
      title: "t",
      amount: Money(minorUnits: cents, currency: .usd),
      criterion: "c",
      condition: "c",
      cause: "c",
      consequence: "c",
      action: "a",
      evidence: []
    )
  }

  private func earlier(_ findings: [Finding], currency: Currency = .usd) -> EarlierAudit {
    EarlierAudit(
      schemaVersion: 1,
      toolVersion: "0",
      asOf: Day(number: 20_000),
      quarter: Quarter(Day(number: 20_000)),
      currency: currency,
      findings: findings.map {
        EarlierAudit.Entry(
          id: $0.id,
          check: $0.check,
          severity: $0.severity,
          status: $0.status.rawValue,
          subject: $0.subject,
          title: $0.title,
          amount: $0.amount.map { ExactDecimal(units: $0.minorUnits, scale: 2) },
          parts: []
        )
      }
    )
  }

  private func settle(
    _ findings: [Finding],
    against earlier: EarlierAudit? = nil,
    decisions: [FindingDecision] = [],
    state: CheckResult.State = .ran
  ) throws -> [String: Finding] {
    let page = try #require(Checks.pages.first { $0.id == "sole-holder" })
    let settled = FindingStatus.settle(
      findings,
      results: [CheckResult(page: page, state: state, subjectCount: 1, passed: [])],
      baseline: earlier,
      decisions: decisions,
      asOf: Day(number: 20_100),
      currency: .usd
    )
    return Dictionary(settled.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("new, known, changed and fixed")
  func statuses() throws {
    let settled = try settle(
      [finding("a"), finding("b"), finding("c", .high), finding("d", cents: 200)],
      against: earlier([finding("b"), finding("c"), finding("d"), finding("e")])
    )
    #expect(
      settled.mapValues(\.status) == [
        "a": .new, "b": .known, "c": .changed, "d": .changed, "e": .fixed,
      ]
    )
    #expect(settled["c"]?.note == "was moderate")
    #expect(settled["d"]?.note == "was USD\u{A0}1.00")
    #expect(settled["e"]?.status.isOpen == false)
  }

  @Test("what could not be tested is not called fixed")
  func untested() throws {
    let settled = try settle(
      [],
      against: earlier([finding("e")]),
      state: .notApplicable("needs people")
    )
    #expect(settled["e"]?.status == .untested)
  }

  @Test("amounts in another currency are not compared")
  func currency() throws {
    let settled = try settle(
      [finding("a", cents: 200)],
      against: earlier([finding("a")], currency: .eur)
    )
    #expect(settled["a"]?.status == .known)
  }

  @Test("an acceptance holds until its last day and lapses after it")
  func acceptance() throws {
    func accepted(_ day: Int?, _ pattern: String = "a") -> [FindingDecision] {
      [
        FindingDecision(
          .accepted,
          pattern: pattern,
          reason: "known",
          until: day.map { Day(number: $0) }
        )
      ]
    }
    #expect(try settle([finding("a")], decisions: accepted(20_100))["a"]?.status == .accepted)
    #expect(try settle([finding("a")], decisions: accepted(nil))["a"]?.status == .accepted)
    let over = try settle([finding("a")], decisions: accepted(20_099))["a"]
    #expect(over?.status == .new && over?.note?.contains("which is over") == true)
    #expect(try settle([finding("ab")], decisions: accepted(nil, "a*"))["ab"]?.status == .accepted)
    #expect(try settle([finding("ab")], decisions: accepted(nil, "a"))["ab"]?.status == .new)
    let disputed = [FindingDecision(.disputed, pattern: "a", reason: "wrong")]
    #expect(try settle([finding("a")], decisions: disputed)["a"]?.status == .disputed)
  }
}
