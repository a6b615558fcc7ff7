internal import Model

/// What a reader should know about a person besides the figures.
enum PersonSignals {
  static func signals(
    _ risk: RiskAssessment.PersonRisk,
    configuration: Configuration.Person?,
    asOf: Day
  ) -> [String] {
    var signals: [String] = []
    if let until = configuration?.onLeaveUntil, asOf <= until {
      signals.append("on leave until \(until)")
    } else if risk.billing.isActive,
      Double(risk.billing.silenceDays) >= 2 * risk.billing.cadenceDays,
      risk.billing.silenceDays >= 14
    {
      signals.append("silent for \(risk.billing.silenceDays) days")
    }
    if let left = configuration?.leftOn, left <= asOf { signals.append("left on \(left)") }
    if risk.billing.departures > 0, risk.billing.isActive {
      signals.append("left and returned \(risk.billing.departures)×")
    }
    return signals
  }
}
