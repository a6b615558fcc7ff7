internal import Model

/// A place where a dedicated team could work, with what a post costs there besides its pay (model
/// specification, 3.1 and 3.2); money in US dollars unless named otherwise.
public struct TeamPlace: Sendable, Hashable {
  /// How the cost of a post follows from its pay.
  public enum Payroll: Sendable, Hashable {
    /// Pesos a month, with thirteenth month, contributions, health plan and a desk.
    case philippines
    /// A salary in dollars a year, of which benefits are a share of the whole.
    case unitedStates
    /// A base pay in dollars a year with the employer's burden and a desk.
    case burden
  }

  /// The name in `audit.yml`, for example `philippines`.
  public var id: String
  /// The name in the table of wages, for example `philippines_team`.
  public var tableName: String
  /// The name of the option, for example `philippines_team`.
  public var option: String
  /// How the cost follows from the pay.
  public var payroll: Payroll
  /// Pesos for a dollar.
  public var pesosPerDollar = 57.3
  /// The work of an hour compared with today's.
  public var efficiency = 1.0
  /// The share of the hours between 22:00 and 06:00, which cost 10 % more.
  public var nightShare = 0.0
  /// The health plan in pesos a year.
  public var healthPlanPesos = 20_000.0
  /// The desk in pesos a month.
  public var deskPesosPerMonth = 10_000.0
  /// The desk in dollars a month.
  public var deskPerMonth = 0.0
  /// The equipment of a post.
  public var equipment = 1_000.0
  /// The years that equipment lasts.
  public var equipmentYears = 3.0
  /// Payroll or an employer of record, in dollars a month for each post.
  public var adminPerMonth = 0.0
  /// The share of benefits in the whole compensation.
  public var benefitsShare = 0.0
  /// The hours of work in a year of a post.
  public var productiveHours = 1_700.0
  /// The posts that one lead guides.
  public var leadSpan = 8.0
  /// The pay of a lead compared with a post's.
  public var leadWageRatio = 1.8
  /// The manager's coordination compared with freelancers.
  public var coordinationFactor = 0.80
  /// The share of the team that leaves in a year.
  public var annualAttrition = 0.18
  /// The cost of recruiting, as a share of a year's base pay.
  public var recruitingShare = 0.15
  /// The setup of a team.
  public var setup = 3_000.0
  /// The share of knowledge that colleagues have in common (omega).
  public var sharedKnowledge = 0.58
  /// The share of the first learning that a handover saves.
  public var handover = 0.40

  /// The desk and the equipment of a post in places without a formula of their own.
  static let deskAndEquipment = 3_000.0

  /// The dedicated team of the specification.
  public static let philippines: Self = {
    var place = Self(
      id: "philippines",
      tableName: "philippines_team",
      option: "philippines_team",
      payroll: .philippines
    )
    place.adminPerMonth = 190
    return place
  }()

  /// Employees in the client's own country.
  public static let unitedStates: Self = {
    var place = Self(
      id: "us",
      tableName: "us_in_house",
      option: "in_house_us",
      payroll: .unitedStates
    )
    place.benefitsShare = 0.298
    place.deskPerMonth = 400
    place.equipment = 2_500
    place.productiveHours = 1_750
    place.leadWageRatio = 1.5
    place.coordinationFactor = 0.70
    place.annualAttrition = 0.33
    place.recruitingShare = 0.20
    place.setup = 0
    return place
  }()

  /// A place by its name in `audit.yml` or in a table of wages.
  ///
  /// Places without parameters of their own work like the Philippine team, with the burden of
  /// their table.
  public static func named(_ name: String) -> Self {
    let id = normalised(name)
    switch id {
    case philippines.id: return philippines
    case unitedStates.id: return unitedStates
    default:
      return Self(id: id, tableName: id, option: "\(id)_team", payroll: .burden)
    }
  }

  /// A place's name without the words that tables put around it.
  static func normalised(_ name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
      .filter { !["team", "in", "house", "the"].contains($0) }
    switch words.joined(separator: "_") {
    case "us", "usa", "united_states": return "us"
    case "ph", "philippines": return "philippines"
    case let id: return id
    }
  }

  /// The name that a reader knows.
  public var title: String {
    switch payroll {
    case .unitedStates: "in-house, United States"
    case .philippines, .burden:
      "dedicated team, \(id.split(separator: "_").map(\.capitalized).joined(separator: " "))"
    }
  }

  private init(id: String, tableName: String, option: String, payroll: Payroll) {
    self.id = id
    self.tableName = tableName
    self.option = option
    self.payroll = payroll
  }
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}

extension TeamPlace {
  /// The loaded cost of a post for a year, for a pay in the figure's unit.
  func headCost(_ pay: Double, _ wage: WageFigure) -> Double {
    switch (wage.unit, payroll) {
    case (.dollarsPerYearAllIn, _): pay
    case (.dollarsPerHour, _): pay * productiveHours
    case (.pesosPerMonth, _): philippineCost(pay)
    case (.dollarsPerYear, .unitedStates):
      pay / (1 - benefitsShare) + 12 * deskPerMonth + equipment / equipmentYears
    case (.dollarsPerYear, .philippines): philippineCost(pay * pesosPerDollar / 12)
    case (.dollarsPerYear, .burden):
      pay * (1 + burden(wage)) + Self.deskAndEquipment
    }
  }

  /// The base pay of a year in dollars.
  func basePay(_ pay: Double, _ wage: WageFigure) -> Double {
    switch wage.unit {
    case .pesosPerMonth: pay * 12 / pesosPerDollar
    case .dollarsPerHour: pay * productiveHours
    case .dollarsPerYear, .dollarsPerYearAllIn: pay
    }
  }

  private func philippineCost(_ wage: Double) -> Double {
    let gross = 12 * wage * (1 + 0.10 * nightShare)
    let pesos =
      gross * 13 / 12 + 12 * PhilippinePayroll.contributions(monthlyWage: wage)
      + healthPlanPesos + 12 * deskPesosPerMonth
    return pesos / pesosPerDollar + equipment / equipmentYears + 12 * adminPerMonth
  }

  /// The employer's burden on top of the pay, from the loaded cost in the table; the Philippine
  /// one's order of magnitude where the table has none.
  private func burden(_ wage: WageFigure) -> Double {
    guard let loaded = wage.loaded else { return 0.25 }
    return (loaded.middle - Self.deskAndEquipment) / wage.base.middle - 1
  }
}
