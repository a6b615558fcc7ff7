import Analysis
import Model

/// One small company and what one check says about it.
struct CheckExample: Sendable, CustomStringConvertible {
  /// What is expected.
  enum Kind: String, Sendable, CaseIterable {
    /// Nothing is wrong.
    case passes
    /// The check finds something.
    case fails
    /// The check lacks data.
    case notApplicable
    /// It looks wrong and is right.
    case nearMiss
  }

  let check: String
  let kind: Kind
  let company: Company
  /// The severity of a failing example, where it is fixed by its rule.
  var severity: Severity?

  init(_ check: String, _ kind: Kind, _ company: Company) { self.init(check, kind, nil, company) }

  init(_ check: String, _ kind: Kind, _ severity: Severity?, _ company: Company) {
    self.check = check
    self.kind = kind
    self.company = company
    self.severity = severity
  }

  var description: String { "\(check), \(kind.rawValue)" }
}

/// What is read of a small company.
struct Company: Sendable {
  var lines: [InvoiceLine] = []
  var postings: [Posting] = []
  var rejects: [Reject] = []
  var duplicates: [Duplicate] = []
  var inputs: [InputSummary] = []
  var facts = ArithmeticChecks()
  var configuration = Configuration()
  var rates = ExchangeRates.none

  init(_ lines: [InvoiceLine] = [], _ change: (inout Company) -> Void = { _ in }) {
    self.lines = lines
    change(&self)
    for index in self.lines.indices where self.lines[index].location.line == 0 {
      self.lines[index].location = SourceLocation(source: "in.csv", line: index + 2)
    }
    configuration.currency = configuration.currency ?? .usd
  }

  var audit: Audit {
    get throws {
      try AuditAnalysis.audit(
        Dataset(
          lines: lines,
          postings: postings,
          rejects: rejects,
          duplicates: duplicates,
          inputs: inputs,
          reconciliation: Reconciliation(),
          diagnostics: [],
          arithmetic: facts
        ),
        configuration: configuration,
        rates: rates,
        options: AnalysisOptions(toolVersion: "test")
      )
    }
  }
}

/// The Monday that examples begin with.
let monday = Day(number: 20_244).startOfWeek

/// A line of work.
func bill(
  _ day: Int,
  _ cents: Int64,
  person: String = "Ana",
  document: String? = nil,
  from: Int? = nil,
  contract: String? = "c1",
  role: String = "care",
  text: String? = nil,
  format: FormatName = "tacit-invoices",
  change: (inout InvoiceLine) -> Void = { _ in }
) -> InvoiceLine {
  var line = InvoiceLine(
    kind: .invoice,
    location: SourceLocation(source: "in.csv", line: 0),
    format: format,
    amount: ExactDecimal(units: cents, scale: 2),
    currency: .usd
  )
  line.document = document
  line.date = monday + day
  line.periodStart = from.map { monday + $0 }
  line.periodEnd = from == nil ? nil : monday + day
  line.freelancer = person
  line.contract = contract
  line.role = role
  line.department = "Operations"
  line.description = text
  change(&line)
  return line
}

/// Weeks of hours at a rate in cents.
func weeks(
  _ count: Int,
  hours: Int64 = 20,
  rate: Int64 = 2000,
  from start: Int = 0,
  person: String = "Ana",
  contract: String? = "c1",
  role: String = "care",
  prefix: String = "A-",
  format: FormatName = "tacit-invoices",
  change: (Int, inout InvoiceLine) -> Void = { _, _ in }
) -> [InvoiceLine] {
  (0..<count).map { week in
    let first = 7 * (start + week)
    var line = bill(
      first + 6,
      hours * rate,
      person: person,
      document: "\(prefix)\(100 + start + week)",
      from: first,
      contract: contract,
      role: role,
      text: "Week \(start + week)",
      format: format
    )
    line.quantity = ExactDecimal(units: hours)
    line.unit = "HUR"
    line.unitPrice = ExactDecimal(units: rate, scale: 2)
    change(week, &line)
    return line
  }
}

/// Fixed prices, one a fortnight.
func pieces(_ cents: [Int64], person: String = "Ana", from day: Int = 0) -> [InvoiceLine] {
  cents.enumerated().map { index, amount in
    bill(day + 14 * index, amount, person: person, document: "P-\(index)", text: "Piece \(index)") {
      $0.isFixedPrice = true
    }
  }
}
