public import Model

/// From normalised records to a finished audit; pure, so that the same data give the same audit.
public enum AuditAnalysis {
  /// Audits a dataset, with a judge of task or team seat that can be replaced.
  public static func audit(
    _ dataset: Dataset,
    configuration: Configuration,
    rates: ExchangeRates,
    options: AnalysisOptions,
    classifier: some RoleClassifier = RoleModelClassifier()
  ) throws(AnalysisError) -> Audit {
    try Parallel.$threads.withValue(options.threads) {
      Result { () throws(AnalysisError) in
        try audited(
          dataset,
          configuration: configuration,
          rates: rates,
          options: options,
          classifier: classifier
        )
      }
    }.get()
  }

  private static func audited(
    _ dataset: Dataset,
    configuration: Configuration,
    rates: ExchangeRates,
    options: AnalysisOptions,
    classifier: some RoleClassifier
  ) throws(AnalysisError) -> Audit {
    let currency =
      configuration.currency ?? ReportingCurrency.mostFrequent(dataset.lines) ?? .usd
    let workload = Workload(
      dataset,
      configuration: configuration,
      rates: rates,
      currency: currency,
      wages: options.wages
    )
    let (asOf, quarter) = try period(workload, configuration: configuration, options: options)
    let book = RoleBook(
      workload,
      postings: dataset.postings,
      configuration: configuration,
      classifier: classifier,
      asOf: asOf
    )
    let portfolio = PortfolioBuilder.portfolio(
      workload,
      book: book,
      postings: dataset.postings,
      asOf: asOf,
      currency: currency
    )
    let model = KnowledgeModel(
      portfolio,
      parameters: configuration.parameters,
      fitsShape: configuration.fitsFrailtyShape,
      common: AlternativeParameters(configuration.alternatives)
    )
    let results = AuditAssembly(workload: workload, book: book, model: model, currency: currency)
    let pesos = PesoRate(rates, on: asOf)
    let staffing = Staffing(
      workload: workload,
      book: book,
      model: model,
      configuration: configuration.alternatives,
      wages: options.wages,
      rates: rates,
      pesos: pesos,
      currency: currency
    )
    let used = workload.lines.filter { $0.day <= asOf }
    let days = used.map(\.day)
    guard let first = days.min(), let last = days.max() else { throw .noWork }
    var insight = RiskInsights.insight(model, currency: currency)
    if !options.without.isEmpty {
      insight.whatIf = WhatIfAnalysis.run(
        without: try People.indexes(options.without, in: workload.directory),
        model.assessment,
        portfolio,
        parameters: model.parameters
      )
    }
    let year = model.year.outcome(currency)
    var audit = Audit(
      toolVersion: options.toolVersion,
      company: configuration.company,
      asOf: asOf,
      quarter: quarter,
      currency: currency,
      dataPeriod: first...last,
      inputs: dataset.inputs,
      reconciliation: dataset.reconciliation,
      rejects: dataset.rejects,
      duplicates: dataset.duplicates,
      exchangeRateSource: rates.source,
      workTotal: Spend.money(used, currency: currency),
      quarterSpend: Spend.money(used.filter { Quarter($0.day) == quarter }, currency: currency),
      hazard: model.assessment.hazard,
      total: results.total,
      year: year,
      departments: results.departments,
      roles: results.roles,
      people: results.people,
      comparisons: staffing.comparisons,
      insight: insight,
      findings: [],
      quarters: History.quarters(
        workload,
        portfolio: portfolio,
        assessment: model.assessment,
        through: quarter,
        parameters: model.parameters,
        currency: currency
      ),
      parameters: ParameterList(
        configuration: configuration,
        parameters: model.parameters,
        common: model.common,
        pesos: pesos,
        places: staffing.places,
        departures: model.assessment.hazard.departures,
        isShapeFitted: !model.shapes.isEmpty
      ).uses,
      unmatched: results.unmatched,
      limits: Limits.sentences(
        workload,
        book: book,
        dataset: dataset,
        model: model,
        configuration: configuration,
        insight: insight,
        asOf: asOf
      ) + staffing.limits
    )
    audit.leftOut = workload.leftOut(asOf: asOf)
    audit.explanations =
      Explanations(
        audit,
        workload: workload,
        book: book,
        model: model,
        staffing: staffing
      ).all
    let context = CheckContext(
      audit,
      dataset: dataset,
      workload: workload,
      configuration: configuration,
      rates: rates
    )
    audit.materiality = context.scale.money(currency)
    let (findings, outcomes) = Checks.run(context)
    audit.checks = outcomes
    audit.baseline = options.baseline
    audit.findings = FindingStatus.settle(
      findings,
      results: outcomes,
      baseline: options.baseline,
      decisions: configuration.decisions,
      asOf: asOf,
      currency: currency
    )
    return audit
  }

  private static func period(
    _ workload: Workload,
    configuration: Configuration,
    options: AnalysisOptions
  ) throws(AnalysisError) -> (asOf: Day, quarter: Quarter) {
    guard let first = workload.lines.map(\.day).min(), let last = workload.lastDay
    else { throw .noWork }
    // A day that the user names now stands before a quarter of the configuration.
    let wanted = options.quarter ?? (options.asOf == nil ? configuration.quarter : nil)
    let asOf = options.asOf ?? min(last, wanted?.lastDay ?? last)
    let quarter = wanted ?? Quarter(asOf)
    guard options.asOf == nil || Quarter(asOf) == quarter else {
      throw .mixedPeriod(asOf: asOf, quarter: quarter)
    }
    guard asOf >= first else { throw .outsideData(wanted: "\(asOf)", data: first...last) }
    guard options.asOf != nil || last >= quarter.firstDay else {
      throw .outsideData(wanted: "\(quarter)", data: first...last)
    }
    return (asOf, quarter)
  }
}
