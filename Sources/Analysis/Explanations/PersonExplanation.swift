internal import Model

/// How the chance that a person leaves comes about, and what would be lost.
struct PersonExplanation {
  let person: Int
  let audit: PersonAudit
  let assessment: RiskAssessment
  let portfolio: Portfolio
  let parameters: RiskParameters
  let currency: Currency
  /// The roles that the person holds, with what is lost in each.
  let holdings: [(role: String, loss: Money)]

  var explanation: Explanation {
    let risk = assessment.people[person]
    let parts = audit.roles.map { "role:\($0)" }
    guard risk.billing.isActive else {
      return Explanation(
        id: "person:\(audit.id)",
        title: "\(audit.name) holds nothing any more; last work on \(audit.lastDay)",
        steps: billing(risk) + [ending(risk)],
        sources: [],
        parts: parts
      )
    }
    return Explanation(
      id: "person:\(audit.id)",
      title: "\(audit.name): \(audit.loss.grouped) of the expected loss, chance of leaving "
        + Digits.of(risk.departure.value),
      steps: billing(risk) + departure(risk) + losses,
      sources: [],
      parts: parts
    )
  }

  private func billing(_ risk: RiskAssessment.PersonRisk) -> [Explanation.Step] {
    let factor = risk.billing.cadenceDays > 0 ? risk.billing.gapDays / risk.billing.cadenceDays : 0
    return [
      Explanation.Step(
        "cadence",
        "median days between billings (the client's median with fewer than three gaps)",
        "\(Digits.of(risk.billing.cadenceDays)) days"
      ),
      Explanation.Step(
        "silence that ends a spell",
        "between \(Digits.of(parameters.gapMinDays)) and \(Digits.of(parameters.gapMaxDays)) days, "
          + "\(Digits.of(factor)) × cadence here",
        "\(Digits.of(risk.billing.gapDays)) days",
        ["gap_factor", "gap_type1_error", "gap_min_days", "gap_max_days"]
      ),
      Explanation.Step(
        "spells",
        risk.billing.spells.map {
          "\($0.firstDay) to \($0.lastDay), \(Digits.of($0.months)) months, \($0.ending.rawValue)"
        }.joined(separator: "; "),
        "\(Digits.of(risk.billing.months)) months, "
          + Phrase.count(risk.billing.departures, "departure", "departures"),
        ["replacement_after_days", "posting_before_days"]
      ),
    ]
  }

  private func ending(_ risk: RiskAssessment.PersonRisk) -> Explanation.Step {
    Explanation.Step(
      "silence today",
      "\(risk.billing.silenceDays) days against \(Digits.of(risk.billing.gapDays))",
      "no longer active"
    )
  }

  private func departure(_ risk: RiskAssessment.PersonRisk) -> [Explanation.Step] {
    let (alpha, h) = (parameters.frailtyShape, assessment.hazard.perMonth)
    let history = risk.history
    let (a, b) = (alpha + Double(history.departures), alpha / h + history.months)
    let ratio = DepartureProbability.hazardRatio(attachment: history.attachment, parameters)
    var steps = [
      Explanation.Step(
        "own rate of leaving, shape a and rate b",
        "a = \(Digits.of(alpha)) + \(history.departures); b = \(Digits.of(alpha)) ÷ "
          + "\(Digits.of(h)) + \(Digits.of(history.months))",
        "a = \(Digits.of(a)), b = \(Digits.of(b))",
        ["frailty_shape", "hazard_prior_events", "hazard_prior_months"]
      ),
      Explanation.Step(
        "hazard ratio of attachment",
        "\(Digits.of(parameters.attachmentHazardRatio))^("
          + "\(Digits.of(parameters.attachmentReference)) − \(Digits.of(history.attachment))), "
          + "\(Digits.hours(risk.recentHours)) in \(Digits.of(parameters.recentDays)) days",
        Digits.of(ratio),
        ["attachment_hazard_ratio", "attachment_reference"]
      ),
      Explanation.Step(
        "leaves within the horizon",
        history.leavesForCertain
          ? "known: leaves on \(portfolio.people[person].leftOn.map(\.description) ?? "") by audit.yml "
            + "(people → left_on), within \(Digits.of(parameters.horizonMonths)) months"
          : "1 − (b ÷ (b + \(Digits.of(ratio)) × \(Digits.of(parameters.horizonMonths))))^a",
        Digits.of(risk.departure.ahead),
        ["horizon_months"]
      ),
    ]
    if history.silenceDays > 0 {
      let survival = assessment.pauses.survival(history.relativeSilence, parameters: parameters)
      steps.append(
        Explanation.Step(
          "gone already, q",
          "g ÷ (g + (1 − g) S), g = 1 − e^(−\(Digits.of(ratio)) × a ÷ b × "
            + "\(history.silenceDays) days), S = \(Digits.of(survival)) of pauses last "
            + "\(Digits.of(history.relativeSilence)) cadences",
          Digits.of(risk.departure.alreadyGone),
          ["gap_prior_weight", "gap_prior_scale", "gap_prior_power"]
        )
      )
    }
    steps.append(
      Explanation.Step(
        "chance of leaving P",
        "q + (1 − q) × \(Digits.of(risk.departure.ahead))",
        Digits.of(risk.departure.value)
      )
    )
    return steps
  }

  private var losses: [Explanation.Step] {
    let parts = holdings.map { "\($0.loss.grouped) in role:\($0.role)" }
    var steps = [
      Explanation.Step(
        "expected loss",
        parts.isEmpty ? "holds no role with a loss" : parts.joined(separator: " + "),
        audit.loss.grouped
      )
    ]
    if let added = audit.addedIfGone {
      steps.append(
        Explanation.Step(
          "added if it were certain that the person leaves",
          "the roles' losses with P = 1, less those of today",
          Digits.money(added, currency)
        )
      )
    }
    return steps
  }
}
