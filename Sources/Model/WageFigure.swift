/// What one full-time post costs in a place: a row of the benchmarks, or a quote of the user.
public struct WageFigure: Sendable, Hashable {
  /// How far a figure can be relied on.
  public enum Grade: String, Sendable, Hashable, CaseIterable {
    /// The user's own offer.
    case quote
    /// The base wage stands in a public page.
    case confirmed
    /// A part of the range stands in a public page.
    case partly
    /// Nothing but memory.
    case fromMemory = "from_memory"
  }

  /// How the base pay is counted.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// Philippine pesos a month, without the thirteenth month.
    case pesosPerMonth = "PHP/month"
    /// US dollars a year.
    case dollarsPerYear = "USD/year"
    /// US dollars a year with everything that the employer pays.
    case dollarsPerYearAllIn = "USD/year all-in"
    /// US dollars an hour, without what the employer pays besides.
    case dollarsPerHour = "USD/hour"
    /// US dollars an hour of work with everything that it costs.
    case dollarsPerHourAllIn = "USD/hour all-in"
  }

  /// The role's identifier, its family or the job, for example `software_dev`.
  public var job: String
  /// The place in the words of the table, for example `philippines_team`.
  public var location: String
  /// The base pay: low, middle and high.
  public var base: Range
  /// The unit of the base pay.
  public var unit: Unit
  /// The loaded cost of a year in US dollars, or `nil` where it follows from the base pay.
  public var loaded: Range?
  /// The year of the figure; `nil` when not stated.
  public var year: Int?
  /// How far it can be relied on.
  public var grade: Grade
  /// Where it comes from.
  public var source: String
  /// Where the row stands.
  public var place: SourceLocation

  /// A low, a middle and a high figure.
  public struct Range: Sendable, Hashable {
    /// The low end.
    public let low: Double
    /// The middle, which the figures use.
    public let middle: Double
    /// The high end.
    public let high: Double

    /// Creates a range.
    public init(low: Double, middle: Double, high: Double) {
      self.low = low
      self.middle = middle
      self.high = high
    }
  }

  /// Creates a figure.
  public init(
    job: String,
    location: String,
    base: Range,
    unit: Unit,
    loaded: Range?,
    year: Int?,
    grade: Grade,
    source: String,
    place: SourceLocation
  ) {
    self.job = job
    self.location = location
    self.base = base
    self.unit = unit
    self.loaded = loaded
    self.year = year
    self.grade = grade
    self.source = source
    self.place = place
  }
}
