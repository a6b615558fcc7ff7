internal import Model

/// Reads the section `parameters` of `audit.yml`.
enum ParameterSection {
  /// The values that a parameter may have; the rest may be anything from 0 to a million.
  private static let bounds: [String: ClosedRange<Double>] = [
    "horizon_months": 0.1...120, "knowledge_retention_per_month": 0.01...1,
    "initial_productivity": 0...1, "full_productivity_level": 0.01...0.9999,
    "hours_per_week_full": 1...168, "multiplier_collab": 0...10, "codifiable_specific": 0...1,
    "codifiable_collab": 0...1, "doc_half_life_months": 0.1...1200, "shared_knowledge": 0...1,
    "hazard_prior_events": 0.001...1e6, "hazard_prior_months": 0.001...1e6,
    "frailty_shape": 0.01...1e6, "attachment_hazard_ratio": 0.01...100,
    "attachment_reference": 0...1, "marketplace_fee": 0...1, "recent_days": 7...3650,
    "seat_hours_per_recent": 1...1e6, "gap_type1_error": 0.0001...0.5, "gap_min_days": 1...3650,
    "gap_max_days": 1...3650,
  ]

  static func read(
    _ mapping: YAMLMapping,
    into configuration: inout Configuration
  ) throws(ConfigurationError) {
    let weeks = "weeks_to_full_productivity"
    try mapping.checkKeys(RiskParameters.scalars.map(\.name) + [weeks])
    for (name, path) in RiskParameters.scalars {
      if name == "frailty_shape", try mapping.string(name) == "fitted" {
        configuration.fitsFrailtyShape = true
        configuration.changedParameters.insert(name)
        continue
      }
      guard let value = try mapping.number(name, in: bounds[name] ?? 0...1e6) else { continue }
      configuration.parameters[keyPath: path] = value
      configuration.changedParameters.insert(name)
    }
    guard configuration.parameters.gapMinDays <= configuration.parameters.gapMaxDays else {
      throw mapping.failure(
        "gap_min_days",
        "gap_min_days is above gap_max_days",
        remedy: "lower it"
      )
    }
    guard let table = try mapping.mapping(weeks) else { return }
    try table.checkKeys(RoleFamily.allCases.map(\.rawValue))
    for family in RoleFamily.allCases {
      guard let value = try table.number(family.rawValue, in: 0.1...520) else { continue }
      configuration.parameters.weeksToFullProductivity[family] = value
      configuration.changedParameters.insert("\(weeks).\(family.rawValue)")
    }
  }
}
