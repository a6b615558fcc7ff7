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

  /// The shapes of the frailty that are tried where there are enough departures.
  static let shapes = [1, 1.5, 2, 3, 5, 10.0]
  /// The departures below which the data cannot tell shapes apart.
  static let departuresForShape = 30

  /// The fit under each shape, by the same likelihood; empty with too few departures.
  static func shapes(
    _ observations: [Observation],
    parameters: RiskParameters
  ) -> [(parameters: RiskParameters, estimate: HazardEstimate, logPosterior: Double)] {
    guard observations.count(where: \.isDeparture) >= departuresForShape else { return [] }
    return Parallel.map(shapes.count) { index in
      let shape = shapes[index]
      var varied = parameters
      varied.frailtyShape = shape
      let estimate = fit(observations, parameters: varied)
      return (varied, estimate, logPosterior(observations, estimate.perMonth, varied))
    }
  }

  /// The logarithm of the posterior density of a hazard, up to a constant: with the frailty
  /// integrated out, a spell of t months has the likelihood `h^d (1 + ht/alpha)^-(alpha + d)`.
  static func logPosterior(
    _ observations: [Observation],
    _ h: Double,
    _ parameters: RiskParameters
  ) -> Double {
    let alpha = parameters.frailtyShape
    var sum = CompensatedSum()
    sum.add(parameters.hazardPriorEvents * log(h) - parameters.hazardPriorMonths * h)
    for spell in observations {
      let event = spell.isDeparture ? 1.0 : 0
      sum.add(event * log(h) - (alpha + event) * log1p(h * spell.months / alpha))
    }
    return sum.value
  }

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
      let exposure = observations.lazy.map { spell in
        spell.months * (alpha + (spell.isDeparture ? 1 : 0)) / (alpha + h * spell.months)
      }.compensatedSum()
      let next = (a0 + events) / (b0 + exposure)
      let isDone = abs(next - h) <= 1e-15 * next
      h = next
      if isDone { break }
    }
    let missing = observations.lazy.map { spell in
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
