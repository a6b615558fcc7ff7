public import Model

/// What the advantage of a team over keeping rests on: every parameter at both ends of its range
/// (model specification, 3.3).
public enum Tornado {
  /// A parameter of the place or of the comparison.
  private struct Change: Sendable {
    let name: String
    let low: Double
    let high: Double
    let apply: @Sendable (Double, inout Setting) -> Void
    var isOnlyPhilippine = false
  }

  /// What can be changed.
  private struct Setting {
    var place: TeamPlace
    var common: AlternativeParameters
    var wageFactor = 1.0
  }

  private static let changes: [Change] = [
    Change(name: "efficiency", low: 0.70, high: 1.10, apply: { $1.place.efficiency = $0 }),
    Change(name: "wage_factor", low: 0.75, high: 1.50, apply: { $1.wageFactor = $0 }),
    Change(
      name: "admin_usd_month",
      low: 100,
      high: 599,
      apply: { $1.place.adminPerMonth = $0 },
      isOnlyPhilippine: true
    ),
    Change(
      name: "productive_hours",
      low: 1_500,
      high: 1_850,
      apply: { $1.place.productiveHours = $0 }
    ),
    Change(
      name: "annual_attrition",
      low: 0.12,
      high: 0.40,
      apply: { $1.place.annualAttrition = $0 }
    ),
    Change(name: "coord_factor", low: 0.6, high: 1.3, apply: { $1.place.coordinationFactor = $0 }),
    Change(
      name: "night_share",
      low: 0,
      high: 1,
      apply: { $1.place.nightShare = $0 },
      isOnlyPhilippine: true
    ),
    Change(name: "setup_usd", low: 0, high: 25_000, apply: { $1.place.setup = $0 }),
    Change(
      name: "parallel_run_months",
      low: 0,
      high: 3,
      apply: { $1.common.parallelRunMonths = $0 }
    ),
  ]

  /// The roles at both ends of a parameter of the knowledge model.
  public struct VariedRoles: Sendable {
    /// The parameter, in the words of the tornado.
    public let name: String
    /// The low and the high end.
    public let ends: (low: Double, high: Double)
    /// The roles at the low end.
    public let low: [PaidRole]
    /// The roles at the high end.
    public let high: [PaidRole]

    /// Creates varied roles.
    public init(name: String, ends: (low: Double, high: Double), low: [PaidRole], high: [PaidRole])
    {
      self.name = name
      self.ends = ends
      self.low = low
      self.high = high
    }
  }

  /// The advantage over keeping, over the horizon.
  public static func advantage(
    _ roles: [PaidRole],
    in place: TeamPlace,
    _ cost: StaffingCost,
    wageFactor: Double = 1
  ) -> Double {
    cost.advantage(roles, in: place, wageFactor: wageFactor)
  }

  /// All bars, longest first.
  public static func bars(
    _ roles: [PaidRole],
    varied: [VariedRoles],
    in place: TeamPlace,
    _ cost: StaffingCost
  ) -> [StaffingComparison.Bar] {
    let own = changes.filter { place.payroll == .philippines || !$0.isOnlyPhilippine }.map {
      change in
      func advantage(_ value: Double) -> Double {
        var setting = Setting(place: place, common: cost.common)
        change.apply(value, &setting)
        return Self.advantage(
          roles,
          in: setting.place,
          StaffingCost(common: setting.common, perDollar: cost.perDollar),
          wageFactor: setting.wageFactor
        )
      }
      return StaffingComparison.Bar(
        parameter: change.name,
        low: change.low,
        high: change.high,
        advantageAtLow: advantage(change.low),
        advantageAtHigh: advantage(change.high)
      )
    }
    let knowledge = varied.map { roles in
      StaffingComparison.Bar(
        parameter: roles.name,
        low: roles.ends.low,
        high: roles.ends.high,
        advantageAtLow: advantage(roles.low, in: place, cost),
        advantageAtHigh: advantage(roles.high, in: place, cost)
      )
    }
    return (own + knowledge).sorted { ($1.swing, $0.parameter) < ($0.swing, $1.parameter) }
  }
}
