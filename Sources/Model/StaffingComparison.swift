/// The ways to staff a department, a role or the company, and which one the figures speak for.
public struct StaffingComparison: Sendable, Hashable {
  /// One bar of a tornado: the advantage of an option over keeping, at both ends of a range.
  public struct Bar: Sendable, Hashable {
    /// The parameter.
    public let parameter: String
    /// The low end.
    public let low: Double
    /// The high end.
    public let high: Double
    /// The advantage over the horizon at the low end.
    public let advantageAtLow: Double
    /// The advantage over the horizon at the high end.
    public let advantageAtHigh: Double

    /// Creates a bar.
    public init(
      parameter: String,
      low: Double,
      high: Double,
      advantageAtLow: Double,
      advantageAtHigh: Double
    ) {
      self.parameter = parameter
      self.low = low
      self.high = high
      self.advantageAtLow = advantageAtLow
      self.advantageAtHigh = advantageAtHigh
    }

    /// The length of the bar.
    public var swing: Double { abs(advantageAtHigh - advantageAtLow) }
  }

  /// The tornado of one option.
  public struct Tornado: Sendable, Hashable {
    /// The option.
    public let option: String
    /// Its advantage over keeping, over the horizon.
    public let advantage: Double
    /// The bars, longest first.
    public let bars: [Bar]

    /// Creates a tornado.
    public init(option: String, advantage: Double, bars: [Bar]) {
      self.option = option
      self.advantage = advantage
      self.bars = bars
    }
  }

  /// What the decision rule says.
  public struct Decision: Sendable, Hashable {
    /// The recommended option; `nil` when undecided.
    public let recommended: String?
    /// The parameter to find out first; `nil` when decided.
    public let decideOn: String?
    /// Why, with numbers.
    public let reason: String
    /// What else a reader should notice: wages or knowledge, where the people live already.
    public let notes: [String]

    /// Creates a decision.
    public init(recommended: String?, decideOn: String?, reason: String, notes: [String]) {
      self.recommended = recommended
      self.decideOn = decideOn
      self.reason = reason
      self.notes = notes
    }
  }

  /// What is staffed: `department:Marketing`, `role:design` or `company`.
  public let subject: String
  /// The department, or that of the role; empty for the company.
  public let department: String
  /// The options; keeping comes first.
  public let options: [AlternativeOption]
  /// The tornadoes of the options with posts.
  public let tornadoes: [Tornado]
  /// The decision.
  public let decision: Decision

  /// Creates a comparison.
  public init(
    subject: String,
    department: String,
    options: [AlternativeOption],
    tornadoes: [Tornado],
    decision: Decision
  ) {
    self.subject = subject
    self.department = department
    self.options = options
    self.tornadoes = tornadoes
    self.decision = decision
  }

  /// The option that the decision names; `nil` when undecided.
  public var recommendedOption: AlternativeOption? {
    decision.recommended.flatMap { name in options.first { $0.option == name } }
  }

  /// The option with the smallest total.
  public var cheapest: AlternativeOption? {
    options.min { ($0.total, $0.option) < ($1.total, $1.option) }
  }

  /// The cheaper option that the decision passes over, because a rule (tasks, a critical index, too
  /// little work for a post) stands before the figures; `nil` where the figures decide.
  public var passedOver: AlternativeOption? {
    guard let recommended = recommendedOption, let cheapest,
      recommended.total - cheapest.total >= 0.005
    else { return nil }
    return cheapest
  }

  /// The months over which the options are compared; `nil` without a yearly cost.
  public var horizonMonths: Double? {
    guard let keep = options.first, keep.annual > 0 else { return nil }
    return (12 * (keep.total - keep.oneOff) / keep.annual).rounded()
  }

  /// A parameter of a tornado in the words of a reader; other names as they are.
  public static func words(for parameter: String) -> String { names[parameter] ?? parameter }

  private static let names = [
    "wage_factor": "pay", "efficiency": "how much work an hour of the team does",
    "productive_hours": "the productive hours of a post",
    "admin_usd_month": "the monthly fee for payroll or an employer of record",
    "annual_attrition": "how many of the team leave in a year",
    "coord_factor": "how much coordination a team needs", "night_share": "work at night",
    "setup_usd": "the cost of the setup",
    "parallel_run_months": "the months in which both are paid",
    "knowledge_retention_per_month": "how fast experience fades",
    "initial_productivity": "how productive a successor is on the first day",
    "multiplier_collab": "what collaboration adds to a loss",
    "shared_knowledge": "how much knowledge freelancers share",
    "frailty_shape": "how much people differ in leaving",
    "weeks_to_full_factor": "how long learning takes",
    "hazard_prior_months": "the market's rate of leaving",
  ]
}
