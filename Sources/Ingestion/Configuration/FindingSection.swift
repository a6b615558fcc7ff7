internal import Model

/// What `audit.yml` says about findings and contracts: acceptances, disputes, checks left out, materiality.
enum FindingSection {
  static func read(
    _ root: YAMLMapping,
    into configuration: inout Configuration
  ) throws(ConfigurationError) {
    if let materiality = try root.decimal("materiality") {
      guard materiality.units > 0 else {
        throw root.failure(
          "materiality",
          "must be above zero",
          remedy: "write an amount of the reporting currency"
        )
      }
      configuration.materiality = materiality
    }
    for entry in try root.mappings("contracts") {
      configuration.contracts.append(try contract(entry))
    }
    for (key, kind) in [
      ("accepted", FindingDecision.Kind.accepted), ("disputed", FindingDecision.Kind.disputed),
    ] {
      for entry in try root.mappings(key) {
        configuration.decisions.append(try decision(entry, kind, place: root.place(of: key)))
      }
    }
    for entry in try root.mappings("skip_checks") {
      try entry.checkKeys(["check", "reason"])
      let check = try required(entry, "check")
      configuration.skippedChecks[check] = try required(entry, "reason")
    }
  }

  private static func contract(
    _ mapping: YAMLMapping
  ) throws(ConfigurationError) -> Configuration.Contract {
    try mapping.checkKeys(["id", "rate", "ends", "weekly_hours"])
    var contract = Configuration.Contract(id: try required(mapping, "id"))
    contract.rate = try mapping.number("rate", in: 0.01...100_000_000)
    contract.ends = try mapping.day("ends")
    contract.weeklyHours = try mapping.number("weekly_hours", in: 1...100_000)
    return contract
  }

  private static func decision(
    _ mapping: YAMLMapping,
    _ kind: FindingDecision.Kind,
    place: SourceLocation?
  ) throws(ConfigurationError) -> FindingDecision {
    try mapping.checkKeys(["id", "reason", "until"])
    return FindingDecision(
      kind,
      pattern: try required(mapping, "id"),
      reason: try required(mapping, "reason"),
      until: try mapping.day("until"),
      place: mapping.place(of: "id") ?? place
    )
  }

  private static func required(
    _ mapping: YAMLMapping,
    _ key: String
  ) throws(ConfigurationError) -> String {
    guard let text = try mapping.string(key), !text.isEmpty else {
      throw mapping.failure(
        key,
        "is missing",
        remedy: "a decision needs its id and its reason in words"
      )
    }
    return text
  }
}
