/// The expected loss of a role, a department or the company, in hours, money and index.
public struct RiskFigures: Sendable, Hashable {
  /// The hours expected to be bought again within the horizon.
  public let lossHours: Double
  /// The loss in money, rounded so that parts add up to their whole to the cent.
  public let loss: Money
  /// The loss before rounding, in major units of the reporting currency.
  public let exactLoss: Double
  /// The loss at the 5 % point of the hazard, in major units.
  public let exactLossLow: Double
  /// The loss at the 95 % point of the hazard, in major units.
  public let exactLossHigh: Double
  /// The spend of a year, client fee included, rounded like the loss.
  public let annualSpend: Money
  /// The spend of a year before rounding, in major units.
  public let exactAnnualSpend: Double

  /// Creates figures.
  public init(
    lossHours: Double,
    loss: Money,
    exactLoss: Double,
    exactLossLow: Double,
    exactLossHigh: Double,
    annualSpend: Money,
    exactAnnualSpend: Double
  ) {
    self.lossHours = lossHours
    self.loss = loss
    self.exactLoss = exactLoss
    self.exactLossLow = exactLossLow
    self.exactLossHigh = exactLossHigh
    self.annualSpend = annualSpend
    self.exactAnnualSpend = exactAnnualSpend
  }

  /// The expected loss in percent of a year's spend; `nil` without spend.
  public var index: Double? { percent(exactLoss) }
  /// The 5 % point of the index.
  public var indexLow: Double? { percent(exactLossLow) }
  /// The 95 % point of the index.
  public var indexHigh: Double? { percent(exactLossHigh) }
  /// The band of the index; `nil` without spend.
  public var band: RiskBand? { index.map(RiskBand.init(index:)) }

  private func percent(_ loss: Double) -> Double? {
    exactAnnualSpend > 0 ? 100 * loss / exactAnnualSpend : nil
  }
}
