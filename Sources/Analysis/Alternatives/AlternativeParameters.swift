/// What all options of the comparison share (model specification, 3.1 and 3.2); money in US
/// dollars.
public struct AlternativeParameters: Sendable, Hashable {
  /// The cost of an hour of a manager.
  public var managerPerHour = 60.0
  /// The manager's hours to find a successor.
  public var searchHours = 12.0
  /// The marketplace's fee for a new contract.
  public var contractInitiation = 4.95
  /// The manager's hours for each hour of a specific task.
  public var coordinationSpecific = 0.05
  /// The manager's hours for each hour of full collaboration.
  public var coordinationCollab = 0.15
  /// The effort to document a role fully, as a share of Kmax.
  public var effort = Documentation.effort
  /// The share of that effort which upkeep takes every year.
  public var upkeepPerYear = 0.30
  /// The coverage that documenting aims at.
  public var target = 0.90
  /// The months during which freelancers and team are both paid.
  public var parallelRunMonths = 1.0
  /// The months over which options are compared.
  public var horizonMonths = 24.0

  /// The defaults of the specification.
  public init() {}

  /// The manager's hours for each hour of a role with this degree of collaboration.
  func coordination(_ collaboration: Double) -> Double {
    coordinationSpecific + (coordinationCollab - coordinationSpecific) * collaboration
  }
}
