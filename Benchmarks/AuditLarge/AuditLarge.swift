import Analysis
import Foundation
import Ingestion
import Model

/// Measures the audit of a large invented company, from records in memory to the finished audit.
///
/// Arguments: the number of roles, of people, and the mean number of weekly lines of each person.
@main
enum AuditLarge {
  static func main() throws {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let roles = numbers.first ?? 3_000
    let people = numbers.dropFirst().first ?? 20_000
    let weeks = numbers.dropFirst(2).first ?? 26
    let clock = ContinuousClock()
    let dataset = LargeCompany.dataset(roles: roles, people: people, weeks: weeks)
    let portfolio = LargeCompany.portfolio(dataset, roles: roles, people: people)
    print("\(roles) roles, \(people) people, \(dataset.lines.count) lines")

    let parameters = RiskParameters()
    var assessment: RiskAssessment?
    let assessing = clock.measure {
      assessment = RiskAssessment(portfolio, parameters: parameters)
    }
    guard let assessment else { return }
    let active = assessment.people.count { $0.billing.isActive }
    print("one assessment                 \(assessing) (\(active) active people)")
    let simulating = clock.measure {
      _ = YearSimulation(assessment, portfolio, parameters: parameters)
    }
    print("10,000 simulated years         \(simulating)")
    let single = clock.measure {
      _ = YearSimulation(assessment, portfolio, parameters: parameters, threads: 1)
    }
    print("the same on one thread         \(single)")

    var configuration = Configuration()
    configuration.currency = .usd
    let wages = WageTable.benchmarks().figures
    var audit: Audit?
    let all = try clock.measure {
      audit = try AuditAnalysis.audit(
        dataset,
        configuration: configuration,
        rates: .none,
        options: AnalysisOptions(toolVersion: "bench", wages: wages)
      )
    }
    guard let audit else { return }
    print("the whole audit                \(all)")
    print(
      "expected loss \(audit.total.loss), \(audit.comparisons.count) comparisons, "
        + "\(audit.quarters.count) quarters"
    )
  }
}

/// A company with a given number of roles and people, always the same.
private enum LargeCompany {
  static func dataset(roles: Int, people: Int, weeks: Int) -> Dataset {
    var random = SplitMix64(seed: 1)
    let start = Day(number: 19_900)
    let span = 104
    var lines: [InvoiceLine] = []
    lines.reserveCapacity(people * weeks)
    for person in 0..<people {
      let role = random.below(roles)
      let other = random.uniform() < 0.1 ? random.below(roles) : role
      let length = 1 + random.below(2 * weeks)
      // Most of those who last are still there at the end, as in a company that grows.
      var week = random.uniform() < 0.4 ? max(0, span - length) : random.below(span)
      let end = min(span, week + length)
      let (hours, rate) = (4 + random.below(36), 6 + random.below(80))
      while week < end {
        var line = InvoiceLine(
          kind: .invoice,
          location: SourceLocation(source: "large.csv", line: lines.count + 2),
          format: "tacit-invoices",
          amount: ExactDecimal(units: Int64(hours * rate)),
          currency: .usd
        )
        line.date = start + 7 * week
        line.freelancerID = "f\(person)"
        line.role = "role \(random.uniform() < 0.8 ? role : other)"
        line.department = "department \(role % 40)"
        line.quantity = ExactDecimal(units: Int64(hours))
        line.unit = "HUR"
        lines.append(line)
        week += random.uniform() < 0.03 ? 3 + random.below(12) : 1
      }
    }
    return Dataset(
      lines: lines,
      postings: [],
      rejects: [],
      duplicates: [],
      inputs: [],
      reconciliation: Reconciliation(),
      diagnostics: []
    )
  }

  /// The same work as the model sees it, to measure its parts.
  static func portfolio(_ dataset: Dataset, roles: Int, people: Int) -> Portfolio {
    var position: [String: Int] = [:]
    var names: [String] = []
    func role(_ name: String) -> Int {
      if let known = position[name] { return known }
      position[name] = names.count
      names.append(name)
      return names.count - 1
    }
    let lines = dataset.lines.map { line in
      Portfolio.Line(
        person: Int(line.freelancerID?.dropFirst() ?? "") ?? 0,
        role: role(line.role ?? ""),
        day: line.date ?? Day(number: 0),
        hours: line.quantity?.doubleValue ?? 0,
        cost: line.amount.doubleValue * 1.05
      )
    }
    return Portfolio(
      roles: names.map {
        Portfolio.Role(
          id: $0,
          department: "d",
          weeksToFull: 16,
          collaboration: 0.5,
          documentation: Documentation(coverage: 0, ageMonths: 0)
        )
      },
      people: (0..<people).map { Portfolio.Person(id: "f\($0)") },
      lines: lines,
      postings: [],
      asOf: lines.map(\.day).max() ?? Day(number: 0)
    )
  }
}
