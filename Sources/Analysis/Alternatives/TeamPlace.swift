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

  /// The employer's burden on top of the base pay, as a share of it, in places without a formula of
  /// their own.
  public var burden = 0.0
  /// The desk and the equipment of a post for a year in such places.
  public var deskAndEquipment = 3_000.0
  /// The hours that a year's wage pays, holidays included: 52 weeks of 40 hours.
  public var paidHours = 2_080.0

  /// The employer's burdens of the table of wages (model specification, 3.2).
  private static let burdens = [
    "colombia": 0.45, "india": 0.1361, "mexico": 0.36, "poland": 0.2198,
  ]
  /// What a place is given of which no burden is known.
  private static let assumedBurden = 0.25

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
  /// Places without parameters of their own work like the Philippine team, with their employer's
  /// burden.
  public static func named(_ name: String) -> Self {
    let id = normalised(name)
    switch id {
    case philippines.id: return philippines
    case unitedStates.id: return unitedStates
    default:
      var place = Self(id: id, tableName: id, option: "\(id)_team", payroll: .burden)
      place.burden = burdens[id] ?? assumedBurden
      return place
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

extension TeamPlace {
  /// The place with pesos for a dollar by a rate.
  func priced(by pesos: PesoRate) -> Self {
    var place = self
    place.pesosPerDollar = pesos.perDollar
    return place
  }
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}

extension TeamPlace {
  /// The loaded cost of a post for a year, for a pay in the figure's unit.
  ///
  /// A quote of base pay is loaded as the table's is; only what is called all-in is taken as it is.
  func headCost(_ pay: Double, _ wage: WageFigure) -> Double {
    switch wage.unit {
    case .dollarsPerYearAllIn, .dollarsPerHourAllIn: return basePay(pay, wage)
    case .pesosPerMonth: return philippineCost(pay)
    case .dollarsPerYear, .dollarsPerHour: break
    }
    let year = basePay(pay, wage)
    return switch payroll {
    case .unitedStates:
      year / (1 - benefitsShare) + 12 * deskPerMonth + equipment / equipmentYears
    case .philippines: philippineCost(year * pesosPerDollar / 12)
    case .burden: year * (1 + burden(of: wage)) + deskAndEquipment
    }
  }

  /// The base pay of a year in dollars.
  func basePay(_ pay: Double, _ wage: WageFigure) -> Double {
    switch wage.unit {
    case .pesosPerMonth: pay * 12 / pesosPerDollar
    case .dollarsPerHour: pay * paidHours
    case .dollarsPerHourAllIn: pay * productiveHours
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

  /// The place's burden, or the one that a quote names by its own loaded cost.
  func burden(of wage: WageFigure) -> Double {
    guard wage.grade == .quote, let loaded = wage.loaded else { return burden }
    return (loaded.middle - deskAndEquipment) / basePay(wage.base.middle, wage) - 1
  }

  /// How the cost of a post follows from a pay in the figure's unit, in words.
  func costFormula(_ wage: WageFigure) -> String {
    let year =
      switch wage.unit {
      case .dollarsPerYearAllIn: "the pay as it is, which includes everything"
      case .dollarsPerHourAllIn: "pay × \(Digits.of(productiveHours)) h, which includes everything"
      case .dollarsPerHour: "pay × \(Digits.of(paidHours)) paid h"
      case .pesosPerMonth, .dollarsPerYear: "pay"
      }
    switch (wage.unit, payroll) {
    case (.dollarsPerYearAllIn, _), (.dollarsPerHourAllIn, _): return year
    case (.pesosPerMonth, _), (_, .philippines):
      let month =
        wage.unit == .pesosPerMonth ? "pay" : "\(year) × \(Digits.of(pesosPerDollar)) PHP ÷ 12"
      return
        "13 months of \(month) + contributions + PHP \(Digits.of(healthPlanPesos)) + 12 × PHP "
        + "\(Digits.of(deskPesosPerMonth)), ÷ \(Digits.of(pesosPerDollar)), + USD "
        + "\(Digits.of(equipment)) ÷ \(Digits.of(equipmentYears)) + 12 × USD \(Digits.of(adminPerMonth))"
    case (_, .unitedStates):
      return
        "\(year) ÷ (1 − \(Digits.of(benefitsShare))) + 12 × USD \(Digits.of(deskPerMonth)) + USD "
        + "\(Digits.of(equipment)) ÷ \(Digits.of(equipmentYears))"
    case (_, .burden):
      return
        "\(year) × (1 + \(Digits.of(burden(of: wage)))) + USD \(Digits.of(deskAndEquipment))"
    }
  }
}
