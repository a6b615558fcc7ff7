/// An earlier audit, as far as a later one is compared with it.
public struct EarlierAudit: Sendable, Hashable {
  /// A finding of then.
  public struct Entry: Sendable, Hashable {
    /// The identifier.
    public var id: String
    /// The identifier of its check.
    public var check: String
    /// How serious it was.
    public var severity: Severity
    /// The status of then, by its name.
    public var status: String
    /// What it was about.
    public var subject: String
    /// The title.
    public var title: String
    /// The money in the currency of the baseline; `nil` where there was none.
    public var amount: ExactDecimal?
    /// The five parts: criterion, condition, cause, consequence, action.
    public var parts: [String]

    /// Creates an entry.
    public init(
      id: String,
      check: String,
      severity: Severity,
      status: String,
      subject: String,
      title: String,
      amount: ExactDecimal?,
      parts: [String]
    ) {
      self.id = id
      self.check = check
      self.severity = severity
      self.status = status
      self.subject = subject
      self.title = title
      self.amount = amount
      self.parts = parts
    }
  }

  /// A role, department or person of then with its figures.
  public struct Figure: Sendable, Hashable {
    /// The identifier.
    public var id: String
    /// The expected loss in the currency of the baseline.
    public var loss: ExactDecimal?
    /// The index in percent.
    public var index: Double?
    /// The names of its holders, for roles.
    public var holders: [String]
    /// The class, for roles.
    public var roleClass: String?

    /// Creates a figure.
    public init(
      id: String,
      loss: ExactDecimal?,
      index: Double?,
      holders: [String] = [],
      roleClass: String? = nil
    ) {
      self.id = id
      self.loss = loss
      self.index = index
      self.holders = holders
      self.roleClass = roleClass
    }
  }

  /// The version of the structure it was written in.
  public var schemaVersion: Int
  /// The version of the program that wrote it.
  public var toolVersion: String
  /// The end of its data.
  public var asOf: Day
  /// Its quarter.
  public var quarter: Quarter
  /// Its currency.
  public var currency: Currency
  /// The findings.
  public var findings: [Entry]
  /// The company's figures.
  public var company: Figure
  /// The roles.
  public var roles: [Figure]
  /// The parameters.
  public var parameters: [String: Double]
  /// The inputs: SHA-256 by path.
  public var inputs: [String: String]
  /// The cost of the work of the quarter.
  public var quarterSpend: ExactDecimal?
  /// The year's spend.
  public var annualSpend: ExactDecimal?
  /// What moved the index in the quarter, in points by cause; empty where it is not known.
  public var indexChange: [String: Double]

  /// Creates a baseline.
  public init(
    schemaVersion: Int,
    toolVersion: String,
    asOf: Day,
    quarter: Quarter,
    currency: Currency,
    findings: [Entry],
    company: Figure = Figure(id: "company", loss: nil, index: nil),
    roles: [Figure] = [],
    parameters: [String: Double] = [:],
    inputs: [String: String] = [:],
    quarterSpend: ExactDecimal? = nil,
    annualSpend: ExactDecimal? = nil,
    indexChange: [String: Double] = [:]
  ) {
    self.schemaVersion = schemaVersion
    self.toolVersion = toolVersion
    self.asOf = asOf
    self.quarter = quarter
    self.currency = currency
    self.findings = findings
    self.company = company
    self.roles = roles
    self.parameters = parameters
    self.inputs = inputs
    self.quarterSpend = quarterSpend
    self.annualSpend = annualSpend
    self.indexChange = indexChange
  }
}
