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

  /// Creates a department's audit.
  public init(
    id: String,
    figures: RiskFigures,
    roles: [String],
    annualHours: Double,
    collaborativePosts: Double,
    isTeamCandidate: Bool,
    reason: String
  ) {
    self.id = id
    self.figures = figures
    self.roles = roles
    self.annualHours = annualHours
    self.collaborativePosts = collaborativePosts
    self.isTeamCandidate = isTeamCandidate
    self.reason = reason
  }
}
