/// How serious a finding is, and how soon it wants an answer.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Answer by the next audit.
  case low
  /// Answer within a quarter.
  case moderate
  /// Answer within 30 days.
  case high
  /// Answer at once.
  case critical

  /// The days within which an answer is expected, counted from the end of the data; `nil` until the
  /// next audit.
  public var responseDays: Int? {
    switch self {
    case .low: nil
    case .moderate: 91
    case .high: 30
    case .critical: 0
    }
  }

  /// The expected response in words.
  public var response: String {
    switch self {
    case .low: "by the next audit"
    case .moderate: "within a quarter"
    case .high: "within 30 days"
    case .critical: "at once"
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

/// The severity from which a run counts as failed.
public enum Gate: Sendable, Hashable {
  /// No finding fails the run.
  case never
  /// Findings of this severity or above fail it.
  case from(Severity)

  /// Reads `never` or the name of a severity.
  public init?(_ text: String) {
    if text == "never" {
      self = .never
    } else if let severity = Severity(rawValue: text) {
      self = .from(severity)
    } else {
      return nil
    }
  }

  /// Whether a finding of this severity fails the run.
  public func isReached(by severity: Severity) -> Bool {
    switch self {
    case .never: false
    case .from(let threshold): severity >= threshold
    }
  }
}
