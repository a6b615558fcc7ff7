/// What the audit says about one freelancer or agency.
public struct PersonAudit: Sendable, Hashable {
  /// The identifier.
  public let id: String
  /// The name to show.
  public let name: String
  /// Whether the silence is still shorter than the gap that ends a spell.
  public let isActive: Bool
  /// The exposure in months of 30.4375 days.
  public let months: Double
  /// The days between the last work and the end of the data.
  public let silenceDays: Int
  /// The median days between billings.
  public let cadenceDays: Double
  /// The silence in days that ends a spell.
  public let gapDays: Double
  /// The own earlier departures.
  public let departures: Int
  /// The weekly hours of the last 91 days over a full week, 0 to 1.
  public let attachment: Double
  /// The probability of being gone already, unnoticed; `nil` for people who left.
  public let alreadyGone: Double?
  /// The probability of being gone within the horizon; `nil` for people who left.
  public let departureProbability: Double?
  /// The sum of the contributions over all roles, adding up to the company's loss.
  public let loss: Money
  /// What the expected loss would grow by if it were certain that this person leaves, in major
  /// units; `nil` for people who left.
  public let addedIfGone: Double?
  /// The roles worked in, by identifier.
  public let roles: [String]
  /// The first day of work.
  public let firstDay: Day
  /// The last day of work.
  public let lastDay: Day
  /// The spells of work, oldest first.
  public let spells: [Spell]
  /// What a reader should know, for example a silence that is unusually long.
  public let signals: [String]

  /// Creates a person's audit.
  public init(
    id: String,
    name: String,
    isActive: Bool,
    months: Double,
    silenceDays: Int,
    cadenceDays: Double,
    gapDays: Double,
    departures: Int,
    attachment: Double,
    alreadyGone: Double?,
    departureProbability: Double?,
    loss: Money,
    addedIfGone: Double?,
    roles: [String],
    firstDay: Day,
    lastDay: Day,
    spells: [Spell],
    signals: [String]
  ) {
    self.id = id
    self.name = name
    self.isActive = isActive
    self.months = months
    self.silenceDays = silenceDays
    self.cadenceDays = cadenceDays
    self.gapDays = gapDays
    self.departures = departures
    self.attachment = attachment
    self.alreadyGone = alreadyGone
    self.departureProbability = departureProbability
    self.loss = loss
    self.addedIfGone = addedIfGone
    self.roles = roles
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.spells = spells
    self.signals = signals
  }
}
