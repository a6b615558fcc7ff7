internal import Model

/// How the figures were made: parameters with their sources, and the rate of departures.
struct MethodView {
  private let audit: Audit
  private let language: Language

  init(_ audit: Audit, _ language: Language) {
    self.audit = audit
    self.language = language
  }

  /// The method as templates see it.
  var values: [String: ViewModel.Value] {
    let changed = audit.parameters.filter(\.isChanged)
    let hazard = audit.hazard
    return [
      "changedParameters": .list(changed.map(parameter)),
      "hasChangedParameters": .flag(!changed.isEmpty),
      "parameters": .list(audit.parameters.map(parameter)),
      "hazardLine": .text(
        language(
          "hazardLine",
          [
            "rate": language.percent(hazard.perMonth, 2), "low": language.percent(hazard.low, 2),
            "high": language.percent(hazard.high, 2),
            "departures": language.number(hazard.departures, "departure"),
            "spells": language.number(hazard.spells, "spell"),
          ]
        )
      ),
      "rateLine": .text(language("rateLine", ["source": audit.exchangeRateSource])),
    ]
  }

  private func parameter(_ parameter: ParameterUse) -> ViewModel {
    ViewModel([
      "name": .text(parameter.name), "value": .text(language.plain(parameter.value)),
      "defaultValue": .text(language.plain(parameter.defaultValue)),
      "range": .text(parameter.range ?? "–"), "source": .text(parameter.source),
      "isChanged": .flag(parameter.isChanged),
    ])
  }
}
