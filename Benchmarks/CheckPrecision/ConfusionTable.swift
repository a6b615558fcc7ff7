import Analysis
import Model
import TestSupport

/// What each check found and missed over many years.
struct ConfusionTable {
  private struct Row {
    var planted = 0
    var found = 0
    var honest: [Severity: Int] = [:]
    var beside = 0
  }

  private var rows: [String: Row] = [:]
  private(set) var problems: [String] = []

  /// Audits an honest and a planted year of a seed.
  mutating func add(seed: UInt64) throws {
    let honest = try Self.audit(HonestYear(seed: seed), left: [])
    for finding in Self.integrity(honest) {
      rows[finding.check, default: Row()].honest[finding.severity, default: 0] += 1
      if finding.severity >= .high {
        problems.append("seed \(seed), honest: \(finding.id) \(finding.condition)")
      }
    }
    let planted = PlantedYear(seed: seed)
    let audit = try Self.audit(planted.year, left: planted.left)
    let findings = Self.integrity(audit)
    var used: Set<String> = []
    for plant in planted.plants {
      rows[plant.check, default: Row()].planted += 1
      let hit = findings.first { finding in
        finding.check == plant.check
          && (finding.evidence.contains { plant.places.contains($0.location) }
            || finding.subject == "person:\(plant.person)")
      }
      if let hit {
        rows[plant.check]?.found += 1
        used.insert(hit.id)
      } else {
        problems.append(
          "seed \(seed): \(plant.kind) of \(plant.person) was not found by \(plant.check)"
        )
      }
    }
    for finding in findings where !used.contains(finding.id) && finding.severity >= .high {
      rows[finding.check, default: Row()].beside += 1
    }
  }

  private static func integrity(_ audit: Audit) -> [Finding] {
    let checks = Set(audit.checks.filter { $0.page.group == .integrity }.map(\.page.id))
    return audit.findings.filter { checks.contains($0.check) }
  }

  private static func audit(_ year: HonestYear, left: [(name: String, day: Day)]) throws -> Audit {
    var configuration = Configuration()
    configuration.currency = .usd
    configuration.approvalLimit = HonestYear.approvalLimit
    for (name, day) in left {
      var person = Configuration.Person(id: name.lowercased().replacing(" ", with: "-"))
      person.aliases = [name]
      person.leftOn = day
      configuration.people.append(person)
    }
    return try AuditAnalysis.audit(
      year.dataset,
      configuration: configuration,
      rates: ExchangeRates(source: "invented", constant: HonestYear.rates),
      options: AnalysisOptions(toolVersion: "test")
    )
  }

  /// The table: planted, found and missed; findings of honest years by severity; findings of planted years that are
  /// high or critical and were not planted.
  var text: String {
    func cell(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    var lines = [
      "check                planted  found missed | honest years: low moderate  high critical | planted years, beside: high+"
    ]
    for (check, row) in rows.sorted(by: { $0.key < $1.key }) {
      let honest = Severity.allCases.map { cell("\(row.honest[$0] ?? 0)", 8) }.joined()
      lines.append(
        check + String(repeating: " ", count: max(1, 20 - check.count)) + cell("\(row.planted)", 8)
          + cell("\(row.found)", 7) + cell("\(row.planted - row.found)", 7) + " |          "
          + honest + " |"
          + cell("\(row.beside)", 6)
      )
    }
    return lines.joined(separator: "\n")
  }
}
