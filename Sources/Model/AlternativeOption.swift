/// One way to staff the company, a department or a role, with its cost in major units of the
/// reporting currency.
public struct AlternativeOption: Sendable, Hashable {
  /// One part of a cost.
  public struct Part: Sendable, Hashable {
    /// What it is, for example `coordination`.
    public let name: String
    /// The amount.
    public let amount: Double
    /// The amount in cents that add up to those of the whole.
    public let money: Money

    /// Creates a part.
    public init(_ name: String, _ amount: Double, _ money: Money) {
      self.name = name
      self.amount = amount
      self.money = money
    }
  }

  /// What the marketplace itself gives, in this option: by the fee, or bought elsewhere.
  public struct Service: Sendable, Hashable {
    /// What is given, for example `payroll`.
    public let name: String
    /// What it costs a year in this option, contained in the parts above; `nil` where no source
    /// puts a price on it.
    public let amount: Double?
    /// How this option has it, and the source of the amount.
    public let note: String

    /// Creates a service.
    public init(_ name: String, _ amount: Double?, _ note: String) {
      self.name = name
      self.amount = amount
      self.note = note
    }
  }

  /// The posts of one role.
  public struct Post: Sendable, Hashable {
    /// The role.
    public let role: String
    /// The full-time posts, in steps of a half.
    public let posts: Double
    /// The loaded cost of one post a year.
    public let costPerHead: Double
    /// The loaded cost of an hour of work.
    public let loadedHourly: Double
    /// Where the pay comes from.
    public let wage: WageFigure

    /// Creates posts.
    public init(
      role: String,
      posts: Double,
      costPerHead: Double,
      loadedHourly: Double,
      wage: WageFigure
    ) {
      self.role = role
      self.posts = posts
      self.costPerHead = costPerHead
      self.loadedHourly = loadedHourly
      self.wage = wage
    }
  }

  /// The option: `keep`, `document`, `philippines_team`, `in_house_us` or another `…_team`.
  public let option: String
  /// The posts by role; empty for options without posts.
  public let posts: [Post]
  /// The parts of the annual cost.
  public let annualParts: [Part]
  /// The cost of a year.
  public let annual: Double
  /// The cost of a year in cents.
  public let annualMoney: Money
  /// The parts of the one-off cost.
  public let oneOffParts: [Part]
  /// The cost of the change.
  public let oneOff: Double
  /// The cost of the change in cents.
  public let oneOffMoney: Money
  /// The total over the comparison's horizon.
  public let total: Double
  /// The months after which it is cheaper than keeping; `nil` when never, and for keeping.
  public let breakEvenMonths: Double?
  /// The knowledge lost in percent of what the people cost; `nil` without people.
  public let index: Double?
  /// What the marketplace gives, and who gives it here.
  public let services: [Service]

  /// Creates an option.
  public init(
    option: String,
    posts: [Post],
    annualParts: [Part],
    annual: Double,
    annualMoney: Money,
    oneOffParts: [Part],
    oneOff: Double,
    oneOffMoney: Money,
    total: Double,
    breakEvenMonths: Double?,
    index: Double?,
    services: [Service]
  ) {
    self.option = option
    self.posts = posts
    self.annualParts = annualParts
    self.annual = annual
    self.annualMoney = annualMoney
    self.oneOffParts = oneOffParts
    self.oneOff = oneOff
    self.oneOffMoney = oneOffMoney
    self.total = total
    self.breakEvenMonths = breakEvenMonths
    self.index = index
    self.services = services
  }

  /// The amount of a part of the annual cost; 0 when the option has no such part.
  public func annualPart(_ name: String) -> Double {
    annualParts.first { $0.name == name }?.amount ?? 0
  }
}
