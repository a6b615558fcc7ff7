internal import Model

/// The model of one run: the assessment with everything that is computed from it once.
struct KnowledgeModel {
  let portfolio: Portfolio
  /// The parameters, with a fitted frailty shape where the user wants it.
  let parameters: RiskParameters
  let common: AlternativeParameters
  let assessment: RiskAssessment
  /// The assessment at the 5 % point of the rate of departures.
  let low: RiskAssessment
  /// The assessment at the 95 % point of the rate of departures.
  let high: RiskAssessment
  /// The assessment under the frailty shapes that were tried.
  let shapes: [FrailtyShape]
  let varied: VariedAssessments
  let year: YearSimulation

  init(
    _ portfolio: Portfolio,
    parameters configured: RiskParameters,
    fitsShape: Bool,
    common: AlternativeParameters
  ) {
    var parameters = configured
    var assessment = RiskAssessment(portfolio, parameters: parameters)
    let first = assessment
    let fits = Hazard.shapes(assessment.gaps.observations, parameters: parameters)
    shapes = Parallel.map(fits.count) { shape in
      let fit = fits[shape]
      return FrailtyShape(
        shape: fit.parameters.frailtyShape,
        perMonth: fit.estimate.perMonth,
        logPosterior: fit.logPosterior,
        index: first.under(portfolio, parameters: fit.parameters).index
      )
    }
    if fitsShape, let best = shapes.max(by: { $0.logPosterior < $1.logPosterior }) {
      parameters.frailtyShape = best.shape
      assessment = assessment.under(portfolio, parameters: parameters)
    }
    self.portfolio = portfolio
    self.parameters = parameters
    self.common = common
    self.assessment = assessment
    low = assessment.under(hazard: assessment.hazard.low, portfolio, parameters: parameters)
    high = assessment.under(hazard: assessment.hazard.high, portfolio, parameters: parameters)
    varied = VariedAssessments(assessment, portfolio, parameters: parameters)
    year = YearSimulation(assessment, portfolio, parameters: parameters)
  }
}
