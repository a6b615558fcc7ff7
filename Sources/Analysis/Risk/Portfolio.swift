public import Model

/// The work of a company as the risk model sees it: who worked in which role, when, how long, and
/// what it cost.
public struct Portfolio: Sendable {
  /// One role.
  public struct Role: Sendable {
    /// The identifier.
    public var id: String
    /// The department.
    public var department: String
    /// The weeks to full productivity.
    public var weeksToFull: Double
    /// The degree of collaboration, 0 to 1.
    public var collaboration: Double
    /// The documents.
    public var documentation: Documentation

    /// Creates a role.
    public init(
      id: String,
      department: String,
      weeksToFull: Double,
      collaboration: Double,
      documentation: Documentation
    ) {
      self.id = id
      self.department = department
      self.weeksToFull = weeksToFull
      self.collaboration = collaboration
      self.documentation = documentation
    }
  }

  /// One person.
  public struct Person: Sendable {
    /// The identifier.
    public var id: String
    /// The day a known leave ends.
    public var onLeaveUntil: Day?
    /// The day the person left, or is known to leave.
    public var leftOn: Day?

    /// Creates a person.
    public init(id: String, onLeaveUntil: Day? = nil, leftOn: Day? = nil) {
      self.id = id
      self.onLeaveUntil = onLeaveUntil
      self.leftOn = leftOn
    }

    /// When somebody leaves whose last day is known before it has come.
    enum KnownDeparture {
      /// Within the horizon, so that the probability of leaving is 1.
      case withinHorizon
      /// Later, so that it changes nothing yet.
      case later
    }

    /// The known departure after a day; `nil` without one, or when the person has left already.
    func knownDeparture(after day: Day, _ parameters: RiskParameters) -> KnownDeparture? {
      guard let leftOn, leftOn > day else { return nil }
      let horizon = parameters.horizonMonths * Experience.daysPerMonth
      return Double(leftOn - day) <= horizon ? .withinHorizon : .later
    }

    /// What was known of the person on an earlier day: a departure that had happened, and neither
    /// a later one nor a leave.
    func known(on day: Day) -> Self {
      Self(id: id, leftOn: leftOn.flatMap { $0 <= day ? $0 : nil })
    }
  }

  /// One line of work.
  public struct Line: Sendable {
    /// The index of the person.
    public var person: Int
    /// The index of the role.
    public var role: Int
    /// The day the work is counted on.
    public var day: Day
    /// The hours; 0 for money without working time.
    public var hours: Double
    /// The cost in major units of the reporting currency, client fee included.
    public var cost: Double
    /// The currency that it was billed in; `nil` is the reporting currency.
    public var billed: Currency?
    /// The cost in the currency that it was billed in, client fee included.
    public var billedCost: Double
    /// The part of the cost, without the fee, on which the marketplace's fee is charged.
    public var feeBase: Double

    /// Creates a line.
    public init(
      person: Int,
      role: Int,
      day: Day,
      hours: Double,
      cost: Double,
      billed: Currency? = nil,
      billedCost: Double? = nil,
      feeBase: Double = 0
    ) {
      self.person = person
      self.role = role
      self.day = day
      self.hours = hours
      self.cost = cost
      self.billed = billed
      self.billedCost = billedCost ?? cost
      self.feeBase = feeBase
    }

    /// Whether it shows that the person worked; bonuses, expenses and credits do not.
    public var countsAsPresence: Bool { hours > 0 }
  }

  /// The day a role was advertised.
  public struct Posting: Sendable {
    /// The index of the role.
    public var role: Int
    /// The day.
    public var day: Day

    /// Creates a posting.
    public init(role: Int, day: Day) {
      self.role = role
      self.day = day
    }
  }

  /// The roles.
  public var roles: [Role]
  /// The people.
  public var people: [Person]
  /// The lines, none after the as-of day.
  public var lines: [Line]
  /// The postings.
  public var postings: [Posting]
  /// The day up to which the data are taken as complete.
  public var asOf: Day

  /// The same company on an earlier day, or another one; lines after the day stay out.
  func standing(on day: Day) -> Portfolio {
    var portfolio = self
    portfolio.asOf = day
    return portfolio
  }

  /// Creates a portfolio; lines after the as-of day are left out.
  public init(
    roles: [Role],
    people: [Person],
    lines: [Line],
    postings: [Posting],
    asOf: Day
  ) {
    self.roles = roles
    self.people = people
    self.lines = lines.filter { $0.day <= asOf }
    self.postings = postings
    self.asOf = asOf
  }
}
