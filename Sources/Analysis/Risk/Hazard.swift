internal import Foundation
public import Model

/// The mean hazard of a gamma-frailty exponential model with a conjugate prior (model
/// specification, 2.6).
public enum Hazard {
  /// One spell as the estimate sees it.
  public struct Observation: Sendable {
    /// The exposure in months.
    public let months: Double
    /// Whether it ended in a departure.
    public let isDeparture: Bool

    /// Creates an observation.
    public init(months: Double, isDeparture: Bool) {
      self.months = months
      self.isDeparture = isDeparture
    }
  }

  /// The 95 % point of the standard normal distribution: the central interval covers 90 %.
  public static let z95 = 1.6448536269514722

  /// The posterior mode by expectation-maximisation, with Louis' information of the log hazard.
  public static func fit(
    _ observations: [Observation],
    parameters: RiskParameters
  ) -> HazardEstimate {
    let (a0, b0) = (parameters.hazardPriorEvents, parameters.hazardPriorMonths)
    let alpha = parameters.frailtyShape
    let departures = observations.count { $0.isDeparture }
    let events = Double(departures)
    var h = (a0 + events) / (b0 + observations.map(\.months).compensatedSum())
    var iterations = 0
    while iterations < 10_000 {
      iterations += 1
      let exposure = observations.map { spell in
        spell.months * (alpha + (spell.isDeparture ? 1 : 0)) / (alpha + h * spell.months)
      }.compensatedSum()
      let next = (a0 + events) / (b0 + exposure)
      let isDone = abs(next - h) <= 1e-15 * next
      h = next
      if isDone { break }
    }
    let missing = observations.map { spell in
      let u = h * spell.months / alpha
      let share = u / (1 + u)
      return (alpha + (spell.isDeparture ? 1 : 0)) * share * share
    }.compensatedSum()
    let information = a0 + events - missing
    let spread = exp(z95 / information.squareRoot())
    return HazardEstimate(
      perMonth: h,
      low: h / spread,
      high: h * spread,
      information: information,
      departures: departures,
      spells: observations.count,
      iterations: iterations
    )
  }
}
