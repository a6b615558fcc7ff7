internal import Model

/// How the loss and the index of a role come about.
struct RoleExplanation {
  let risk: RiskAssessment.RoleRisk
  let figures: RiskFigures
  let entry: RoleBook.Entry
  let workload: Workload
  let portfolio: Portfolio
  let assessment: RiskAssessment
  let parameters: RiskParameters
  let currency: Currency

  /// The holders and layers that are written out; the rest is one step.
  private static let shown = 40

  var explanation: Explanation {
    let index = Digits.index(figures.index)
    return Explanation(
      id: "role:\(entry.role.id)",
      title:
        "\(entry.role.id): \(figures.loss.grouped) expected to be bought again, index \(index)",
      steps: learning + holders + layers + documents + money,
      sources: LineRanges.sources(entry.lines, workload: workload),
      parts: []
    )
  }

  private var work: WorkBook.Role { assessment.work.roles[risk.role] }

  private var learning: [Explanation.Step] {
    let (p0, level) = (parameters.initialProductivity, parameters.fullProductivityLevel)
    let family = entry.family.rawValue
    return [
      Explanation.Step(
        "learning constant tau",
        "\(Digits.of(entry.weeksToFull)) weeks × \(Digits.of(parameters.hoursPerWeekFull)) h ÷ "
          + "ln(1 ÷ (1 − \(Digits.of(level))))",
        Digits.hours(risk.curve.tau),
        [
          "weeks_to_full_productivity.\(family)", "hours_per_week_full",
          "full_productivity_level",
        ]
      ),
      Explanation.Step(
        "largest loss Kmax",
        "(1 − \(Digits.of(p0))) × tau",
        Digits.hours(risk.curve.largestLossHours),
        ["initial_productivity"]
      ),
    ]
  }

  private var holders: [Explanation.Step] {
    let recent = Digits.hours(work.recentHours)
    var steps: [Explanation.Step] = []
    for holder in risk.holders.prefix(Self.shown) {
      let person = workload.directory.people[holder.person]
      let lines = assessment.book.holdersOfRole[risk.role].first { $0.person == holder.person }
      let billed = lines?.hours.compensatedSum() ?? 0
      steps.append(
        Explanation.Step(
          "\(person.id): experience left E",
          "Σ hours × \(Digits.of(parameters.knowledgeRetentionPerMonth))^(age in months) over "
            + "\(lines?.days.count ?? 0) lines with \(Digits.hours(billed))",
          Digits.hours(holder.effectiveHours),
          ["knowledge_retention_per_month"]
        )
      )
      steps.append(
        Explanation.Step(
          "\(person.id): knowledge held k",
          "1 − (1 + u) e^−u, u = E ÷ tau = "
            + Digits.of(holder.effectiveHours / risk.curve.tau),
          Digits.of(holder.knowledge)
        )
      )
      steps.append(
        Explanation.Step(
          "\(person.id): chance of leaving P",
          "see person:\(person.id)",
          Digits.of(holder.departureProbability)
        )
      )
    }
    if risk.holders.count > Self.shown {
      steps.append(
        Explanation.Step("more holders", "", "\(risk.holders.count - Self.shown) not written out")
      )
    }
    steps.append(
      Explanation.Step(
        "seats N",
        "max(1, min(\(risk.holders.count) holders, \(recent) of the last "
          + "\(Digits.of(parameters.recentDays)) days ÷ \(Digits.of(parameters.seatHoursPerRecent))))",
        Digits.of(risk.seats),
        ["recent_days", "seat_hours_per_recent"]
      )
    )
    return steps
  }

  private var layers: [Explanation.Step] {
    let omega = parameters.sharedKnowledge
    let loss = RoleLoss(risk.lossHolders(portfolio), seats: risk.seats, shared: omega)
    var steps = loss.layers.prefix(Self.shown).map { layer in
      Explanation.Step(
        layer.holders == 1
          ? "what only the best holder knows" : "what the best \(layer.holders) know",
        "\(Digits.of(layer.depth)) × [\(Digits.of(omega)) × \(Digits.of(layer.all)) that all leave + "
          + "\(Digits.of(1 - omega)) × \(Digits.of(layer.steadiest)) for the steadiest seats]",
        Digits.of(layer.loss),
        ["shared_knowledge"]
      )
    }
    let rest = loss.layers.dropFirst(Self.shown)
    if !rest.isEmpty {
      steps.append(
        Explanation.Step(
          "\(rest.count) more layers",
          "",
          Digits.of(rest.map(\.loss).compensatedSum())
        )
      )
    }
    steps.append(
      Explanation.Step("share at stake L", "sum of the layers", Digits.of(risk.fraction))
    )
    return steps
  }

  private var documents: [Explanation.Step] {
    let degree = entry.collaboration.degree
    let ceiling = Documentation.codifiable(collaboration: degree, parameters)
    let documentation = portfolio.roles[risk.role].documentation
    return [
      Explanation.Step(
        "collaboration multiplier mu",
        "1 + \(Digits.of(parameters.multiplierCollab)) × \(Digits.of(degree)) "
          + "(\(entry.collaboration.source.rawValue))",
        Digits.of(risk.multiplier),
        ["multiplier_collab"]
      ),
      Explanation.Step(
        "quality of the documents D",
        documentation.memoHours.map {
          "min(0.5, \(Digits.hours($0)) of memos ÷ (\(Digits.of(Documentation.effort)) × Kmax × N))"
        }
          ?? "\(Digits.of(documentation.coverage)) × 2^(−\(Digits.of(documentation.ageMonths)) ÷ "
          + "\(Digits.of(parameters.docHalfLifeMonths))); \(entry.documentationSource)",
        Digits.of(risk.documentationQuality),
        ["doc_half_life_months"]
      ),
      Explanation.Step(
        "share saved by documents kappa",
        "(\(Digits.of(parameters.codifiableSpecific)) − "
          + "\(Digits.of(parameters.codifiableSpecific - parameters.codifiableCollab)) × "
          + "\(Digits.of(degree))) × D = \(Digits.of(ceiling)) × D",
        Digits.of(risk.codifiedShare),
        ["codifiable_specific", "codifiable_collab"]
      ),
      Explanation.Step(
        "hours to be bought again",
        "Kmax × mu × (1 − kappa) × L",
        Digits.hours(risk.lossHours)
      ),
    ]
  }

  private var money: [Explanation.Step] {
    let days = max(
      91,
      min(RiskAssessment.daysOfYear, portfolio.asOf - (work.firstDay ?? portfolio.asOf))
    )
    let year = entry.lines.map { workload.lines[$0] }
      .filter { $0.day > portfolio.asOf - RiskAssessment.daysOfYear }
    let imputed = year.filter(\.isImputed).map(\.hours).compensatedSum()
    let note = imputed > 0 ? ", of which \(Digits.hours(imputed)) imputed from amounts" : ""
    return [
      Explanation.Step(
        "cost of an hour",
        "\(Digits.money(work.yearCost, currency)) with client fee ÷ \(Digits.hours(work.yearHours))"
          + "\(note), last 52 weeks"
          + (work.rateGap.map {
            "; \($0): no cost of an hour can be derived, and the loss counts as 0 in money"
          } ?? ""),
        Digits.money(risk.rate, currency),
        ["marketplace_fee"]
      ),
      Explanation.Step(
        "expected loss",
        "hours × cost of an hour; \(figures.loss.grouped) after rounding so that roles add up",
        Digits.money(risk.loss, currency)
      ),
      Explanation.Step(
        "spend of a year",
        "\(Digits.money(work.yearCost, currency)) × \(RiskAssessment.daysOfYear) ÷ \(days) days",
        Digits.money(risk.annualSpend, currency)
      ),
      Explanation.Step(
        "index",
        "100 × loss ÷ spend; 90 % interval \(Digits.index(figures.indexLow)) to "
          + "\(Digits.index(figures.indexHigh)), by the ends of the rate of departures",
        Digits.index(figures.index),
        ["horizon_months"]
      ),
    ]
  }
}
