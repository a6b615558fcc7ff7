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
    let currency =
      configuration.currency ?? ReportingCurrency.mostFrequent(dataset.lines) ?? .usd
    let parameters = configuration.parameters
    let workload = Workload(
      dataset,
      configuration: configuration,
      rates: rates,
      currency: currency
    )
    let (asOf, quarter) = try period(workload, configuration: configuration, options: options)
    let book = RoleBook(
      workload,
      postings: dataset.postings,
      configuration: configuration,
      classifier: classifier,
      asOf: asOf
    )
    let portfolio = portfolio(workload, book: book, postings: dataset.postings, asOf: asOf)
    let assessment = RiskAssessment(portfolio, parameters: parameters)
    let low = assessment.under(
      hazard: assessment.hazard.low,
      portfolio,
      parameters: parameters
    )
    let high = assessment.under(
      hazard: assessment.hazard.high,
      portfolio,
      parameters: parameters
    )
    let results = AuditAssembly(
      workload: workload,
      book: book,
      portfolio: portfolio,
      assessment: assessment,
      low: low,
      high: high,
      currency: currency
    )
    let used = workload.lines.filter { $0.day <= asOf }
    let days = used.map(\.day)
    guard let first = days.min(), let last = days.max() else { throw .noWork }
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
      hazard: assessment.hazard,
      total: results.total,
      year: YearSimulation(assessment, portfolio, parameters: parameters).outcome(currency),
      departments: results.departments,
      roles: results.roles,
      people: results.people,
      alternatives: [],
      findings: [],
      quarters: History.quarters(
        workload,
        portfolio: portfolio,
        assessment: assessment,
        through: quarter,
        parameters: parameters,
        currency: currency
      ),
      parameters: ParameterList.uses(configuration),
      unmatched: results.unmatched,
      limits: Limits.sentences(
        workload,
        book: book,
        dataset: dataset,
        hazard: assessment.hazard,
        parameters: parameters,
        asOf: asOf
      )
    )
    audit.findings = Checks.findings(in: audit)
    return audit
  }

  private static func period(
    _ workload: Workload,
    configuration: Configuration,
    options: AnalysisOptions
  ) throws(AnalysisError) -> (asOf: Day, quarter: Quarter) {
    guard let first = workload.lines.map(\.day).min(), let last = workload.lines.map(\.day).max()
    else { throw .noWork }
    let wanted = options.quarter ?? configuration.quarter
    let asOf = options.asOf ?? min(last, wanted?.lastDay ?? last)
    let quarter = wanted ?? Quarter(asOf)
    guard asOf >= first else { throw .outsideData(wanted: "\(asOf)", data: first...last) }
    guard options.asOf != nil || last >= quarter.firstDay else {
      throw .outsideData(wanted: "\(quarter)", data: first...last)
    }
    return (asOf, quarter)
  }

  private static func portfolio(
    _ workload: Workload,
    book: RoleBook,
    postings: [Posting],
    asOf: Day
  ) -> Portfolio {
    Portfolio(
      roles: book.entries.map { entry in
        Portfolio.Role(
          id: entry.role.id,
          department: entry.department,
          weeksToFull: entry.weeksToFull,
          collaboration: entry.collaboration.degree,
          documentation: entry.documentation
        )
      },
      people: workload.directory.people.map { person in
        Portfolio.Person(
          id: person.id,
          onLeaveUntil: person.configuration?.onLeaveUntil,
          leftOn: person.configuration?.leftOn
        )
      },
      lines: workload.lines.map { line in
        Portfolio.Line(
          person: line.person,
          role: line.role,
          day: line.day,
          hours: line.hours,
          cost: line.cost.doubleValue * (1 + line.feeShare)
        )
      },
      postings: zip(postings, workload.postingRoles).compactMap { posting, role in
        guard let role, let day = posting.date else { return nil }
        return Portfolio.Posting(role: role, day: day)
      },
      asOf: asOf
    )
  }
}
