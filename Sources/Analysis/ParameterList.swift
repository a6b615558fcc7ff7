internal import Model

/// The parameters as this audit used them, the user's changes marked.
enum ParameterList {
  static func uses(_ configuration: Configuration) -> [ParameterUse] {
    let defaults = RiskParameters()
    let scalars = RiskParameters.scalars.map { name, path in
      ParameterUse(
        name: name,
        value: configuration.parameters[keyPath: path],
        defaultValue: defaults[keyPath: path],
        isChanged: configuration.changedParameters.contains(name)
      )
    }
    let weeks = RoleFamily.allCases.map { family in
      let name = "weeks_to_full_productivity.\(family.rawValue)"
      return ParameterUse(
        name: name,
        value: configuration.parameters.weeksToFullProductivity[family] ?? 0,
        defaultValue: defaults.weeksToFullProductivity[family] ?? 0,
        isChanged: configuration.changedParameters.contains(name)
      )
    }
    return scalars + weeks
  }
}
