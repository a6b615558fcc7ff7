internal import Foundation
public import Model

/// The probability that a person is gone by the end of the horizon (model specification, 2.6).
public struct DepartureProbability: Sendable, Hashable {
  /// What the person's own billing says.
  public struct History: Sendable, Hashable {
    /// The own exposure in months.
    public var months: Double
    /// The own earlier departures.
    public var departures: Int
    /// The weekly hours of the recent days over a full week, 0 to 1.
    public var attachment: Double
    /// The days from the own last work to the end of the data.
    public var silenceDays: Int
    /// The same in units of the own median gap.
    public var relativeSilence: Double
    /// Whether it is known that the person leaves within the horizon.
    public var leavesForCertain: Bool

    /// Creates a history.
    public init(
      months: Double,
      departures: Int,
      attachment: Double,
      silenceDays: Int,
      relativeSilence: Double,
      leavesForCertain: Bool = false
    ) {
      self.months = months
      self.departures = departures
      self.attachment = attachment
      self.silenceDays = silenceDays
      self.relativeSilence = relativeSilence
      self.leavesForCertain = leavesForCertain
    }
  }

  /// The probability of having gone already, unnoticed.
  public let alreadyGone: Double
  /// The probability of going within the horizon for somebody who is still here (Lomax); 1 for a
  /// departure that is known.
  public let ahead: Double

  /// Both together.
  public var value: Double { alreadyGone + (1 - alreadyGone) * ahead }

  /// Updates the client's hazard by the person's own history and the pauses that people take.
  public init(
    hazard: Double,
    history: History,
    pauses: BillingPauses,
    parameters: RiskParameters
  ) {
    self.init(
      hazard: hazard,
      history: history,
      pause: history.silenceDays > 0
        ? pauses.survival(history.relativeSilence, parameters: parameters) : 1,
      parameters: parameters
    )
  }

  /// The same with the probability that a pause of somebody who has not left lasts so long.
  init(hazard h: Double, history: History, pause: Double, parameters: RiskParameters) {
    let alpha = parameters.frailtyShape
    let a = alpha + Double(history.departures)
    let b = alpha / h + history.months
    let ratio = Self.hazardRatio(attachment: history.attachment, parameters)
    ahead =
      history.leavesForCertain ? 1 : 1 - pow(b / (b + ratio * parameters.horizonMonths), a)
    if history.silenceDays > 0 {
      let silentMonths = Double(history.silenceDays) / Experience.daysPerMonth
      let gone = 1 - exp(-ratio * (a / b) * silentMonths)
      alreadyGone = gone / (gone + (1 - gone) * pause)
    } else {
      alreadyGone = 0
    }
  }

  /// How much more or less likely somebody with this attachment leaves than at the reference.
  static func hazardRatio(attachment: Double, _ parameters: RiskParameters) -> Double {
    pow(parameters.attachmentHazardRatio, parameters.attachmentReference - min(1, attachment))
  }
}

/// How long the billing pauses of people last who have not left.
public struct BillingPauses: Sendable {
  private let counted: CountedValues

  /// Takes completed gaps, each divided by its own person's median gap.
  public init(_ relativeGaps: [Double]) { counted = CountedValues(relativeGaps) }

  init(counted: CountedValues) { self.counted = counted }

  /// The number of gaps.
  public var count: Int { counted.count }

  /// The probability that a pause lasts at least `r` median gaps: the client's own gaps with a
  /// prior of `scale·r^-power` worth `weight` gaps.
  public func survival(_ r: Double, parameters: RiskParameters) -> Double {
    if r <= 1 { return 1 }
    let weight = parameters.gapPriorWeight
    let prior = weight * parameters.gapPriorScale * pow(r, -parameters.gapPriorPower)
    return (prior + Double(counted.count(atLeast: r))) / (weight + Double(counted.count))
  }
}
