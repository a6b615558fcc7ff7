import Ingestion
import Model
import Testing

/// What `audit.yml` says about findings and contracts.
struct FindingSectionTests {
  @Test("decisions, contracts, materiality and checks left out")
  func reading() throws {
    let configuration = try ConfigurationReader.read(
      """
      materiality: 2500
      contracts:
        - { id: "38050119", rate: 62, ends: 2026-12-31, weekly_hours: 80 }
      accepted:
        - { id: "sole-holder:care", reason: "until January", until: 2027-01-31 }
      disputed:
        - { id: "relative-size:*", reason: "milestones" }
      skip_checks:
        - { check: weekend-work, reason: "shifts" }
      people:
        - { id: ana, people: 3, tax_form: true }
      """,
      named: "audit.yml"
    )
    #expect(configuration.materiality == ExactDecimal(units: 2500))
    #expect(configuration.contracts.first?.rate == 62)
    #expect(configuration.contracts.first?.ends == Day("2026-12-31"))
    #expect(configuration.contracts.first?.weeklyHours == 80)
    #expect(configuration.decisions.map(\.kind) == [.accepted, .disputed])
    #expect(configuration.decisions.first?.until == Day("2027-01-31"))
    #expect(configuration.decisions.last?.covers("relative-size:ana/7") == true)
    #expect(configuration.skippedChecks == ["weekend-work": "shifts"])
    #expect(
      configuration.people.first?.people == 3 && configuration.people.first?.hasTaxForm == true
    )
  }

  @Test(
    "a decision without a reason, a rate of nothing and an unknown key are refused with their place",
    arguments: [
      "accepted:\n  - { id: x }", "disputed:\n  - { reason: x }", "materiality: 0",
      "contracts:\n  - { id: x, rate: 0 }",
      "accepted:\n  - { id: x, reason: y, untill: 2026-01-01 }",
      "skip_checks:\n  - { check: x }",
    ]
  )
  func refusal(_ text: String) {
    do {
      _ = try ConfigurationReader.read(text, named: "audit.yml")
      Issue.record("'\(text)' was read")
    } catch { #expect(error.diagnostic.location?.source == "audit.yml") }
  }
}
