internal import Model

/// Turns the model's numbers into what the report shows, rounded so that everything adds up.
///
/// The company's money is rounded once; roles share its cents, departments are the sums of their
/// roles, holders share their role's cents, and people are the sums of their parts.
struct AuditAssembly {
  let total: RiskFigures
  let departments: [DepartmentAudit]
  let roles: [RoleAudit]
  let people: [PersonAudit]
  let unmatched: [Audit.Unmatched]

  init(
    workload: Workload,
    book: RoleBook,
    model: KnowledgeModel,
    currency: Currency
  ) {
    let (assessment, portfolio) = (model.assessment, model.portfolio)
    let (low, high) = (model.low, model.high)
    let risks = assessment.roles
    let lossTotal = Money(
      estimate: risks.map(\.loss).compensatedSum(),
      currency: currency
    )
    let spendTotal = Money(
      estimate: risks.map(\.annualSpend).compensatedSum(),
      currency: currency
    )
    let losses = Apportionment.split(risks.map(\.loss), total: lossTotal)
    let spends = Apportionment.split(risks.map(\.annualSpend), total: spendTotal)
    let figures = risks.indices.map { index in
      RiskFigures(
        lossHours: risks[index].lossHours,
        loss: losses[index],
        exactLoss: risks[index].loss,
        exactLossLow: low.roles[index].loss,
        exactLossHigh: high.roles[index].loss,
        annualSpend: spends[index],
        exactAnnualSpend: risks[index].annualSpend
      )
    }
    total = Self.sum(figures, currency: currency)
    let roles = Parallel.map(risks.count) { index in
      Self.role(
        risks[index],
        figures: figures[index],
        entry: book.entries[risks[index].role],
        workload: workload,
        model: model
      )
    }
    departments = Self.departments(roles, model: model, currency: currency)
    people = Self.people(
      roles,
      workload: workload,
      model: model,
      currency: currency
    )
    self.roles = roles.sorted {
      ($1.figures.exactLoss, $0.id) < ($0.figures.exactLoss, $1.id)
    }
    unmatched = Self.unmatched(workload, asOf: portfolio.asOf, currency: currency)
  }

  private static func sum(_ figures: [RiskFigures], currency: Currency) -> RiskFigures {
    RiskFigures(
      lossHours: figures.map(\.lossHours).compensatedSum(),
      loss: Money(
        minorUnits: figures.map(\.loss.minorUnits).reduce(0, +),
        currency: currency
      ),
      exactLoss: figures.map(\.exactLoss).compensatedSum(),
      exactLossLow: figures.map(\.exactLossLow).compensatedSum(),
      exactLossHigh: figures.map(\.exactLossHigh).compensatedSum(),
      annualSpend: Money(
        minorUnits: figures.map(\.annualSpend.minorUnits).reduce(0, +),
        currency: currency
      ),
      exactAnnualSpend: figures.map(\.exactAnnualSpend).compensatedSum()
    )
  }

  private static func role(
    _ risk: RiskAssessment.RoleRisk,
    figures: RiskFigures,
    entry: RoleBook.Entry,
    workload: Workload,
    model: KnowledgeModel
  ) -> RoleAudit {
    let portfolio = model.portfolio
    let lines = entry.lines.map { workload.lines[$0] }
    let year = lines.filter { $0.day > portfolio.asOf - RiskAssessment.daysOfYear }
    let hours = year.map(\.hours).compensatedSum()
    let imputed = year.filter(\.isImputed).map(\.hours).compensatedSum()
    let shares = Apportionment.split(risk.holders.map(\.loss), total: figures.loss)
    let holders = zip(risk.holders, shares).map { holder, loss in
      RoleAudit.Holder(
        id: portfolio.people[holder.person].id,
        effectiveHours: holder.effectiveHours,
        knowledge: holder.knowledge,
        departureProbability: holder.departureProbability,
        lossHours: holder.lossHours,
        loss: loss,
        hoursLastYear: year.filter { $0.person == holder.person }.map(\.hours).compensatedSum()
      )
    }
    let reductions = RiskReductions(
      risk,
      model.assessment,
      portfolio,
      parameters: model.parameters,
      documents: model.common
    ).ways
    let (advice, reason) = Self.advice(
      risk,
      entry,
      figures,
      reductions: reductions,
      holders: holders.count,
      gap: model.assessment.work.roles[risk.role].rateGap
    )
    return RoleAudit(
      id: entry.role.id,
      title: entry.role.title,
      department: entry.department,
      family: entry.family,
      collaboration: entry.collaboration,
      figures: figures,
      busFactor: risk.busFactor,
      holders: holders,
      derivation: RoleAudit.Derivation(
        largestLossHours: risk.curve.largestLossHours,
        learningHours: risk.curve.tau,
        multiplier: risk.multiplier,
        codifiedShare: risk.codifiedShare,
        documentationQuality: risk.documentationQuality,
        documentationSource: entry.documentationSource,
        seats: risk.seats,
        lossFraction: risk.fraction,
        concentration: risk.concentration,
        rate: risk.rate,
        annualHours: risk.annualHours
      ),
      matches: lines.reduce(into: [:]) { $0[$1.match, default: 0] += 1 },
      lineCount: lines.count,
      imputedShare: hours > 0 ? imputed / hours : 0,
      firstDay: lines.first?.day ?? portfolio.asOf,
      lastDay: lines.last?.day ?? portfolio.asOf,
      tenures: tenures(lines, workload),
      postings: entry.postings,
      examples: examples(lines, workload),
      advice: advice,
      reason: reason,
      reductions: reductions
    )
  }

  /// What to do; a role that people hold and of which no cost of an hour can be derived is asked about.
  private static func advice(
    _ risk: RiskAssessment.RoleRisk,
    _ entry: RoleBook.Entry,
    _ figures: RiskFigures,
    reductions: [RiskReduction],
    holders: Int,
    gap: String?
  ) -> (RoleAudit.Advice, reason: String) {
    if let gap, holders > 0 {
      return (
        .confirm,
        "\(gap.prefix(1).uppercased())\(gap.dropFirst()): no cost of an hour can be derived, so that the loss of "
          + "\(Phrase.decimal(risk.lossHours)) hours counts as 0 in money; look at the amounts first."
      )
    }
    return Advice.advise(
      entry.collaboration,
      figures: figures,
      reductions: reductions,
      holders: holders,
      busFactor: risk.busFactor,
      annualHours: risk.annualHours
    )
  }

  /// Who worked in the role from when to when; the lines are in the order of their days.
  private static func tenures(
    _ lines: [Workload.Line],
    _ workload: Workload
  ) -> [RoleAudit.Tenure] {
    var days: [Int: ClosedRange<Day>] = [:]
    for line in lines {
      let known = days[line.person] ?? line.day...line.day
      days[line.person] = min(known.lowerBound, line.day)...max(known.upperBound, line.day)
    }
    return days.map { person, range in
      RoleAudit.Tenure(
        person: workload.directory.people[person].id,
        firstDay: range.lowerBound,
        lastDay: range.upperBound
      )
    }.sorted { ($0.firstDay, $0.person) < ($1.firstDay, $1.person) }
  }

  /// The first, the most expensive and the last line.
  private static func examples(
    _ lines: [Workload.Line],
    _ workload: Workload
  ) -> [Finding.Evidence] {
    let largest = lines.max { ($0.cost, $1.source) < ($1.cost, $0.source) }
    var seen: Set<Int> = []
    return [lines.first, largest, lines.last].compactMap { $0 }
      .filter { seen.insert($0.source).inserted }
      .map { line in
        let source = workload.source[line.source]
        let name = workload.directory.people[line.person].name
        let hours = line.hours > 0 ? ", \(Phrase.decimal(line.hours)) hours" : ""
        return Finding.Evidence(
          location: source.location,
          text: "\(line.day), \(name)\(hours), \(source.currency) \(source.amount)"
        )
      }
  }

  private static func departments(
    _ roles: [RoleAudit],
    model: KnowledgeModel,
    currency: Currency
  ) -> [DepartmentAudit] {
    let position = Dictionary(
      model.portfolio.roles.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return Dictionary(grouping: roles, by: \.department).sorted { $0.key < $1.key }.map {
      name,
      roles in
      let figures = sum(roles.map(\.figures), currency: currency)
      let (isCandidate, posts, reason) = Advice.department(
        roles.map { ($0.figures.band, $0.collaboration.roleClass, $0.derivation.annualHours) },
        band: figures.band
      )
      return DepartmentAudit(
        id: name,
        figures: figures,
        roles: roles.map(\.id).sorted(),
        annualHours: roles.map(\.derivation.annualHours).compensatedSum(),
        collaborativePosts: posts,
        isTeamCandidate: isCandidate,
        reason: reason,
        concentration: SpendConcentration.ofRoles(
          roles.compactMap { position[$0.id] }.sorted(),
          model
        )
      )
    }
  }

  private static func people(
    _ roles: [RoleAudit],
    workload: Workload,
    model: KnowledgeModel,
    currency: Currency
  ) -> [PersonAudit] {
    let (assessment, portfolio) = (model.assessment, model.portfolio)
    let added = WhatIfAnalysis.addedIfGone(assessment, portfolio, parameters: model.parameters)
    var losses: [String: Int64] = [:]
    for role in roles {
      for holder in role.holders { losses[holder.id, default: 0] += holder.loss.minorUnits }
    }
    var worked = [Set<String>](repeating: [], count: portfolio.people.count)
    for line in workload.lines where line.day <= portfolio.asOf {
      worked[line.person].insert(portfolio.roles[line.role].id)
    }
    return assessment.people.indices.compactMap { index -> PersonAudit? in
      let risk = assessment.people[index]
      let person = workload.directory.people[index]
      guard let first = risk.billing.spells.first, let last = risk.billing.spells.last else {
        return nil
      }
      let isActive = risk.billing.isActive
      return PersonAudit(
        id: person.id,
        name: person.name,
        isActive: isActive,
        months: risk.billing.months,
        silenceDays: risk.billing.silenceDays,
        cadenceDays: risk.billing.cadenceDays,
        gapDays: risk.billing.gapDays,
        departures: risk.billing.departures,
        attachment: risk.attachment,
        alreadyGone: isActive ? risk.departure.alreadyGone : nil,
        departureProbability: isActive ? risk.departure.value : nil,
        loss: Money(minorUnits: losses[person.id] ?? 0, currency: currency),
        addedIfGone: isActive ? added[index] : nil,
        roles: worked[index].sorted(),
        firstDay: first.firstDay,
        lastDay: last.lastDay,
        spells: risk.billing.spells,
        signals: PersonSignals.signals(
          risk,
          name: person.name,
          person: portfolio.people[index],
          parameters: model.parameters,
          asOf: portfolio.asOf
        )
      )
    }.sorted { ($1.loss.minorUnits, $0.id) < ($0.loss.minorUnits, $1.id) }
  }

  private static func unmatched(
    _ workload: Workload,
    asOf: Day,
    currency: Currency
  ) -> [Audit.Unmatched] {
    let lines = workload.lines.filter { $0.match == .unmatched && $0.day <= asOf }
    return Dictionary(grouping: lines, by: \.role).sorted { $0.key < $1.key }.map { role, lines in
      Audit.Unmatched(
        person: workload.directory.people[lines[0].person].id,
        role: workload.roles[role].id,
        lines: lines.count,
        amount: Spend.money(lines, currency: currency)
      )
    }
  }
}
