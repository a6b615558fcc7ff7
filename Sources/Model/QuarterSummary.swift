/// One quarter of the history.
public struct QuarterSummary: Sendable, Hashable {
  /// What moved the index since the quarter before, in points of the index.
  ///
  /// Each cause has its average effect over all orders in which the causes could have come
  /// (L. S. Shapley, 1953), so that they add up and no order is favoured.
  public struct Change: Sendable, Hashable {
    /// Who holds the roles, and how likely they are to leave.
    public let people: Double
    /// How much they work and have worked: knowledge, seats and hours of a year.
    public let hours: Double
    /// What an hour costs in its own currency.
    public let rates: Double
    /// Exchange rates.
    public let currency: Double
    /// The documents and their age.
    public let documentation: Double

    /// Creates a change.
    public init(
      people: Double,
      hours: Double,
      rates: Double,
      currency: Double,
      documentation: Double
    ) {
      self.people = people
      self.hours = hours
      self.rates = rates
      self.currency = currency
      self.documentation = documentation
    }

    /// The causes by their names.
    public var parts: [(name: String, value: Double)] {
      [
        ("people", people), ("hours", hours), ("rates", rates), ("currency", currency),
        ("documentation", documentation),
      ]
    }
  }

  /// The quarter.
  public let quarter: Quarter
  /// The cost of the work of this quarter, as billed, without client fees.
  public let spend: Money
  /// The hours of the quarter, imputed ones included.
  public let hours: Double
  /// The number of people who worked.
  public let holders: Int
  /// The number of spells that ended as departures.
  public let departures: Int
  /// The company's index at the quarter's end; `nil` without spend.
  public let index: Double?
  /// The company's expected loss at the quarter's end, in major units; `nil` without spend.
  public let loss: Double?
  /// What moved the index since the quarter before; `nil` for the first one.
  public let change: Change?
  /// What moved the expected loss since the quarter before, in major units.
  public let lossChange: Change?

  /// Creates a summary.
  public init(
    quarter: Quarter,
    spend: Money,
    hours: Double,
    holders: Int,
    departures: Int,
    index: Double?,
    loss: Double? = nil,
    change: Change? = nil,
    lossChange: Change? = nil
  ) {
    self.quarter = quarter
    self.spend = spend
    self.hours = hours
    self.holders = holders
    self.departures = departures
    self.index = index
    self.loss = loss
    self.change = change
    self.lossChange = lossChange
  }
}
