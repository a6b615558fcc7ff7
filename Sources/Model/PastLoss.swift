/// What one departure of the last 52 weeks cost in one role: hours bought again already.
public struct PastLoss: Sendable, Hashable {
  /// The person who left.
  public let person: String
  /// The role.
  public let role: String
  /// The last day of work.
  public let day: Day
  /// The share of the largest loss that went with the person, with the holders of that day.
  public let fraction: Double
  /// The hours.
  public let hours: Double
  /// The money, at today's cost of an hour of the role.
  public let loss: Money

  /// Creates a past loss.
  public init(
    person: String,
    role: String,
    day: Day,
    fraction: Double,
    hours: Double,
    loss: Money
  ) {
    self.person = person
    self.role = role
    self.day = day
    self.fraction = fraction
    self.hours = hours
    self.loss = loss
  }
}
