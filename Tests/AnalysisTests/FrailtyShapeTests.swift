import Analysis
import Model
import TestSupport
import Testing

/// The frailty shape is fitted where there are thirty departures, and not below.
struct FrailtyShapeTests {
  /// A company of one role in which people come and go after a number of weeks.
  private func audit(people: Int, fitted: Bool = false, weeks: (Int) -> Int) throws -> Audit {
    var lines: [InvoiceLine] = []
    for person in 0..<people {
      let start = 2 * person
      for week in start..<(start + weeks(person)) {
        var line = InvoiceLine(
          kind: .invoice,
          location: SourceLocation(source: "in.csv", line: lines.count + 2),
          format: "tacit-invoices",
          amount: ExactDecimal(units: 200),
          currency: .usd
        )
        line.date = Day(number: 19_000 + 7 * week)
        line.freelancerID = "f\(person)"
        line.role = "care"
        line.quantity = ExactDecimal(units: 10)
        line.unit = "HUR"
        lines.append(line)
      }
    }
    var configuration = Configuration()
    configuration.fitsFrailtyShape = fitted
    return try AuditAnalysis.audit(
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
      rates: .none,
      options: AnalysisOptions(toolVersion: "test")
    )
  }

  @Test("people who all stay equally long speak for a large shape, mixed tenures for a small one")
  func fit() throws {
    let equal = try audit(people: 50) { _ in 20 }
    let mixed = try audit(people: 50) { $0 % 2 == 0 ? 2 : 90 }
    #expect(equal.hazard.departures >= 30 && equal.insight.shapes.count == 6)
    #expect(mixed.hazard.departures >= 30)
    #expect(equal.insight.fittedShape?.shape == 10)
    #expect((mixed.insight.fittedShape?.shape ?? 99) < 10)
    #expect(equal.insight.shapeUsed == 2, "the figures use the configured shape unless asked")
    #expect(equal.limits.contains { $0.contains("frailty shape of 10") })
  }

  @Test("with fewer departures there is no fit, and the fitted shape is used only when asked")
  func use() throws {
    #expect(try audit(people: 20) { _ in 20 }.insight.shapes.isEmpty)
    let asked = try audit(people: 50, fitted: true) { _ in 20 }
    #expect(asked.insight.shapeUsed == 10)
    #expect(asked.parameters.first { $0.name == "frailty_shape" }?.value == 10)
    let source = asked.parameters.first { $0.name == "frailty_shape" }?.source
    #expect(source?.hasPrefix("fitted to these data with") == true)
    let base = try audit(people: 50) { _ in 20 }
    let index = base.insight.shapes.first { $0.shape == 10 }?.index
    #expect(index == asked.total.index && index != base.total.index)
  }
}
