/// What the audit says about one department.
public struct DepartmentAudit: Sendable, Hashable {
  /// The department's name.
  public let id: String
  /// The sums over its roles.
  public let figures: RiskFigures
  /// The identifiers of its roles.
  public let roles: [String]
  /// The hours of a year at the present pace.
  public let annualHours: Double
  /// The full-time posts that the hours of its collaborative roles amount to.
  public let collaborativePosts: Double
  /// Whether it should be considered for a dedicated team.
  public let isTeamCandidate: Bool
  /// Why, as one or two sentences with numbers.
  public let reason: String
  /// The Herfindahl-Hirschman index of the spend by person, 0 to 10,000.
  public let concentration: Double

  /// Creates a department's audit.
  public init(
    id: String,
    figures: RiskFigures,
    roles: [String],
    annualHours: Double,
    collaborativePosts: Double,
    isTeamCandidate: Bool,
    reason: String,
    concentration: Double
  ) {
    self.id = id
    self.figures = figures
    self.roles = roles
    self.annualHours = annualHours
    self.collaborativePosts = collaborativePosts
    self.isTeamCandidate = isTeamCandidate
    self.reason = reason
    self.concentration = concentration
  }
}
