internal import Model

/// What to do about a role, and why.
///
/// The rule is the specification's (3.1) as far as knowledge decides it: specific work with a low
/// or moderate index stays, specific work above that is documented, a seat in a team above that is
/// a case for a team if it amounts to at least half a post; what a person has to confirm is asked.
enum Advice {
  /// The hours a year that make one post (Philippine team, 1,700 productive hours).
  static let hoursPerPost = 1_700.0

  static func advise(
    _ collaboration: Collaboration,
    band: RiskBand?,
    holders: Int,
    busFactor: Int,
    annualHours: Double
  ) -> (RoleAudit.Advice, reason: String) {
    guard holders > 0, let band else {
      return (.ended, "Nobody holds the role any more; there is no knowledge left to lose.")
    }
    let posts = annualHours / hoursPerPost
    let demand = "\(tenths(posts)) full-time posts"
    let people = holders == 1 ? "one holder" : "\(holders) holders"
    switch (collaboration.roleClass, band) {
    case (.mixed, _):
      return (
        .confirm,
        "The evidence does not decide between task and team seat; confirm it in audit.yml "
          + "(collaboration) before acting on the index."
      )
    case (.specific, .low), (.specific, .moderate):
      return (
        .keep,
        "A specific task with a \(band.rawValue) index: the marketplace serves it well."
      )
    case (.specific, .high), (.specific, .critical):
      return (
        .document,
        "A specific task with \(people) and too few documents: most of it can be written down."
      )
    case (.collaborative, .low), (.collaborative, .moderate):
      return (
        .keep,
        "A seat in a team, but what would be lost is \(band.rawValue): \(people) cover it."
      )
    case (.collaborative, .high), (.collaborative, .critical):
      if posts >= 0.5 {
        return (
          .team,
          "A seat in a team with \(people), a bus factor of \(busFactor) and a demand of "
            + "\(demand): documents alone cannot hold it."
        )
      }
      return (
        .document,
        "A seat in a team, but only \(demand): too little for a post, so document it and bring in "
          + "a second person."
      )
    }
  }

  /// Whether a department should be considered for a dedicated team: at least half of its hours
  /// are seats in a team, they make three posts (fewer cannot cover each other), and two of them
  /// are a case by themselves.
  static func department(
    _ roles: [(advice: RoleAudit.Advice, roleClass: Collaboration.Class, annualHours: Double)],
    band: RiskBand?
  ) -> (isCandidate: Bool, posts: Double, reason: String) {
    let hours = roles.map(\.annualHours).compensatedSum()
    let collaborative = roles.filter { $0.roleClass == .collaborative }
    let shared = collaborative.map(\.annualHours).compensatedSum()
    let posts = shared / hoursPerPost
    let share = hours > 0 ? shared / hours : 0
    let atRisk = roles.count { $0.advice == .team }
    let isCandidate = atRisk >= 2 && share >= 0.5 && posts >= 3 && (band ?? .low) >= .high
    let facts =
      "\(collaborative.count) of \(roles.count) roles are seats in a team, \(Int((share * 100).rounded())) % "
      + "of the hours, \(tenths(posts)) full-time posts"
    return (
      isCandidate, posts,
      isCandidate ? "\(facts); \(atRisk) of them at high risk or above." : "\(facts)."
    )
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
