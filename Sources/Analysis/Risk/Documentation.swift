internal import Foundation
public import Model

/// What collaboration adds to a loss and what documents take from it (model specification, 2.8).
public struct Documentation: Sendable {
  /// The share of the knowledge that is written down, 0 to 1.
  public let coverage: Double
  /// The age of the documents in months.
  public let ageMonths: Double
  /// The hours that memos show for documentation, where nobody attested a coverage.
  public let memoHours: Double?

  /// The most that memos alone can stand for.
  public static let largestInferredCoverage = 0.5
  /// The effort to document a role fully, as a share of Kmax (assumption of the specification).
  public static let effort = 0.35

  /// Creates documentation; coverage 0 is none.
  public init(coverage: Double, ageMonths: Double) {
    self.coverage = coverage
    self.ageMonths = ageMonths
    memoHours = nil
  }

  /// Creates documentation that only memos speak of; what it covers depends on the role's size.
  public init(memoHours: Double) {
    coverage = 0
    ageMonths = 0
    self.memoHours = memoHours
  }

  /// The documentation with its coverage: memo hours over the effort for all seats, at most one
  /// half.
  func resolved(curve: LearningCurve, seats: Double) -> Self {
    guard let memoHours else { return self }
    let effort = Self.effort * curve.largestLossHours * seats
    return Self(coverage: min(Self.largestInferredCoverage, memoHours / effort), ageMonths: 0)
  }

  /// The documentation as it stood some months ago: younger, or not yet written; documents without
  /// an age are kept up to date, and those that memos speak of have none.
  func dated(back months: Double) -> Self {
    guard memoHours == nil, months > 0, ageMonths > 0 else { return self }
    guard ageMonths >= months else { return Self(coverage: 0, ageMonths: 0) }
    return Self(coverage: coverage, ageMonths: ageMonths - months)
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
