import Foundation
import Model
import Testing

@testable import Analysis

/// Every check by examples beside it.
struct CheckTests {
  private static let examples = IntegrityExamples.all + OtherExamples.all

  @Test("each example is judged as it should be", arguments: examples)
  func example(_ example: CheckExample) throws {
    let audit = try example.company.audit
    let result = try #require(audit.checks.first { $0.page.id == example.check })
    let findings = audit.findings.filter { $0.check == example.check }
    switch example.kind {
    case .passes, .nearMiss:
      #expect(result.state == .ran)
      #expect(findings.isEmpty, "\(findings.map(\.condition))")
    case .fails:
      #expect(result.state == .ran && !findings.isEmpty)
      if let severity = example.severity {
        #expect(findings.map(\.severity).max() == severity)
      }
      for finding in findings { Self.expectFiveParts(finding) }
    case .notApplicable:
      guard case .notApplicable(let needs) = result.state else {
        Issue.record("\(result.state)")
        return
      }
      #expect(needs.hasPrefix("needs ") && findings.isEmpty)
    }
  }

  private static func expectFiveParts(_ finding: Finding) {
    for part in [
      finding.criterion, finding.condition, finding.cause, finding.consequence, finding.action,
    ] { #expect(part.count > 4 && part.hasSuffix("."), "\(finding.id): \(part)") }
    let text = "\(finding.title) \(finding.condition) \(finding.cause) \(finding.action)"
      .lowercased()
    for word in ["fraud", "guilty", "cheat", "stole", "crime"] {
      #expect(!text.contains(word), "\(finding.id) accuses")
    }
  }

  @Test("every check has an example of each kind, and says all about itself")
  func completeness() {
    let ids = Checks.pages.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(Set(Self.examples.map(\.check)).isSubset(of: ids))
    for page in Checks.pages {
      let kinds = Set(Self.examples.filter { $0.check == page.id }.map(\.kind))
      var expected = Set(CheckExample.Kind.allCases)
      // These look at what every audit has.
      if ["unread-records", "currency-gaps", "unmatched-lines", "repeated-number"].contains(page.id)
      {
        expected.remove(.notApplicable)
      }
      #expect(kinds.isSuperset(of: expected), "\(page.id): \(expected.subtracting(kinds))")
      for text in [
        page.holds, page.fails, page.criterion, page.why, page.measured, page.falsePositives,
        page.remedy, page.dispute, page.severity, page.source,
      ] { #expect(!text.isEmpty, "\(page.id)") }
      #expect(page.holds != page.fails)
    }
  }

  @Test("docs/Checks.md is what the checks say; 'make docs' writes it")
  func documentation() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../docs/Checks.md")
    #expect(try String(contentsOf: file, encoding: .utf8) == ChecksPage.markdown)
  }

  private struct Broken: Check {
    struct Failure: Error {}
    let page = Checks.pages[0]
    func run(_ context: CheckContext) throws -> CheckOutcome { throw Failure() }
  }

  @Test("a check that throws becomes a finding, and the others run")
  func broken() throws {
    let company = Company(weeks(10))
    let audit = try company.audit
    let dataset = Dataset(
      lines: company.lines,
      postings: [],
      rejects: [],
      duplicates: [],
      inputs: [],
      reconciliation: Reconciliation(),
      diagnostics: []
    )
    let workload = Workload(
      dataset,
      configuration: company.configuration,
      rates: .none,
      currency: .usd
    )
    let context = CheckContext(
      audit,
      dataset: dataset,
      workload: workload,
      configuration: company.configuration,
      rates: .none
    )
    let (findings, results) = Checks.run(context, checks: [Broken(), SamePerson()])
    #expect(findings.map(\.id) == ["check-failed:exact-duplicate"])
    #expect(results.count == 2)
    if case .failed = results[0].state {} else { Issue.record("\(results[0].state)") }
  }

  @Test("one bill is the subject of one finding about money")
  func nothingTwice() throws {
    // A copy of a week doubles the hours of that week, too.
    let audit = try Company(
      weeks(10, hours: 50) + [
        bill(13, 100_000, document: "Z-1", from: 7, text: "Week 1") {
          $0.quantity = ExactDecimal(units: 50)
          $0.unit = "HUR"
        }
      ]
    ).audit
    let about = audit.findings.filter {
      ["exact-duplicate", "implausible-hours"].contains($0.check)
    }
    #expect(about.map(\.check) == ["exact-duplicate"])
  }
}
