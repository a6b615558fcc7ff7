import Ingestion
import Model
import Testing

/// Earlier audits read back.
struct BaselineReaderTests {
  private func audit(version: String = "1", findings: String = "[]") -> [UInt8] {
    Array(
      """
      {"schema_version": \(version), "tool_version": "0.1.0", "as_of": "2026-06-28", "quarter": "2026-Q2",
       "currency": "USD", "company": {"loss": "12.30", "index": 4.5, "annual_spend": "273.00", "unknown": []},
       "roles": [{"id": "care", "class": "collaborative", "loss": "12.30", "index": 4.5, "holders": [{"id": "ana"}]}],
       "inputs": [{"path": "a.csv", "sha256": "00"}], "parameters": {"horizon_months": 12},
       "quarters": [{"quarter": "2026-Q2", "spend": "70.00", "index_change": {"people": 0.5}}],
       "findings": \(findings)}
      """.utf8
    )
  }

  @Test("what a comparison needs is read, and unknown fields are passed over")
  func reading() throws {
    let baseline = try BaselineReader.read(
      audit(
        findings: """
          [{"id": "sole-holder:care", "check": "sole-holder", "severity": "moderate", "status": "new",
            "subject": "role:care", "title": "care", "amount": "12.30", "criterion": "c", "condition": "d",
            "cause": "e", "consequence": "f", "action": "g", "evidence": []}]
          """
      )
    )
    #expect(baseline.quarter == Quarter("2026-Q2") && baseline.currency == .usd)
    #expect(baseline.findings.map(\.id) == ["sole-holder:care"])
    #expect(baseline.findings.first?.amount == ExactDecimal("12.30"))
    #expect(baseline.findings.first?.parts == ["c", "d", "e", "f", "g"])
    #expect(baseline.roles.first?.holders == ["ana"] && baseline.company.index == 4.5)
    #expect(
      baseline.quarterSpend == ExactDecimal(units: 70) && baseline.indexChange == ["people": 0.5]
    )
  }

  @Test("another version of the structure is refused with its number")
  func version() {
    for (version, remedy) in [("2", "update"), ("0", "again")] {
      do {
        _ = try BaselineReader.read(audit(version: version))
        Issue.record("version \(version) was read")
      } catch {
        #expect(error.message.contains("schema_version \(version)"))
        #expect(error.remedy.contains(remedy))
      }
    }
  }

  @Test(
    "what is no audit is refused",
    arguments: ["", "[]", "{}", "{\"schema_version\": 1}", "nonsense"]
  )
  func refusal(_ text: String) {
    #expect(throws: BaselineReader.Refusal.self) { try BaselineReader.read(Array(text.utf8)) }
  }

  @Test("a severity that is unknown is refused, not guessed")
  func severity() {
    let finding = """
      [{"id": "a", "check": "b", "severity": "terrible", "subject": "s"}]
      """
    #expect(throws: BaselineReader.Refusal.self) {
      try BaselineReader.read(audit(findings: finding))
    }
  }
}
