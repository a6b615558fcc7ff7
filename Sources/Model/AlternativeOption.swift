/// One way to staff a department, with its cost.
public struct AlternativeOption: Sendable, Hashable {
  /// One part of a cost.
  public struct Part: Sendable, Hashable {
    /// What it is, for example `coordination`.
    public let name: String
    /// The amount.
    public let amount: Money

    /// Creates a part.
    public init(name: String, amount: Money) {
      self.name = name
      self.amount = amount
    }
  }

  /// The department.
  public let department: String
  /// The option, for example `keep` or `team-philippines`.
  public let option: String
  /// The full-time posts; `nil` for options without posts.
  public let posts: Double?
  /// The cost of a year.
  public let annual: Money
  /// The parts of the annual cost.
  public let annualParts: [Part]
  /// The cost of the change.
  public let oneOff: Money
  /// The parts of the one-off cost.
  public let oneOffParts: [Part]
  /// The total over the comparison's horizon.
  public let total: Money
  /// The months after which it is cheaper than keeping; `nil` when never.
  public let breakEvenMonths: Double?
  /// Whether it is the recommended option.
  public let isRecommended: Bool

  /// Creates an option.
  public init(
    department: String,
    option: String,
    posts: Double?,
    annual: Money,
    annualParts: [Part],
    oneOff: Money,
    oneOffParts: [Part],
    total: Money,
    breakEvenMonths: Double?,
    isRecommended: Bool
  ) {
    self.department = department
    self.option = option
    self.posts = posts
    self.annual = annual
    self.annualParts = annualParts
    self.oneOff = oneOff
    self.oneOffParts = oneOffParts
    self.total = total
    self.breakEvenMonths = breakEvenMonths
    self.isRecommended = isRecommended
  }
}
