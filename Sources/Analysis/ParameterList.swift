internal import Model

/// The parameters as this audit used them, the user's changes marked.
enum ParameterList {
  static func uses(
    _ configuration: Configuration,
    parameters: RiskParameters,
    common: AlternativeParameters
  ) -> [ParameterUse] {
    let defaults = RiskParameters()
    let scalars = RiskParameters.scalars.map { name, path in
      ParameterUse(
        name: name,
        value: parameters[keyPath: path],
        defaultValue: defaults[keyPath: path],
        isChanged: configuration.changedParameters.contains(name),
        range: ParameterSources.range(of: name),
        source: ParameterSources.source(of: name)
      )
    }
    let weeks = RoleFamily.allCases.map { family in
      let name = "weeks_to_full_productivity.\(family.rawValue)"
      return ParameterUse(
        name: name,
        value: parameters.weeksToFullProductivity[family] ?? 0,
        defaultValue: defaults.weeksToFullProductivity[family] ?? 0,
        isChanged: configuration.changedParameters.contains(name),
        range: ParameterSources.range(of: "weeks_to_full_productivity"),
        source: ParameterSources.source(of: name)
      )
    }
    return scalars + weeks + alternatives(configuration, common)
  }

  private static func alternatives(
    _ configuration: Configuration,
    _ common: AlternativeParameters
  ) -> [ParameterUse] {
    let defaults = AlternativeParameters()
    let shared = AlternativeParameters.named.map { name, path in
      ParameterUse(
        name: "alternatives.\(name)",
        value: common[keyPath: path],
        defaultValue: defaults[keyPath: path],
        isChanged: name == "manager_usd_h" && configuration.alternatives.managerUSDPerHour != nil,
        range: nil,
        source: ParameterSources.source(of: "alternatives.\(name)")
      )
    }
    let places = [TeamPlace.philippines, .unitedStates].flatMap { place in
      TeamPlace.named(for: place).map { name, path in
        ParameterUse(
          name: "\(place.id).\(name)",
          value: place[keyPath: path],
          defaultValue: place[keyPath: path],
          isChanged: false,
          range: nil,
          source: ParameterSources.source(of: "\(place.id).\(name)")
        )
      }
    }
    return shared + places
  }
}

extension AlternativeParameters {
  /// The parameters by the names of the specification.
  static let named: [(name: String, path: any KeyPath<Self, Double> & Sendable)] = [
    ("manager_usd_h", \.managerPerHour), ("search_hours", \.searchHours),
    ("contract_initiation_usd", \.contractInitiation),
    ("coord_share_specific", \.coordinationSpecific), ("coord_share_collab", \.coordinationCollab),
    ("doc_effort", \.effort), ("doc_upkeep_per_year", \.upkeepPerYear), ("doc_target", \.target),
    ("parallel_run_months", \.parallelRunMonths), ("horizon_months", \.horizonMonths),
  ]
}

extension TeamPlace {
  /// The parameters by the names of the specification.
  static func named(for place: Self) -> [(name: String, path: any KeyPath<Self, Double> & Sendable)]
  {
    let own: [(name: String, path: any KeyPath<Self, Double> & Sendable)] =
      place.payroll == .unitedStates
      ? [("benefits_share", \.benefitsShare), ("seat_usd_month", \.deskPerMonth)]
      : [
        ("fx", \.pesosPerDollar), ("night_share", \.nightShare), ("hmo_year", \.healthPlanPesos),
        ("seat_month", \.deskPesosPerMonth), ("admin_usd_month", \.adminPerMonth),
      ]
    return own + [
      ("efficiency", \.efficiency), ("equipment_usd", \.equipment),
      ("equipment_years", \.equipmentYears), ("productive_hours", \.productiveHours),
      ("lead_span", \.leadSpan), ("lead_wage_ratio", \.leadWageRatio),
      ("coord_factor", \.coordinationFactor), ("annual_attrition", \.annualAttrition),
      ("recruit_share", \.recruitingShare), ("setup_usd", \.setup),
      ("omega", \.sharedKnowledge), ("handover", \.handover),
    ]
  }
}
