/// A finished audit: every figure that a report shows.
public struct Audit: Sendable {
  /// A line of work that came to no role by any rule.
  public struct Unmatched: Sendable, Hashable {
    /// The person whose lines they are.
    public let person: String
    /// The role that stands for them.
    public let role: String
    /// The number of lines.
    public let lines: Int
    /// Their cost.
    public let amount: Money

    /// Creates a note on unmatched lines.
    public init(person: String, role: String, lines: Int, amount: Money) {
      self.person = person
      self.role = role
      self.lines = lines
      self.amount = amount
    }
  }

  /// The version of the structure of `audit.json`.
  public var schemaVersion = 1
  /// The program's version.
  public var toolVersion: String
  /// The company's name; `nil` when the configuration does not say.
  public var company: String?
  /// The day up to which the data are taken as complete.
  public var asOf: Day
  /// The quarter that is reported.
  public var quarter: Quarter
  /// The reporting currency.
  public var currency: Currency
  /// The first and the last day of work in the data used.
  public var dataPeriod: ClosedRange<Day>
  /// What became of each input.
  public var inputs: [InputSummary]
  /// The proof that nothing was lost.
  public var reconciliation: Reconciliation
  /// The work among the records used that enters no figure, by reason and currency.
  public var leftOut: [LeftOutWork] = []
  /// The records that could not be used.
  public var rejects: [Reject]
  /// The records that another record says already.
  public var duplicates: [Duplicate]
  /// Where exchange rates came from.
  public var exchangeRateSource: String
  /// The cost of all work used up to the as-of day, in the reporting currency, without fees.
  public var workTotal: Money
  /// The cost of the work of the reported quarter.
  public var quarterSpend: Money
  /// The rate of departures.
  public var hazard: HazardEstimate
  /// The company's loss, spend and index.
  public var total: RiskFigures
  /// The distribution of the actual loss of one year.
  public var year: YearOutcome
  /// The departments, by name.
  public var departments: [DepartmentAudit]
  /// The roles, by loss, largest first.
  public var roles: [RoleAudit]
  /// The people, by loss, largest first.
  public var people: [PersonAudit]
  /// The ways to staff the company, each department and each role.
  public var comparisons: [StaffingComparison]
  /// What stands around the expected loss.
  public var insight: RiskInsight
  /// How the figures come about.
  public var explanations: [Explanation] = []
  /// The findings: open ones first, the most severe at the top, then the accepted, disputed, fixed
  /// and untested.
  public var findings: [Finding]
  /// What became of each check, in the order of the checks.
  public var checks: [CheckResult] = []
  /// The earlier audit that the findings are compared with; `nil` without one.
  public var baseline: EarlierAudit?
  /// The amount from which a single error matters to the accounts, in the reporting currency.
  public var materiality: Money?
  /// The history.
  public var quarters: [QuarterSummary]
  /// The parameters.
  public var parameters: [ParameterUse]
  /// The lines that no rule brought to a role.
  public var unmatched: [Unmatched]
  /// What these data and this model cannot show, as sentences.
  public var limits: [String]

  /// Creates an audit.
  public init(
    toolVersion: String,
    company: String?,
    asOf: Day,
    quarter: Quarter,
    currency: Currency,
    dataPeriod: ClosedRange<Day>,
    inputs: [InputSummary],
    reconciliation: Reconciliation,
    rejects: [Reject],
    duplicates: [Duplicate],
    exchangeRateSource: String,
    workTotal: Money,
    quarterSpend: Money,
    hazard: HazardEstimate,
    total: RiskFigures,
    year: YearOutcome,
    departments: [DepartmentAudit],
    roles: [RoleAudit],
    people: [PersonAudit],
    comparisons: [StaffingComparison],
    insight: RiskInsight,
    findings: [Finding],
    quarters: [QuarterSummary],
    parameters: [ParameterUse],
    unmatched: [Unmatched],
    limits: [String]
  ) {
    self.toolVersion = toolVersion
    self.company = company
    self.asOf = asOf
    self.quarter = quarter
    self.currency = currency
    self.dataPeriod = dataPeriod
    self.inputs = inputs
    self.reconciliation = reconciliation
    self.rejects = rejects
    self.duplicates = duplicates
    self.exchangeRateSource = exchangeRateSource
    self.workTotal = workTotal
    self.quarterSpend = quarterSpend
    self.hazard = hazard
    self.total = total
    self.year = year
    self.departments = departments
    self.roles = roles
    self.people = people
    self.comparisons = comparisons
    self.insight = insight
    self.findings = findings
    self.quarters = quarters
    self.parameters = parameters
    self.unmatched = unmatched
    self.limits = limits
  }
}

extension Audit {
  /// The months within which a departure counts.
  public var horizonMonths: Double {
    parameters.first { $0.name == "horizon_months" }?.value ?? RiskParameters().horizonMonths
  }

  /// The findings that somebody should act on.
  public var openFindings: [Finding] { findings.filter(\.status.isOpen) }
}
