internal import Foundation
public import Model

/// How fast a successor learns, and what the learning costs.
///
/// With productivity `p(x) = 1 - (1-p0)·e^(-x/tau)` a successor who starts at zero and works until
/// he reaches the incumbent's experience loses `Kmax·k` hours (model specification, 2.4).
public struct LearningCurve: Sendable {
  /// The learning constant in hours.
  public let tau: Double
  /// The largest loss in hours, of a saturated incumbent (Kmax).
  public let largestLossHours: Double

  /// The curve of a role that takes some weeks to full productivity.
  public init(weeksToFull: Double, parameters: RiskParameters) {
    tau =
      weeksToFull * parameters.hoursPerWeekFull / -log(1 - parameters.fullProductivityLevel)
    largestLossHours = (1 - parameters.initialProductivity) * tau
  }

  /// The share of the largest loss that an experience of so many hours embodies, 0 to 1:
  /// `1 - (1+u)·e^-u` with `u = hours/tau`, the distribution function of Erlang-2.
  public func stock(effectiveHours hours: Double) -> Double {
    let u = hours / tau
    return 1 - (1 + u) * exp(-u)
  }
}

/// Experience that fades: every month keeps a share of what was known (Argote, Beckman & Epple
/// 1990).
public enum Experience {
  /// The days of a month in all of the model, 365.25/12.
  public static let daysPerMonth = 30.4375

  /// The hours left on `asOf` of hours worked on days up to then.
  public static func effectiveHours(
    _ work: some Sequence<(day: Day, hours: Double)>,
    asOf: Day,
    parameters: RiskParameters
  ) -> Double {
    let rate = -log(parameters.knowledgeRetentionPerMonth)
    var sum = CompensatedSum()
    for (day, hours) in work where day <= asOf {
      sum.add(hours * exp(-rate * Double(asOf - day) / daysPerMonth))
    }
    return sum.value
  }
}
