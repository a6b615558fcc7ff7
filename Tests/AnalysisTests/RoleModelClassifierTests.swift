import Analysis
import Foundation
import Model
import Testing

/// Roles: the posting and the invoices together.
struct RoleModelClassifierTests {
  private let classifier = RoleModelClassifier()

  private func role(_ posting: Posting?, busy: Bool) -> RoleObservation {
    var role = RoleObservation()
    role.posting = posting
    role.weeks = 52
    role.billedWeeks = busy ? 50 : 5
    role.colleagues = busy ? 3 : 0
    role.timeLines = busy ? 50 : 0
    role.fixedLines = busy ? 0 : 1
    return role
  }

  @Test("log-odds of posting and invoices add up, and the evidence to their sum")
  func addition() throws {
    let judged = classifier.judge(role(InventedPostings.border[1].posting, busy: true))
    let invoices = 0.7 * (log(2.0) + log(2.0) + log(1.5))
    let posting = try #require(judged.degreeByPosting)
    let weight = RoleModelClassifier.weightOfPosting(billedWeeks: 50)
    let text = weight * min(max(log(posting / (1 - posting)), -3.5), 3.5)
    #expect(abs(judged.degree - 1 / (1 + exp(-(text + invoices)))) < 1e-12)
    #expect(abs((judged.degreeByInvoices ?? 0) - 1 / (1 + exp(-invoices))) < 1e-12)
    let sum = judged.evidence.map(\.logOdds).reduce(0, +)
    #expect(abs(sum - (text + invoices)) < 1e-9)
    #expect(judged.source == .postingsAndInvoices)
  }

  @Test("a posting counts fully for half a year of billed weeks, and half after a year")
  func outlived() {
    #expect(RoleModelClassifier.weightOfPosting(billedWeeks: 0) == 1)
    #expect(RoleModelClassifier.weightOfPosting(billedWeeks: 26) == 1)
    #expect(RoleModelClassifier.weightOfPosting(billedWeeks: 39) == 0.75)
    #expect(RoleModelClassifier.weightOfPosting(billedWeeks: 52) == 0.5)
  }

  @Test("without a posting the invoices speak alone and stay unsure")
  func invoicesAlone() {
    var busy = role(nil, busy: true)
    busy.memos = (0..<20).map {
      RoleObservation.Memo(
        text: "meeting \($0) with care, review and planning",
        location: SourceLocation(source: "m", line: $0 + 1)
      )
    }
    let judged = classifier.judge(busy)
    #expect(judged.source == .invoices)
    #expect(judged.degree <= 0.86 && judged.degree > 0.6)
    #expect(judged.degreeByPosting == nil)
    let sum = judged.evidence.map(\.logOdds).reduce(0, +)
    #expect(abs(sum - log(judged.degree / (1 - judged.degree))) < 1e-9)
  }

  @Test("a role of which nothing is known is neither")
  func nothing() {
    var empty = RoleObservation()
    empty.billedWeeks = 6
    #expect(classifier.judge(empty).roleClass == .mixed)
  }
}
