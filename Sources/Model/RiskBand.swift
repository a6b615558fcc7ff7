/// The index in time a reader knows: how much of a year's spend will be bought again.
public enum RiskBand: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Less than a week of spend.
  case low
  /// One to two weeks.
  case moderate
  /// Two weeks to a month.
  case high
  /// More than a month.
  case critical

  /// The band of an index in percent of a year's spend; bounds by weeks of 365.25/7 and months
  /// of a twelfth.
  public init(index: Double) {
    let weeksPerYear = 365.25 / 7
    switch index {
    case ..<(100 / weeksPerYear): self = .low
    case ..<(200 / weeksPerYear): self = .moderate
    case ..<(100.0 / 12): self = .high
    default: self = .critical
    }
  }

  private var rank: Int {
    switch self {
    case .low: 0
    case .moderate: 1
    case .high: 2
    case .critical: 3
    }
  }

  /// Orders from low to critical.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
}
