/// What the audit says about one role.
public struct RoleAudit: Sendable, Hashable {
  /// How lines came to a role, from the strongest evidence to the weakest.
  public enum Match: String, Sendable, Hashable, CaseIterable {
    /// A pattern of `audit.yml`.
    case pattern
    /// The export's own role column.
    case roleColumn = "role-column"
    /// The identifier of a posting.
    case posting
    /// The identifier of a contract or project.
    case contract
    /// The normalised title of a contract or description.
    case title
    /// The only other role of the same person.
    case otherWork = "other-work"
    /// Nothing: the lines of one person stand for a role of their own.
    case unmatched
  }

  /// One active holder of the role.
  public struct Holder: Sendable, Hashable {
    /// The person's identifier.
    public let id: String
    /// The hours of experience that are left after forgetting.
    public let effectiveHours: Double
    /// The share of the largest possible catch-up loss that this person embodies, 0 to 1.
    public let knowledge: Double
    /// The probability of being gone within the horizon.
    public let departureProbability: Double
    /// The hours that this person contributes to the role's loss.
    public let lossHours: Double
    /// The money that this person contributes, adding up to the role's loss.
    public let loss: Money
    /// The hours billed in this role over the last 52 weeks.
    public let hoursLastYear: Double

    /// Creates a holder.
    public init(
      id: String,
      effectiveHours: Double,
      knowledge: Double,
      departureProbability: Double,
      lossHours: Double,
      loss: Money,
      hoursLastYear: Double
    ) {
      self.id = id
      self.effectiveHours = effectiveHours
      self.knowledge = knowledge
      self.departureProbability = departureProbability
      self.lossHours = lossHours
      self.loss = loss
      self.hoursLastYear = hoursLastYear
    }
  }

  /// The numbers between the inputs and the loss, for the derivation.
  public struct Derivation: Sendable, Hashable {
    /// The hours a successor loses when a saturated holder leaves (Kmax).
    public let largestLossHours: Double
    /// The learning constant in hours (tau).
    public let learningHours: Double
    /// The factor for collaboration (mu).
    public let multiplier: Double
    /// The share of the loss that documents save (kappa).
    public let codifiedShare: Double
    /// The present quality of the documents: coverage after ageing, 0 to 1.
    public let documentationQuality: Double
    /// Where the documentation figure comes from, in words.
    public let documentationSource: String
    /// The full-time seats of the recent hours, at least one, at most the number of holders.
    public let seats: Double
    /// The expected loss as a share of the largest one (L).
    public let lossFraction: Double
    /// The Herfindahl-Hirschman index of the holders' recent hours, 0 to 10,000.
    public let concentration: Double
    /// The cost of an hour, client fee included, in the reporting currency.
    public let rate: Double
    /// The hours of a year at the present pace.
    public let annualHours: Double

    /// Creates a derivation.
    public init(
      largestLossHours: Double,
      learningHours: Double,
      multiplier: Double,
      codifiedShare: Double,
      documentationQuality: Double,
      documentationSource: String,
      seats: Double,
      lossFraction: Double,
      concentration: Double,
      rate: Double,
      annualHours: Double
    ) {
      self.largestLossHours = largestLossHours
      self.learningHours = learningHours
      self.multiplier = multiplier
      self.codifiedShare = codifiedShare
      self.documentationQuality = documentationQuality
      self.documentationSource = documentationSource
      self.seats = seats
      self.lossFraction = lossFraction
      self.concentration = concentration
      self.rate = rate
      self.annualHours = annualHours
    }
  }

  /// What to do about the role.
  public enum Advice: String, Sendable, Hashable {
    /// Stay on the marketplace as it is.
    case keep
    /// Write down what the holder knows.
    case document
    /// Bring in a second person.
    case secondPerson = "second-person"
    /// Write down what the holder knows and bring in a second person.
    case both
    /// Ask somebody whether the role is a task or a seat before deciding.
    case confirm
    /// Compare a dedicated team, because no single measure is enough.
    case team
    /// Nobody holds it any more; nothing to lose.
    case ended
  }

  /// One person's time in the role, from the first to the last line.
  public struct Tenure: Sendable, Hashable {
    /// The person's identifier.
    public let person: String
    /// The first day of work in the role.
    public let firstDay: Day
    /// The last day of work in the role.
    public let lastDay: Day

    /// Creates a tenure.
    public init(person: String, firstDay: Day, lastDay: Day) {
      self.person = person
      self.firstDay = firstDay
      self.lastDay = lastDay
    }
  }

  /// The identifier.
  public let id: String
  /// The name to show: the configured identifier, or the title the role was found by.
  public let title: String
  /// The department.
  public let department: String
  /// The family that decides the learning time.
  public let family: RoleFamily
  /// How far the role is a seat in a team.
  public let collaboration: Collaboration
  /// The loss, the spend and the index.
  public let figures: RiskFigures
  /// The number of holders whose going leaves less than half of the best knowledge; 0 without
  /// holders.
  public let busFactor: Int
  /// The active holders, by identifier.
  public let holders: [Holder]
  /// The numbers behind the loss.
  public let derivation: Derivation
  /// How the lines came to this role, with their number.
  public let matches: [Match: Int]
  /// The number of work lines.
  public let lineCount: Int
  /// The share of the year's hours that had to be imputed from amounts, 0 to 1.
  public let imputedShare: Double
  /// The first day of work.
  public let firstDay: Day
  /// The last day of work.
  public let lastDay: Day
  /// Who worked in the role and when, by first day; past people too.
  public let tenures: [Tenure]
  /// The identifiers of the postings of this role, or their locations.
  public let postings: [SourceLocation]
  /// A few lines to look at: the first, the most expensive and the last.
  public let examples: [Finding.Evidence]
  /// What to do.
  public let advice: Advice
  /// Why, as one or two sentences with numbers.
  public let reason: String
  /// The ways to lower the risk, the cheapest first; empty without a loss.
  public let reductions: [RiskReduction]

  /// Creates a role's audit.
  public init(
    id: String,
    title: String,
    department: String,
    family: RoleFamily,
    collaboration: Collaboration,
    figures: RiskFigures,
    busFactor: Int,
    holders: [Holder],
    derivation: Derivation,
    matches: [Match: Int],
    lineCount: Int,
    imputedShare: Double,
    firstDay: Day,
    lastDay: Day,
    tenures: [Tenure] = [],
    postings: [SourceLocation],
    examples: [Finding.Evidence],
    advice: Advice,
    reason: String,
    reductions: [RiskReduction]
  ) {
    self.id = id
    self.title = title
    self.department = department
    self.family = family
    self.collaboration = collaboration
    self.figures = figures
    self.busFactor = busFactor
    self.holders = holders
    self.derivation = derivation
    self.matches = matches
    self.lineCount = lineCount
    self.imputedShare = imputedShare
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.tenures = tenures
    self.postings = postings
    self.examples = examples
    self.advice = advice
    self.reason = reason
    self.reductions = reductions
  }
}
