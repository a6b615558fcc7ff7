/// A run of work without a gap that counts as an ending.
public struct Spell: Sendable, Hashable {
  /// How a spell ended.
  public enum Ending: String, Sendable, Hashable {
    /// It goes on.
    case ongoing
    /// The person left: the role was filled or advertised again.
    case departure
    /// The work was done: the role did not go on.
    case completion
  }

  /// The first day of work.
  public let firstDay: Day
  /// The last day of work.
  public let lastDay: Day
  /// The exposure in months of 30.4375 days, one cadence included.
  public let months: Double
  /// How it ended.
  public let ending: Ending

  /// Creates a spell.
  public init(firstDay: Day, lastDay: Day, months: Double, ending: Ending) {
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.months = months
    self.ending = ending
  }
}
