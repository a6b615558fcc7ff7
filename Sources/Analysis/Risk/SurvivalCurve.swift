internal import Foundation
public import Model

/// The Kaplan-Meier curve of tenures with Greenwood's error and log-log intervals (model
/// specification, 1.8); for the picture, the index does not use it.
public enum SurvivalCurve {
  /// The 97.5 % point of the standard normal distribution: the interval covers 95 %.
  private static let z = 1.959963984540054

  /// The steps at the tenures at which somebody left.
  public static func steps(_ spells: [Hazard.Observation]) -> [SurvivalStep] {
    let sorted = spells.sorted { $0.months < $1.months }
    var steps: [SurvivalStep] = []
    var survival = 1.0
    var variance = 0.0
    var position = 0
    while position < sorted.count {
      let months = sorted[position].months
      var end = position
      while end < sorted.count, sorted[end].months == months { end += 1 }
      let departures = sorted[position..<end].count { $0.isDeparture }
      let atRisk = sorted.count - position
      position = end
      guard departures > 0 else { continue }
      survival *= 1 - Double(departures) / Double(atRisk)
      variance +=
        atRisk > departures
        ? Double(departures) / (Double(atRisk) * Double(atRisk - departures)) : .infinity
      steps.append(step(months, atRisk, departures, survival, variance))
    }
    return steps
  }

  private static func step(
    _ months: Double,
    _ atRisk: Int,
    _ departures: Int,
    _ survival: Double,
    _ variance: Double
  ) -> SurvivalStep {
    var interval: (low: Double, high: Double)?
    if survival > 0, survival < 1, variance.isFinite {
      let theta = z * variance.squareRoot() / log(survival)
      interval = (pow(survival, exp(-theta)), pow(survival, exp(theta)))
    }
    return SurvivalStep(
      months: months,
      atRisk: atRisk,
      departures: departures,
      survival: survival,
      standardError: variance.isFinite ? survival * variance.squareRoot() : nil,
      low: interval?.low,
      high: interval?.high
    )
  }
}
