/// The parameters of the knowledge-risk model, with the names and defaults of its specification.
///
/// Durations are in the unit their name says; shares and probabilities lie between 0 and 1.
public struct RiskParameters: Sendable, Hashable {
  /// The horizon over which departures are expected, in months of 30.4375 days.
  public var horizonMonths = 12.0
  /// The share of experience kept from one month to the next (Argote's lambda).
  public var knowledgeRetentionPerMonth = 0.97
  /// The productivity of a successor on the first day, as a share.
  public var initialProductivity = 0.25
  /// The level called fully productive, as a share of the gap closed.
  public var fullProductivityLevel = 0.95
  /// The hours of a full working week.
  public var hoursPerWeekFull = 40.0
  /// The weeks to full productivity by role family (Mellon 2003 medians for external hires).
  public var weeksToFullProductivity: [RoleFamily: Double] = [
    .clerical: 8, .bookkeeping: 8, .customerSupport: 12, .salesMarketing: 16, .professional: 20,
    .manager: 25,
  ]
  /// The factor by which full collaboration raises a loss, beyond one.
  public var multiplierCollab = 1.0
  /// The share of a specific task that can be written down.
  public var codifiableSpecific = 0.90
  /// The share of a collaborative role that can be written down.
  public var codifiableCollab = 0.50
  /// The half-life of a document that nobody updates, in months.
  public var docHalfLifeMonths = 12.0
  /// The share of knowledge that several holders have in common (omega).
  public var sharedKnowledge = 0.30
  /// The departures that the market prior is worth (a0).
  public var hazardPriorEvents = 2.0
  /// The months in which the prior's departures happen (b0).
  public var hazardPriorMonths = 28.4
  /// The shape of the gamma frailty (alpha).
  public var frailtyShape = 2.0
  /// The hazard ratio between no attachment and full attachment.
  public var attachmentHazardRatio = 1.45
  /// The attachment at which the hazard ratio is one.
  public var attachmentReference = 0.50
  /// The client's marketplace fee on top of the freelancer's rate.
  public var marketplaceFee = 0.05
  /// The days that count as recent.
  public var recentDays = 91.0
  /// The hours in the recent days that make one seat.
  public var seatHoursPerRecent = 520.0
  /// The weight of the prior on billing pauses, in gaps.
  public var gapPriorWeight = 200.0
  /// The scale of the prior on billing pauses.
  public var gapPriorScale = 0.16
  /// The power of the prior on billing pauses.
  public var gapPriorPower = 2.0
  /// The least multiple of a person's own cadence that ends a spell.
  public var gapFactor = 4.0
  /// The share of a client's gaps that may be mistaken for a departure.
  public var gapType1Error = 0.01
  /// The shortest silence that ends a spell, in days.
  public var gapMinDays = 42.0
  /// The longest silence that does not end a spell, in days.
  public var gapMaxDays = 120.0
  /// The days after an ending within which a successor proves a departure.
  public var replacementAfterDays = 90.0
  /// The days before an ending from which a posting proves a departure.
  public var postingBeforeDays = 30.0

  /// The defaults of the specification.
  public init() {}

  /// The scalar parameters by the name that `audit.yml` uses, in the order of the specification.
  public static let scalars: [(name: String, path: any WritableKeyPath<Self, Double> & Sendable)] =
    [
      ("horizon_months", \.horizonMonths),
      ("knowledge_retention_per_month", \.knowledgeRetentionPerMonth),
      ("initial_productivity", \.initialProductivity),
      ("full_productivity_level", \.fullProductivityLevel),
      ("hours_per_week_full", \.hoursPerWeekFull),
      ("multiplier_collab", \.multiplierCollab),
      ("codifiable_specific", \.codifiableSpecific),
      ("codifiable_collab", \.codifiableCollab),
      ("doc_half_life_months", \.docHalfLifeMonths),
      ("shared_knowledge", \.sharedKnowledge),
      ("hazard_prior_events", \.hazardPriorEvents),
      ("hazard_prior_months", \.hazardPriorMonths),
      ("frailty_shape", \.frailtyShape),
      ("attachment_hazard_ratio", \.attachmentHazardRatio),
      ("attachment_reference", \.attachmentReference),
      ("marketplace_fee", \.marketplaceFee),
      ("recent_days", \.recentDays),
      ("seat_hours_per_recent", \.seatHoursPerRecent),
      ("gap_prior_weight", \.gapPriorWeight),
      ("gap_prior_scale", \.gapPriorScale),
      ("gap_prior_power", \.gapPriorPower),
      ("gap_factor", \.gapFactor),
      ("gap_type1_error", \.gapType1Error),
      ("gap_min_days", \.gapMinDays),
      ("gap_max_days", \.gapMaxDays),
      ("replacement_after_days", \.replacementAfterDays),
      ("posting_before_days", \.postingBeforeDays),
    ]
}
