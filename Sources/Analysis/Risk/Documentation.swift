internal import Foundation
public import Model

/// What collaboration adds to a loss and what documents take from it (model specification, 2.8).
public struct Documentation: Sendable {
  /// The share of the knowledge that is written down, 0 to 1.
  public let coverage: Double
  /// The age of the documents in months.
  public let ageMonths: Double

  /// Creates documentation; coverage 0 is none.
  public init(coverage: Double, ageMonths: Double) {
    self.coverage = coverage
    self.ageMonths = ageMonths
  }

  /// The coverage after ageing: halved every half-life.
  public func quality(_ parameters: RiskParameters) -> Double {
    coverage * pow(2, -ageMonths / parameters.docHalfLifeMonths)
  }

  /// The share of a loss that the documents save at a degree of collaboration (kappa).
  public func codifiedShare(collaboration: Double, _ parameters: RiskParameters) -> Double {
    Self.codifiable(collaboration: collaboration, parameters) * quality(parameters)
  }

  /// The most that can be written down at a degree of collaboration.
  public static func codifiable(collaboration: Double, _ parameters: RiskParameters) -> Double {
    parameters.codifiableSpecific
      - (parameters.codifiableSpecific - parameters.codifiableCollab) * collaboration
  }

  /// The factor by which collaboration raises a loss (mu).
  public static func multiplier(collaboration: Double, _ parameters: RiskParameters) -> Double {
    1 + parameters.multiplierCollab * collaboration
  }
}
