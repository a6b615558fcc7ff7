internal import Model

/// What stands around the expected loss, rounded for the report.
enum RiskInsights {
  static func insight(_ model: KnowledgeModel, currency: Currency) -> RiskInsight {
    var insight = RiskInsight(currency: currency)
    insight.shapes = model.shapes
    insight.shapeUsed = model.parameters.frailtyShape
    insight.survival = SurvivalCurve.steps(model.assessment.gaps.observations)
    insight.sensitivity = model.varied.sensitivity
    insight.backtest = BacktestAnalysis.run(
      model.assessment,
      model.portfolio,
      parameters: model.parameters
    )
    let past = PastLosses(model.assessment, model.portfolio, parameters: model.parameters).entries
    let total = Money(estimate: past.map(\.loss).compensatedSum(), currency: currency)
    insight.pastLossTotal = total
    insight.pastLosses = zip(past, Apportionment.split(past.map(\.loss), total: total)).map {
      PastLoss(
        person: model.portfolio.people[$0.person].id,
        role: model.portfolio.roles[$0.role].id,
        day: $0.day,
        fraction: $0.fraction,
        hours: $0.hours,
        loss: $1
      )
    }
    insight.concentration = SpendConcentration.ofRoles(
      Array(model.portfolio.roles.indices),
      model
    )
    return insight
  }
}

/// The concentration of a year's spend by person (model specification, 1.7).
enum SpendConcentration {
  /// The Herfindahl-Hirschman index over some roles, 0 to 10,000.
  static func ofRoles(_ roles: [Int], _ model: KnowledgeModel) -> Double {
    let (asOf, book) = (model.portfolio.asOf, model.assessment.book)
    let from = asOf - RiskAssessment.daysOfYear
    var spend: [Int: CompensatedSum] = [:]
    for role in roles {
      let lines = book.linesOfRole[role]
      let end = lines.prefixCount { $0.day <= asOf }
      for line in lines[lines.prefixCount { $0.day <= from }..<end] {
        spend[line.person, default: CompensatedSum()].add(line.cost)
      }
    }
    return RoleLoss.concentration(
      spend.sorted { $0.key < $1.key }.map(\.value.value).filter { $0 > 0 }
    )
  }
}
