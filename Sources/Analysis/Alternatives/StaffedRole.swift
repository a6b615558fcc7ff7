public import Model

/// A role with everything that the comparison of options needs to know about it; money in major
/// units of the reporting currency.
public struct StaffedRole: Sendable {
  /// The identifier.
  public let id: String
  /// The degree of collaboration.
  public let collaboration: Double
  /// The largest loss in hours (Kmax).
  public let largestLossHours: Double
  /// The factor for collaboration (mu).
  public let multiplier: Double
  /// The share that documents save (kappa).
  public let codifiedShare: Double
  /// The most that documents can save.
  public let codifiable: Double
  /// The quality of the present documents.
  public let documentationQuality: Double
  /// The present seats.
  public let seats: Double
  /// The cost of an hour today.
  public let rate: Double
  /// The hours of a year.
  public let annualHours: Double
  /// The spend of a year.
  public let annualSpend: Double
  /// The expected loss.
  public let loss: Double
  /// The expected departures of a year.
  public let exits: Double
  /// The client's fee to the marketplace within the spend.
  public let fee: Double
  /// The marketplace's fee as a share of what is billed there.
  public let feeShare: Double

  /// Takes the facts from an assessment.
  public init(
    _ role: RiskAssessment.RoleRisk,
    _ assessment: RiskAssessment,
    _ portfolio: Portfolio,
    parameters: RiskParameters
  ) {
    let degree = portfolio.roles[role.role].collaboration
    id = portfolio.roles[role.role].id
    collaboration = degree
    largestLossHours = role.curve.largestLossHours
    multiplier = role.multiplier
    codifiedShare = role.codifiedShare
    codifiable = Documentation.codifiable(collaboration: degree, parameters)
    documentationQuality = role.documentationQuality
    seats = role.seats
    rate = role.rate
    annualHours = role.annualHours
    annualSpend = role.annualSpend
    loss = role.loss
    exits = role.holders.map(\.departureProbability).compensatedSum()
    feeShare = parameters.marketplaceFee
    let work = assessment.work.roles[role.role]
    fee =
      work.yearCost != 0
      ? role.annualSpend * work.yearFeeBase * parameters.marketplaceFee / work.yearCost : 0
  }

  /// The loss of everything in hours.
  var unitHours: Double { largestLossHours * multiplier * (1 - codifiedShare) }
}

/// A role with the pay that somebody would have in a place.
public struct PaidRole: Sendable {
  /// The role.
  public let role: StaffedRole
  /// The pay.
  public let wage: WageFigure

  /// Creates a role with its pay.
  public init(role: StaffedRole, wage: WageFigure) {
    self.role = role
    self.wage = wage
  }
}
