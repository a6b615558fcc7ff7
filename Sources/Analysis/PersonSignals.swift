internal import Model

/// What a reader should know about a person besides the figures.
enum PersonSignals {
  static func signals(
    _ risk: RiskAssessment.PersonRisk,
    name: String,
    person: Portfolio.Person,
    parameters: RiskParameters,
    asOf: Day
  ) -> [String] {
    var signals: [String] = []
    if let until = person.onLeaveUntil, asOf <= until {
      signals.append("on leave until \(until)")
    } else if risk.billing.isActive,
      Double(risk.billing.silenceDays) >= 2 * risk.billing.cadenceDays,
      risk.billing.silenceDays >= 14
    {
      signals.append("silent for \(risk.billing.silenceDays) days")
    }
    if let left = person.leftOn, left <= asOf { signals.append("left on \(left)") }
    if let leaving = person.leftOn {
      switch person.knownDeparture(after: asOf, parameters) {
      case .withinHorizon: signals.append("leaves on \(leaving)")
      case .later:
        signals.append(
          "leaves on \(leaving), after the horizon of \(Digits.of(parameters.horizonMonths)) months: "
            + "not in the chance of leaving"
        )
      case nil: break
      }
    }
    if risk.billing.departures > 0, risk.billing.isActive {
      signals.append("left and returned \(risk.billing.departures)×")
    }
    if isAgency(name) { signals.append("looks like an agency, counted as one holder") }
    return signals
  }

  private static let agencyWords: Set<String> = [
    "agency", "agentur", "studio", "studios", "gmbh", "ltd", "limited", "llc", "inc", "llp",
    "srl", "sl", "bv", "sas", "ug", "oy", "ab", "plc", "corp", "solutions", "consulting", "team",
  ]

  /// Whether a name has words that firms have and people have not.
  static func isAgency(_ name: String) -> Bool {
    name.lowercased().split { !$0.isLetter }.contains { agencyWords.contains(String($0)) }
  }
}
