internal import Model

/// The parameters as this audit used them, the user's changes marked.
struct ParameterList {
  let configuration: Configuration
  let parameters: RiskParameters
  let common: AlternativeParameters
  /// Pesos for a dollar.
  let pesos: PesoRate
  /// The places that are compared.
  let places: [TeamPlace]
  /// The departures of the data, on which it depends whether a shape is fitted.
  let departures: Int
  /// Whether shapes were fitted.
  let isShapeFitted: Bool

  private static let defaults = RiskParameters()

  var uses: [ParameterUse] {
    let scalars = RiskParameters.scalars.map { name, path in
      use(
        name,
        parameters[keyPath: path],
        Self.defaults[keyPath: path],
        range: ParameterSources.range(of: name)
      )
    }
    let weeks = RoleFamily.allCases.map { family in
      use(
        "weeks_to_full_productivity.\(family.rawValue)",
        parameters.weeksToFullProductivity[family] ?? 0,
        Self.defaults.weeksToFullProductivity[family] ?? 0,
        range: ParameterSources.range(of: "weeks_to_full_productivity")
      )
    }
    return scalars + weeks + shared + placed
  }

  /// A value with its source: the one of the default, unless something else took its place.
  private func use(
    _ name: String,
    _ value: Double,
    _ defaultValue: Double,
    range: String? = nil
  ) -> ParameterUse {
    let source = ParameterSources.source(of: name)
    let isChanged = value != defaultValue
    let changed =
      "audit.yml; the default of \(Digits.of(defaultValue)): \(source)"
    return ParameterUse(
      name: name,
      value: value,
      defaultValue: defaultValue,
      isChanged: isChanged,
      range: range,
      source: ownSource(name, source, defaultValue) ?? (isChanged ? changed : source)
    )
  }

  /// What neither the default's source nor `audit.yml` alone says.
  private func ownSource(_ name: String, _ source: String, _ defaultValue: Double) -> String? {
    switch name {
    case "frailty_shape" where configuration.fitsFrailtyShape && isShapeFitted:
      "fitted to these data with \(departures) departures, the likeliest of "
        + "\(Hazard.shapes.map(Digits.of).joined(separator: ", ")) (audit.yml → frailty_shape: fitted); the "
        + "default of \(Digits.of(defaultValue)): \(source)"
    case "frailty_shape" where configuration.fitsFrailtyShape:
      "\(source); 'fitted' in audit.yml needs \(Hazard.departuresForShape) departures, these data have "
        + "\(departures)"
    case "philippines.fx": pesos.source
    default: nil
    }
  }

  private var shared: [ParameterUse] {
    let defaults = AlternativeParameters()
    return AlternativeParameters.named.map { name, path in
      use("alternatives.\(name)", common[keyPath: path], defaults[keyPath: path])
    }
  }

  private var placed: [ParameterUse] {
    [TeamPlace.philippines, .unitedStates].flatMap { place in
      let used = place.priced(by: pesos)
      return TeamPlace.named(for: place).map { name, path in
        use("\(place.id).\(name)", used[keyPath: path], place[keyPath: path])
      }
    }
      + places.filter { $0.payroll == .burden }.flatMap { place in
        [
          use("\(place.id).burden", place.burden, place.burden),
          use(
            "\(place.id).seat_equipment_usd",
            place.deskAndEquipment,
            place.deskAndEquipment
          ),
        ]
      }
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
      ("paid_hours", \.paidHours),
      ("lead_span", \.leadSpan), ("lead_wage_ratio", \.leadWageRatio),
      ("coord_factor", \.coordinationFactor), ("annual_attrition", \.annualAttrition),
      ("recruit_share", \.recruitingShare), ("setup_usd", \.setup),
      ("omega", \.sharedKnowledge), ("handover", \.handover),
    ]
  }
}
