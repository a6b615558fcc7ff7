public import Model

/// What an option costs: the formulas of the specification (3.1), in the reporting currency.
public struct StaffingCost: Sendable {
  /// The common parameters.
  public var common: AlternativeParameters
  /// The reporting currency for one US dollar.
  public var perDollar: Double

  /// Creates the formulas.
  public init(common: AlternativeParameters = AlternativeParameters(), perDollar: Double = 1) {
    self.common = common
    self.perDollar = perDollar
  }

  /// One part of a cost.
  public struct Part: Sendable, Hashable {
    /// What it is.
    public let name: String
    /// The amount.
    public let amount: Double

    init(_ name: String, _ amount: Double) {
      self.name = name
      self.amount = amount
    }
  }

  /// An option before it is compared.
  public struct Cost: Sendable, Hashable {
    /// The parts of a year.
    public var annualParts: [Part] = []
    /// The parts of the change.
    public var oneOffParts: [Part] = []
    /// The posts by role.
    public var posts: [AlternativeOption.Post] = []

    /// The cost of a year.
    public var annual: Double { annualParts.map(\.amount).reduce(0, +) }
    /// The cost of the change.
    public var oneOff: Double { oneOffParts.map(\.amount).reduce(0, +) }

    /// The total over some months.
    public func total(months: Double) -> Double { oneOff + annual * months / 12 }

    /// A part of the annual cost.
    public func annualPart(_ name: String) -> Double {
      annualParts.first { $0.name == name }?.amount ?? 0
    }
  }

  private var managerPerHour: Double { common.managerPerHour * perDollar }

  /// Everything stays as it is.
  public func keep(_ roles: [StaffedRole]) -> Cost {
    marketplace(roles, knowledge: sum(roles, \.loss), upkeep: 0, oneOff: 0)
  }

  /// Every role is documented up to the target, and kept so.
  public func document(_ roles: [StaffedRole]) -> Cost {
    var (oneOff, upkeep, knowledge) = (0.0, 0.0, 0.0)
    for role in roles {
      let full = common.effort * role.largestLossHours * role.seats * role.rate
      oneOff += full * max(0, common.target - role.documentationQuality)
      upkeep += full * common.upkeepPerYear
      let codified = role.codifiable * max(role.documentationQuality, common.target)
      let left = 1 - role.codifiedShare
      knowledge += left > 0 ? role.loss * (1 - codified) / left : 0
    }
    return marketplace(roles, knowledge: knowledge, upkeep: upkeep, oneOff: oneOff)
  }

  private func marketplace(
    _ roles: [StaffedRole],
    knowledge: Double,
    upkeep: Double,
    oneOff: Double
  ) -> Cost {
    let exits = sum(roles, \.exits)
    let search = common.searchHours * managerPerHour + common.contractInitiation * perDollar
    return Cost(
      annualParts: [
        Part("people", sum(roles, \.annualSpend)),
        Part("coordination", coordination(roles)),
        Part("turnover", exits * search),
        Part("knowledge_loss", knowledge),
        Part("upkeep", upkeep),
      ],
      oneOffParts: [Part("documentation", oneOff)]
    )
  }

  private func coordination(_ roles: [StaffedRole]) -> Double {
    sum(roles) { $0.annualHours * common.coordination($0.collaboration) } * managerPerHour
  }

  private func sum(_ roles: [StaffedRole], _ amount: (StaffedRole) -> Double) -> Double {
    roles.reduce(0) { $0 + amount($1) }
  }

  /// Posts in a place take over all roles; the pay of everybody can be multiplied.
  public func team(_ roles: [PaidRole], in place: TeamPlace, wageFactor: Double = 1) -> Cost {
    var cost = teamWithoutPosts(
      roles,
      coordination: coordination(roles.map(\.role)),
      in: place,
      wageFactor: wageFactor
    )
    cost.posts = roles.map { paid in
      let perHead = place.headCost(paid.wage.base.middle * wageFactor, paid.wage) * perDollar
      return AlternativeOption.Post(
        role: paid.role.id,
        posts: Self.posts(demand: demand(paid.role.annualHours, place)),
        costPerHead: perHead,
        loadedHourly: perHead / place.productiveHours,
        wage: paid.wage
      )
    }
    return cost
  }

  /// The posts that the hours of a role fill.
  private func demand(_ annualHours: Double, _ place: TeamPlace) -> Double {
    annualHours / (place.productiveHours * place.efficiency)
  }

  /// Half posts, and never less than one half.
  private static func posts(demand: Double) -> Double {
    max(0.5, (2 * demand - 1e-9).rounded(.up) / 2)
  }

  /// What an option saves against keeping over the horizon, negative where it costs more.
  func advantage(_ roles: [PaidRole], in place: TeamPlace, wageFactor: Double) -> Double {
    let present = roles.map(\.role)
    let team = teamWithoutPosts(
      roles,
      coordination: coordination(present),
      in: place,
      wageFactor: wageFactor
    )
    return keep(present).total(months: common.horizonMonths)
      - team.total(months: common.horizonMonths)
  }

  /// The sums of a team, given the manager's coordination of the present roles; thousands of roles
  /// are added up dozens of times for a tornado, which wants no posts.
  private func teamWithoutPosts(
    _ roles: [PaidRole],
    coordination: Double,
    in place: TeamPlace,
    wageFactor: Double
  ) -> Cost {
    var (people, lead, knowledge, ramp) = (0.0, 0.0, 0.0, 0.0)
    var (turnover, recruitment, spend) = (0.0, 0.0, 0.0)
    for index in roles.indices {
      let pay = roles[index].wage.base.middle * wageFactor
      let demand = demand(roles[index].role.annualHours, place)
      let count = Self.posts(demand: demand)
      let cost = place.headCost(pay, roles[index].wage) * perDollar
      let hourly = cost / place.productiveHours
      let base = place.basePay(pay, roles[index].wage) * perDollar
      people += count * cost
      lead +=
        count / place.leadSpan
        * place.headCost(pay * place.leadWageRatio, roles[index].wage) * perDollar
      // Everybody of a team knows all of it, so that only the layer of all holders has a depth.
      let holders = count.rounded(.up)
      let seats = max(1, min(holders, demand))
      let unit = roles[index].role.unitHours * hourly
      let (omega, attrition) = (place.sharedKnowledge, place.annualAttrition)
      knowledge +=
        unit * (omega * power(attrition, Int(holders)) + (1 - omega) * seats * attrition)
      ramp += unit * (1 - place.handover) * (omega + (1 - omega) * seats)
      turnover +=
        attrition * count
        * (place.recruitingShare * base + common.searchHours * managerPerHour)
      recruitment += count * place.recruitingShare * base
      spend += roles[index].role.annualSpend
    }
    return Cost(
      annualParts: [
        Part("people", people), Part("lead", lead),
        Part("coordination", place.coordinationFactor * coordination),
        Part("turnover", turnover),
        Part("knowledge_loss", knowledge),
      ],
      oneOffParts: [
        Part("recruitment", recruitment),
        Part("setup", place.setup * perDollar),
        Part("initial_ramp", ramp),
        Part("parallel_run", common.parallelRunMonths / 12 * spend),
      ]
    )
  }

  /// The months after which an option is cheaper than keeping; `nil` when never.
  public static func breakEvenMonths(_ keep: Cost, _ option: Cost) -> Double? {
    let saving = (keep.annual - option.annual) / 12
    return saving > 0 ? (option.oneOff - keep.oneOff) / saving : nil
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= base }
    return result
  }
}
