internal import Model

/// How the cost of an option comes about.
struct OptionExplanation {
  let option: AlternativeOption
  let comparison: StaffingComparison
  let roles: [StaffedRole]
  let cost: StaffingCost
  let currency: Currency
  /// The horizon of the expected loss in months.
  let horizonMonths: Double
  /// Where the team works; `nil` for options of the marketplace.
  private let place: TeamPlace?

  init(
    option: AlternativeOption,
    comparison: StaffingComparison,
    roles: [StaffedRole],
    cost: StaffingCost,
    places: [TeamPlace],
    horizonMonths: Double,
    currency: Currency
  ) {
    self.horizonMonths = horizonMonths
    self.option = option
    self.comparison = comparison
    self.roles = roles
    self.cost = cost
    self.currency = currency
    place = option.posts.isEmpty ? nil : places.first { $0.option == option.option }
  }

  /// The identifier of an option's explanation: `option:company/keep`, `option:Operations/keep` for
  /// a department and `option:role:support/keep` for a role.
  static func id(_ option: String, _ comparison: StaffingComparison) -> String {
    let scope: String =
      if comparison.subject.hasPrefix("role:") {
        comparison.subject
      } else {
        comparison.department.isEmpty ? "company" : comparison.department
      }
    return "option:\(scope)/\(option)"
  }

  var explanation: Explanation {
    let months = Int(cost.common.horizonMonths)
    return Explanation(
      id: Self.id(option.option, comparison),
      title:
        "\(option.option) for \(comparison.subject): \(Digits.money(option.total, currency)) in "
        + "\(months) months",
      steps: posts + option.annualParts.map(annual) + option.oneOffParts.map(oneOff) + services
        + totals,
      sources: [],
      parts: roles.map { "role:\($0.id)" }
    )
  }

  /// The posts that are written out; the rest follows from the same formula.
  private static let shown = 40

  private var posts: [Explanation.Step] {
    let hours = Dictionary(
      roles.map { ($0.id, $0.annualHours) },
      uniquingKeysWith: { first, _ in first }
    )
    let rest = option.posts.dropFirst(Self.shown)
    let steps = option.posts.prefix(Self.shown).map { step($0, annualHours: hours[$0.role] ?? 0) }
    guard !rest.isEmpty else { return steps }
    return steps + [
      Explanation.Step(
        "\(rest.count) more roles",
        "the same formula",
        "\(Digits.of(rest.map(\.posts).compensatedSum())) posts"
      )
    ]
  }

  private func step(_ post: AlternativeOption.Post, annualHours hours: Double) -> Explanation.Step {
    let wage = post.wage
    let year = wage.year.map { ", \($0)" } ?? ""
    let shown =
      wage.place.source == "benchmarks.csv" ? "the table of benchmarks" : wage.place.source
    let capacity = Digits.of((place?.productiveHours ?? 1) * (place?.efficiency ?? 1))
    return Explanation.Step(
      "role:\(post.role): \(Digits.of(post.posts)) posts",
      "max(0.5, \(Digits.of(hours)) h a year ÷ \(capacity) h, up to the next half); pay "
        + "\(Digits.of(wage.base.middle)) \(wage.unit.rawValue) for \(wage.job) from \(shown) line "
        + "\(wage.place.line) (\(wage.grade.rawValue)\(year): \(wage.source)); a post costs "
        + (place?.costFormula(wage) ?? "the pay"),
      "\(Digits.money(post.costPerHead, currency)) a post, "
        + "\(Digits.money(post.loadedHourly, currency)) an hour",
      place?.payParameters(wage) ?? []
    )
  }

  /// The loss of another horizon than a year is booked as it is, as the model specifies.
  private var horizonNote: String {
    horizonMonths == 12
      ? ""
      : ", within a horizon of \(Digits.of(horizonMonths)) months and booked as the cost of a year"
  }

  private func annual(_ part: AlternativeOption.Part) -> Explanation.Step {
    let common = cost.common
    let (formula, names): (String, [String]) =
      switch (part.name, place) {
      case ("people", nil): ("Σ spend of a year, client fee included", ["marketplace_fee"])
      case ("people", _?): ("Σ posts × cost of a post", [])
      case ("lead", let place?):
        (
          "Σ posts ÷ \(Digits.of(place.leadSpan)) × cost of a post at "
            + "\(Digits.of(place.leadWageRatio)) × pay",
          ["\(place.group).lead_span", "\(place.group).lead_wage_ratio"]
        )
      case ("coordination", let place):
        (
          (place.map { "\(Digits.of($0.coordinationFactor)) × " } ?? "")
            + "Σ hours × (\(Digits.of(common.coordinationSpecific)) + "
            + "\(Digits.of(common.coordinationCollab - common.coordinationSpecific)) × collaboration) × "
            + "USD \(Digits.of(common.managerPerHour))",
          [
            "alternatives.manager_usd_h", "alternatives.coord_share_specific",
            "alternatives.coord_share_collab",
          ]
            + (place.map { ["\($0.group).coord_factor"] } ?? [])
        )
      case ("turnover", nil):
        (
          "\(Digits.of(roles.map(\.exits).reduce(0, +))) expected departures × "
            + "(\(Digits.of(common.searchHours)) h × USD \(Digits.of(common.managerPerHour)) + USD "
            + "\(Digits.of(common.contractInitiation)))",
          ["alternatives.search_hours", "alternatives.contract_initiation_usd"]
        )
      case ("turnover", let place?):
        (
          "\(Digits.of(place.annualAttrition)) × posts × (\(Digits.of(place.recruitingShare)) of base pay + "
            + "\(Digits.of(common.searchHours)) h × USD \(Digits.of(common.managerPerHour)))",
          [
            "\(place.group).annual_attrition", "\(place.group).recruit_share",
            "alternatives.search_hours",
          ]
        )
      case ("knowledge_loss", nil):
        (
          option.option == "keep"
            ? "Σ expected loss of the roles\(horizonNote)"
            : "Σ loss × (1 − kappa at coverage \(Digits.of(common.target))) ÷ (1 − kappa)\(horizonNote)",
          option.option == "keep" ? [] : ["alternatives.doc_target"]
        )
      case ("knowledge_loss", let place?):
        (
          "Σ Kmax × mu × (1 − kappa) × cost of an hour × [\(Digits.of(place.sharedKnowledge)) × "
            + "\(Digits.of(place.annualAttrition))^posts + \(Digits.of(1 - place.sharedKnowledge)) × "
            + "seats × \(Digits.of(place.annualAttrition))]",
          ["\(place.group).omega", "\(place.group).annual_attrition"]
        )
      case ("upkeep", _):
        (
          option.option == "keep"
            ? "nothing"
            : "\(Digits.of(common.upkeepPerYear)) × \(Digits.of(common.effort)) × Kmax × seats × rate",
          option.option == "keep"
            ? [] : ["alternatives.doc_effort", "alternatives.doc_upkeep_per_year"]
        )
      default: ("", [])
      }
    return Explanation.Step("a year: \(part.name)", formula, part.money.grouped, names)
  }

  private func oneOff(_ part: AlternativeOption.Part) -> Explanation.Step {
    let common = cost.common
    let (formula, names): (String, [String]) =
      switch (part.name, place) {
      case ("documentation", _):
        (
          option.option == "keep"
            ? "nothing"
            : "\(Digits.of(common.effort)) × Kmax × seats × rate × (\(Digits.of(common.target)) − D)",
          option.option == "keep" ? [] : ["alternatives.doc_effort", "alternatives.doc_target"]
        )
      case ("recruitment", let place?):
        (
          "Σ posts × \(Digits.of(place.recruitingShare)) of base pay",
          ["\(place.group).recruit_share"]
        )
      case ("setup", let place?): ("USD \(Digits.of(place.setup))", ["\(place.group).setup_usd"])
      case ("initial_ramp", let place?):
        (
          "Σ Kmax × mu × (1 − kappa) × cost of an hour × (1 − \(Digits.of(place.handover))) × "
            + "(\(Digits.of(place.sharedKnowledge)) + \(Digits.of(1 - place.sharedKnowledge)) × seats)",
          ["\(place.group).handover", "\(place.group).omega"]
        )
      case ("parallel_run", _):
        (
          "\(Digits.of(common.parallelRunMonths)) months of the present spend",
          ["alternatives.parallel_run_months"]
        )
      default: ("", [])
      }
    return Explanation.Step("once: \(part.name)", formula, part.money.grouped, names)
  }

  /// What the marketplace gives, or what stands in its place; contained in the parts of the year.
  private var services: [Explanation.Step] {
    option.services.map { service in
      Explanation.Step(
        "\(place == nil ? "the marketplace gives" : "in place of the marketplace"): \(service.name)",
        "adds nothing by itself; \(service.note)",
        service.amount.map { "\(Digits.money($0, currency)) a year" } ?? "no price known",
        service.name == "payroll, invoices and payments" && place == nil ? ["marketplace_fee"] : []
      )
    }
  }

  private var totals: [Explanation.Step] {
    let keep = comparison.options.first
    let months = Digits.of(cost.common.horizonMonths)
    var steps = [
      Explanation.Step("cost of a year", "sum of the year's parts", option.annualMoney.grouped),
      Explanation.Step(
        "cost of the change",
        "sum of the one-off parts",
        option.oneOffMoney.grouped
      ),
      Explanation.Step(
        "total over \(months) months",
        "\(Digits.money(option.oneOff, currency)) + \(Digits.money(option.annual, currency)) × \(months) ÷ 12",
        Digits.money(option.total, currency),
        ["alternatives.horizon_months"]
      ),
    ]
    if let keep, option.option != "keep" {
      steps.append(
        Explanation.Step(
          "break-even against keeping",
          "\(Digits.money(option.oneOff - keep.oneOff, currency)) ÷ "
            + "(\(Digits.money(keep.annual - option.annual, currency)) ÷ 12 a month)",
          option.breakEvenMonths.map { "\(Digits.of($0)) months" } ?? "never"
        )
      )
    }
    return steps
  }
}

extension TeamPlace {
  /// The prefix of the place's parameters; places without their own share those of the Philippines.
  fileprivate var group: String { payroll == .burden ? Self.philippines.id : id }

  /// The parameters that turn pay into the cost of a post.
  fileprivate func payParameters(_ wage: WageFigure) -> [String] {
    let own: [String] =
      switch (wage.unit, payroll) {
      case (.dollarsPerYearAllIn, _), (.dollarsPerHourAllIn, _): []
      case (.pesosPerMonth, _), (_, .philippines):
        ["fx", "hmo_year", "seat_month", "admin_usd_month"].map { "\(Self.philippines.id).\($0)" }
      case (_, .unitedStates):
        ["benefits_share", "seat_usd_month", "equipment_usd"].map { "\(id).\($0)" }
      case (_, .burden): ["\(id).burden", "\(id).seat_equipment_usd"]
      }
    let paid = wage.unit == .dollarsPerHour ? ["\(group).paid_hours"] : []
    return ["productive_hours", "efficiency"].map { "\(group).\($0)" } + own + paid
  }
}
