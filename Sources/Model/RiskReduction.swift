/// One way to lower the risk of a role, with what it takes and what it leaves.
public struct RiskReduction: Sendable, Hashable {
  /// The ways that are compared.
  public enum Way: String, Sendable, Hashable, CaseIterable {
    /// Write the work down, up to the target coverage.
    case document
    /// A second person does a third of the hours for a year.
    case secondPerson = "second-person"
    /// Both.
    case both
  }

  /// The way.
  public let way: Way
  /// The hours it takes in the first year.
  public let hours: Double
  /// The money it takes in the first year, in major units of the reporting currency.
  public let cost: Double
  /// The money it takes in every later year.
  public let upkeep: Double
  /// The expected loss afterwards, in major units.
  public let loss: Double
  /// The index afterwards; `nil` without spend.
  public let index: Double?

  /// Creates a way.
  public init(
    way: Way,
    hours: Double,
    cost: Double,
    upkeep: Double,
    loss: Double,
    index: Double?
  ) {
    self.way = way
    self.hours = hours
    self.cost = cost
    self.upkeep = upkeep
    self.loss = loss
    self.index = index
  }
}
