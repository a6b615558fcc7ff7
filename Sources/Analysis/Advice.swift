internal import Model

/// What to do about a role, and why.
///
/// Work with a low or moderate index stays. Above that the computed ways decide: the cheapest that
/// brings the index below the band high; where none does, a seat of at least half a post is a case
/// for a team, and other work takes the way that costs and leaves least. What a person has to
/// confirm is asked.
enum Advice {
  /// The hours a year that make one post (Philippine team, 1,700 productive hours).
  static let hoursPerPost = 1_700.0

  /// The advice on a role, given its ways to lower the risk.
  static func advise(
    _ collaboration: Collaboration,
    figures: RiskFigures,
    reductions: [RiskReduction],
    holders: Int,
    busFactor: Int,
    annualHours: Double
  ) -> (RoleAudit.Advice, reason: String) {
    guard holders > 0, let band = figures.band else {
      return (.ended, "Nobody holds the role any more; there is no knowledge left to lose.")
    }
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
    case (.collaborative, .low), (.collaborative, .moderate):
      return (
        .keep,
        "A seat in a team, but what would be lost is \(band.rawValue): \(people) "
          + "\(holders == 1 ? "covers" : "cover") it."
      )
    case (let roleClass, .high), (let roleClass, .critical):
      let posts = annualHours / hoursPerPost
      let what =
        roleClass == .specific
        ? "A specific task with \(people)"
        : "A seat in a team with \(people), a bus factor of \(busFactor) and a demand of "
          + "\(tenths(posts)) full-time posts"
      return measure(
        what,
        ReductionChoice(reductions, loss: figures.exactLoss),
        figures,
        canBeTeam: roleClass == .collaborative && posts >= 0.5
      )
    }
  }

  /// The measure that the computed ways speak for, and what it leaves.
  private static func measure(
    _ what: String,
    _ choice: ReductionChoice,
    _ figures: RiskFigures,
    canBeTeam: Bool
  ) -> (RoleAudit.Advice, reason: String) {
    let target = "two weeks of spend (\(Phrase.decimal(200 * 7 / 365.25)) %)"
    guard let best = choice.best else {
      let nothing = "\(what): no computed way lowers its risk"
      return canBeTeam
        ? (.team, "\(nothing); decide on a team by the options of the role.")
        : (.keep, "\(nothing), and it is no work for a team; look again next quarter.")
    }
    let left =
      "\(name(best.way)) costs \(Phrase.money(best.cost, figures.loss.currency)) in the first "
      + "year and takes the index from \(percent(figures.index)) to \(percent(best.index)); "
      + "\(Phrase.money(best.loss, figures.loss.currency)) a year remains"
    if choice.isEnough {
      return (
        advice(best.way), "\(what). The cheapest way below \(target): \(left)."
      )
    }
    let rest = "\(what). No single measure brings the index below \(target)."
    return canBeTeam
      ? (.team, "\(rest) First step: \(left). Then decide on a team by the options of the role.")
      : (advice(best.way), "\(rest) The one that costs and leaves least: \(left).")
  }

  private static func advice(_ way: RiskReduction.Way) -> RoleAudit.Advice {
    switch way {
    case .document: .document
    case .secondPerson: .secondPerson
    case .both: .both
    }
  }

  /// A way in words, as the subject of a sentence.
  static func name(_ way: RiskReduction.Way) -> String {
    switch way {
    case .document: "writing it down"
    case .secondPerson: "a second person for a third of the hours"
    case .both: "writing it down and a second person"
    }
  }

  private static func percent(_ index: Double?) -> String {
    index.map { "\(Phrase.decimal($0)) %" } ?? "n/a"
  }

  /// Whether a department should be considered for a dedicated team: at least half of its hours
  /// are seats in a team, they make three posts (fewer cannot cover each other), and two of those at
  /// high risk or above are half a post or more.
  static func department(
    _ roles: [(band: RiskBand?, roleClass: Collaboration.Class, annualHours: Double)],
    band: RiskBand?
  ) -> (isCandidate: Bool, posts: Double, reason: String) {
    let hours = roles.map(\.annualHours).compensatedSum()
    let collaborative = roles.filter { $0.roleClass == .collaborative }
    let shared = collaborative.map(\.annualHours).compensatedSum()
    let posts = shared / hoursPerPost
    let share = hours > 0 ? shared / hours : 0
    let atRisk = collaborative.filter { ($0.band ?? .low) >= .high }
    let ofAPost = atRisk.count { $0.annualHours / hoursPerPost >= 0.5 }
    let isCandidate = ofAPost >= 2 && share >= 0.5 && posts >= 3 && (band ?? .low) >= .high
    let facts =
      "\(collaborative.count) of \(roles.count) roles are seats in a team, \(Int((share * 100).rounded())) % "
      + "of the hours, \(tenths(posts)) full-time posts"
    return (
      isCandidate, posts,
      isCandidate ? "\(facts); \(atRisk.count) of them at high risk or above." : "\(facts)."
    )
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
