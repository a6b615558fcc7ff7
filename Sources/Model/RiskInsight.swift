/// What stands around the expected loss: how sure the rate of departures is, what earlier
/// departures cost, how good the prediction was a year ago, and what the index rests on.
public struct RiskInsight: Sendable, Hashable {
  /// The frailty shapes tried; empty with fewer departures than a fit needs.
  public var shapes: [FrailtyShape] = []
  /// The frailty shape that the figures use.
  public var shapeUsed = 2.0
  /// The curve of tenures.
  public var survival: [SurvivalStep] = []
  /// What the index would be at the ends of each parameter's plausible range, widest first.
  public var sensitivity: [Sensitivity] = []
  /// The prediction of a year ago against what happened; `nil` with too little data.
  public var backtest: Backtest?
  /// What departures of the last 52 weeks cost already, newest first.
  public var pastLosses: [PastLoss] = []
  /// The sum of the past losses, of which each entry is a part.
  public var pastLossTotal: Money
  /// The company's concentration of spend by person.
  public var concentration: Double = 0
  /// What happens without the people that the user named; `nil` when nobody was named.
  public var whatIf: WhatIf?

  /// Nothing known yet.
  public init(currency: Currency) { pastLossTotal = Money(minorUnits: 0, currency: currency) }

  /// The shape with the highest posterior; `nil` without a fit.
  public var fittedShape: FrailtyShape? {
    shapes.max { ($0.logPosterior, $1.shape) < ($1.logPosterior, $0.shape) }
  }
}

/// One shape of the frailty distribution with how well the client's spells fit it.
public struct FrailtyShape: Sendable, Hashable {
  /// The shape (alpha); small shapes mean that people differ much.
  public let shape: Double
  /// The monthly hazard under this shape.
  public let perMonth: Double
  /// The logarithm of the posterior density at that hazard, up to a constant.
  public let logPosterior: Double
  /// The company's index under this shape; `nil` without spend.
  public let index: Double?

  /// Creates a shape's fit.
  public init(shape: Double, perMonth: Double, logPosterior: Double, index: Double?) {
    self.shape = shape
    self.perMonth = perMonth
    self.logPosterior = logPosterior
    self.index = index
  }
}
