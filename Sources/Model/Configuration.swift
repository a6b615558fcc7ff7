/// What the user says in `audit.yml`, checked.
public struct Configuration: Sendable {
  /// One role that the user names.
  public struct Role: Sendable {
    /// The identifier used in every output.
    public var id: String
    /// The department.
    public var department: String?
    /// The patterns that claim lines and postings for the role.
    public var match: [String] = []
    /// The family that decides the learning time; `nil` is inferred.
    public var family: RoleFamily?
    /// The degree of collaboration that overrides the classifier.
    public var collaboration: Double?
    /// The share of the role's knowledge that is written down.
    public var docCoverage: Double?
    /// The age of the documents in months.
    public var docAgeMonths: Double?
    /// The weeks to full productivity that override the family's.
    public var weeksToFull: Double?

    /// Creates a role.
    public init(id: String) { self.id = id }
  }

  /// One person that the user names.
  public struct Person: Sendable {
    /// The identifier used in every output.
    public var id: String
    /// Other spellings and identifiers of the same person.
    public var aliases: [String] = []
    /// Where the person lives.
    public var location: String?
    /// Where the configuration says so.
    public var locationPlace: SourceLocation?
    /// The day a known leave ends.
    public var onLeaveUntil: Day?
    /// The day the person left, or is known to leave.
    public var leftOn: Day?
    /// The number of people who work behind the account; `nil` is one.
    public var people: Double?
    /// Whether a tax form (W-9 or W-8BEN) is on file.
    public var hasTaxForm: Bool?

    /// Creates a person.
    public init(id: String) { self.id = id }
  }

  /// What the user knows about one contract.
  public struct Contract: Sendable {
    /// The identifier, or the title where exports have no identifier.
    public var id: String
    /// The agreed rate of an hour in the contract's currency.
    public var rate: Double?
    /// The last day of work.
    public var ends: Day?
    /// The most hours a week that are right, for example of a team behind one account.
    public var weeklyHours: Double?

    /// Creates a contract.
    public init(id: String) { self.id = id }
  }

  /// What the user says about alternatives to freelancers.
  public struct Alternatives: Sendable {
    /// The locations to compare.
    public var locations: [String] = []
    /// The path of the user's own quotes.
    public var quotes: String?
    /// The cost of an hour of a manager in US dollars.
    public var managerUSDPerHour: Double?
    /// Where the section stands in the configuration.
    public var place: SourceLocation?

    /// No wishes.
    public init() {}
  }

  /// The address lines of the e-mailed report.
  public struct Mail: Sendable {
    /// The sender.
    public var from: String?
    /// The recipients.
    public var to: [String] = []
    /// Where the full report can be opened.
    public var reportURL: String?

    /// No addresses.
    public init() {}
  }

  /// Where exchange rates come from.
  public enum RatesSource: Sendable {
    /// The ECB's history file at a path relative to the configuration.
    case file(String)
    /// Units of each currency for one euro, for all days.
    case table([Currency: ExactDecimal])
  }

  /// The company's name.
  public var company: String?
  /// The reporting currency.
  public var currency: Currency?
  /// Where exchange rates come from.
  public var exchangeRates: RatesSource?
  /// The quarter to report.
  public var quarter: Quarter?
  /// The model's parameters with the user's changes.
  public var parameters = RiskParameters()
  /// The names of the parameters that the user set.
  public var changedParameters: Set<String> = []
  /// Whether the frailty shape is taken from the data where there are enough departures.
  public var fitsFrailtyShape = false
  /// The roles.
  public var roles: [Role] = []
  /// The people.
  public var people: [Person] = []
  /// The alternatives.
  public var alternatives = Alternatives()
  /// The amount from which an invoice needs approval.
  public var approvalLimit: ExactDecimal?
  /// The severity from which the run fails.
  public var failOn: Gate?
  /// What the user knows about contracts.
  public var contracts: [Contract] = []
  /// The amount from which a single error matters, in the reporting currency; `nil` for a share of
  /// the year's spend.
  public var materiality: ExactDecimal?
  /// What the user has decided about findings.
  public var decisions: [FindingDecision] = []
  /// The names of checks that are left out, with the reason of each.
  public var skippedChecks: [String: String] = [:]
  /// The mail addresses.
  public var mail = Mail()

  /// A configuration that says nothing.
  public init() {}
}
