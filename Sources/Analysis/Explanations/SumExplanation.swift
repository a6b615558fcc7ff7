internal import Model

/// How the figures of a department and of the company come about: sums of their parts.
enum SumExplanation {
  static func department(_ department: DepartmentAudit, roles: [RoleAudit]) -> Explanation {
    Explanation(
      id: "department:\(department.id)",
      title: title(department.id, department.figures),
      steps: sums(
        department.figures,
        parts: roles.map { ("role:\($0.id)", $0.figures) }
      ) + [
        Explanation.Step(
          "concentration of the spend by person (HHI)",
          "10,000 × Σ share²; effective number of people "
            + Digits.of(department.concentration > 0 ? 10_000 / department.concentration : 0),
          Digits.of(department.concentration)
        )
      ],
      sources: [],
      parts: roles.map { "role:\($0.id)" }
    )
  }

  static func company(
    _ total: RiskFigures,
    departments: [DepartmentAudit],
    roles: [RoleAudit],
    hazard: HazardEstimate,
    year: YearOutcome,
    parameters: RiskParameters
  ) -> Explanation {
    Explanation(
      id: "company",
      title: title("company", total),
      steps: sums(total, parts: departments.map { ("department:\($0.id)", $0.figures) })
        + [rate(hazard, parameters), simulation(year, total.loss.currency)],
      sources: [],
      parts: roles.map { "role:\($0.id)" }
    )
  }

  private static func title(_ name: String, _ figures: RiskFigures) -> String {
    "\(name): \(figures.loss.grouped) expected to be bought again, index "
      + Digits.index(figures.index)
  }

  private static func sums(
    _ figures: RiskFigures,
    parts: [(id: String, figures: RiskFigures)]
  ) -> [Explanation.Step] {
    func sum(_ part: (RiskFigures) -> String) -> String {
      parts.map { "\(part($0.figures)) \($0.id)" }.joined(separator: " + ")
    }
    let currency = figures.loss.currency
    return [
      Explanation.Step(
        "hours to be bought again",
        sum { Digits.of($0.lossHours) },
        Digits.hours(figures.lossHours)
      ),
      Explanation.Step("expected loss", sum { $0.loss.grouped }, figures.loss.grouped),
      Explanation.Step(
        "spend of a year",
        sum { $0.annualSpend.grouped },
        figures.annualSpend.grouped
      ),
      Explanation.Step(
        "index",
        "100 × \(Digits.money(figures.exactLoss, currency)) ÷ "
          + "\(Digits.money(figures.exactAnnualSpend, currency)); 90 % interval "
          + "\(Digits.index(figures.indexLow)) to \(Digits.index(figures.indexHigh))",
        Digits.index(figures.index)
      ),
    ]
  }

  private static func rate(
    _ hazard: HazardEstimate,
    _ parameters: RiskParameters
  ) -> Explanation.Step {
    Explanation.Step(
      "rate of departures h",
      "h = (\(Digits.of(parameters.hazardPriorEvents)) + \(hazard.departures)) ÷ "
        + "(\(Digits.of(parameters.hazardPriorMonths)) + Σ z t), z = "
        + "(\(Digits.of(parameters.frailtyShape)) + d) ÷ (\(Digits.of(parameters.frailtyShape)) + h t) "
        + "over \(hazard.spells) spells, \(hazard.iterations) steps; information "
        + "\(Digits.of(hazard.information)), 90 % interval h × e^(±1.64485 ÷ √information) = "
        + "\(Digits.of(hazard.low)) to \(Digits.of(hazard.high))",
      "\(Digits.of(hazard.perMonth)) a month",
      ["hazard_prior_events", "hazard_prior_months", "frailty_shape"]
    )
  }

  private static func simulation(_ year: YearOutcome, _ currency: Currency) -> Explanation.Step {
    Explanation.Step(
      "the loss of one year",
      "\(year.draws) simulated years (SplitMix64, seed \(YearSimulation.seed)): each draws a rate "
        + "of departures and who leaves; half of the years cost more than "
        + "\(Digits.money(year.exactMedian, currency)), the worst twentieth "
        + "\(Digits.money(year.exactWorstTwentiethMean, currency)) on average",
      "\(Digits.money(year.exactExceededOnceInTwenty, currency)) is exceeded once in twenty years"
    )
  }
}
