internal import Foundation
public import Model

/// What collaboration adds to a loss and what documents take from it (model specification, 2.8).
public struct Documentation: Sendable {
  /// The share of the knowledge that is written down, 0 to 1.
  public let coverage: Double
  /// The age of the documents in months.
  public let ageMonths: Double
  /// The hours that memos show for documentation, where nobody attested a coverage.
  public var memoHours: Double? { memos.isEmpty ? nil : memos.map(\.hours).compensatedSum() }
  /// The memos of the last 52 weeks, and the earlier ones.
  private let memos: [Memo]
  private let earlier: [Memo]

  /// A line of work whose memo speaks of documents.
  public struct Memo: Sendable {
    /// The day of the work.
    public let day: Day
    /// The hours of the line.
    public let hours: Double

    /// Creates a memo.
    public init(day: Day, hours: Double) {
      self.day = day
      self.hours = hours
    }
  }

  /// The most that memos alone can stand for.
  public static let largestInferredCoverage = 0.5
  /// The effort to document a role fully, as a share of Kmax (assumption of the specification).
  public static let effort = 0.35

  /// Creates documentation; coverage 0 is none.
  public init(coverage: Double, ageMonths: Double) {
    self.coverage = coverage
    self.ageMonths = ageMonths
    memos = []
    earlier = []
  }

  /// Creates documentation that only memos speak of, those of 52 weeks up to a day; what it covers
  /// depends on the role's size.
  public init(memos all: [Memo], asOf day: Day) {
    coverage = 0
    ageMonths = 0
    let known = all.filter { $0.day <= day && $0.hours > 0 }
    memos = known.filter { $0.day > day - RiskAssessment.daysOfYear }
    earlier = known.filter { $0.day <= day - RiskAssessment.daysOfYear }
  }

  /// The documentation with its coverage: memo hours over the effort for all seats, at most one
  /// half.
  func resolved(curve: LearningCurve, seats: Double) -> Self {
    guard let memoHours else { return self }
    let effort = Self.effort * curve.largestLossHours * seats
    return Self(coverage: min(Self.largestInferredCoverage, memoHours / effort), ageMonths: 0)
  }

  /// The documentation as it stood on an earlier day, from what is known on a later one: younger,
  /// or not yet written; documents without an age are kept up to date, and of memos those count
  /// that were written by then.
  func standing(on day: Day, knownOn later: Day) -> Self {
    guard day < later else { return self }
    guard memos.isEmpty, earlier.isEmpty else { return Self(memos: memos + earlier, asOf: day) }
    let months = Double(later - day) / Experience.daysPerMonth
    guard ageMonths > 0 else { return self }
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
