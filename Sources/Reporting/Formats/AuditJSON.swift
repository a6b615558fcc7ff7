internal import Model

/// The audit for programs: `audit.json`, with the fields of the contract in its order.
struct AuditJSON: OutputFormat {
  let fileName = "audit.json"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    Array(Self.object(audit).pretty.utf8)
  }

  static func object(_ audit: Audit) -> JSONValue {
    let comparisons = Dictionary(
      audit.comparisons.map { ($0.subject, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return .object([
      ("schema_version", .integer(audit.schemaVersion)),
      ("tool_version", .string(audit.toolVersion)),
      ("company_name", .optional(audit.company)),
      ("as_of", .string(audit.asOf.description)),
      ("quarter", .string(audit.quarter.description)),
      ("currency", .string(audit.currency.code)),
      ("data_from", .string(audit.dataPeriod.lowerBound.description)),
      ("data_to", .string(audit.dataPeriod.upperBound.description)),
      ("exchange_rates", .string(audit.exchangeRateSource)),
      ("inputs", .array(audit.inputs.map(input))),
      ("reconciliation", reconciliation(audit.reconciliation, audit.leftOut)),
      (
        "work",
        .object([
          ("total", money(audit.workTotal)), ("quarter", money(audit.quarterSpend)),
        ])
      ),
      ("hazard", hazard(audit.hazard, audit.insight)),
      ("company", company(audit, comparisons["company"])),
      ("departments", .array(audit.departments.map(department))),
      ("roles", .array(audit.roles.map { role($0, comparisons["role:\($0.id)"]) })),
      ("people", .array(audit.people.map(person))),
      (
        "alternatives",
        .array(
          audit.departments.flatMap { department in
            comparisons["department:\(department.id)"].map(AlternativesJSON.options) ?? []
          }
        )
      ),
      (
        "decisions",
        .array(
          audit.comparisons.filter { $0.subject.hasPrefix("department:") }
            .map(AlternativesJSON.decision)
        )
      ),
      ("findings", .array(audit.findings.map { finding($0, audit) })),
      ("checks", .array(audit.checks.map(FindingJSON.check))),
      ("baseline", FindingJSON.baseline(audit)),
      ("materiality", .optional(audit.materiality?.decimalString)),
      ("quarters", .array(audit.quarters.map(quarter))),
      ("unmatched", .array(audit.unmatched.map(unmatched))),
      ("sensitivity", InsightJSON.sensitivity(audit.insight)),
      ("past_loss", InsightJSON.pastLoss(audit.insight)),
      ("backtest", InsightJSON.backtest(audit.insight)),
      ("what_if", InsightJSON.whatIf(audit.insight)),
      ("parameters", .object(audit.parameters.map { ($0.name, .number($0.value)) })),
      (
        "parameter_sources",
        .object(audit.parameters.map { ($0.name, .string($0.source)) })
      ),
      (
        "parameters_changed",
        .array(audit.parameters.filter(\.isChanged).map { .string($0.name) })
      ),
      ("limits", .array(audit.limits.map { .string($0) })),
      ("derivations", .array(audit.explanations.map(InsightJSON.explanation))),
    ])
  }

  static func cue(_ cue: Collaboration.Cue) -> JSONValue {
    .object([
      ("cue", .string(cue.name)), ("observation", .string(cue.observation)),
      ("log_odds", .number(cue.logOdds)),
      ("quotes", .array(cue.quotes.map { .string($0) })),
      ("sources", .array(cue.locations.map(location))),
    ])
  }

  static func money(_ money: Money) -> JSONValue { .string(money.decimalString) }

  private static func totals(_ totals: CurrencyTotals) -> JSONValue {
    .object(totals.sorted.map { ($0.currency.code, .string($0.amount.description)) })
  }

  static func location(_ location: SourceLocation) -> JSONValue {
    .object([("source", .string(location.source)), ("line", .integer(location.line))])
  }

  private static func input(_ input: InputSummary) -> JSONValue {
    .object([
      ("path", .string(input.path)), ("sha256", .string(input.sha256)),
      ("format", .optional(input.format?.description)), ("bytes", .integer(input.bytes)),
      ("records", .integer(input.records)), ("accepted", .integer(input.accepted)),
      ("rejected", .integer(input.rejected)), ("duplicates", .integer(input.duplicates)),
      ("amount", totals(input.amount)), ("refused", .optional(input.refusal)),
    ])
  }

  private static func reconciliation(
    _ sum: Reconciliation,
    _ leftOut: [LeftOutWork]
  ) -> JSONValue {
    .object([
      ("records", .integer(sum.records)), ("accepted", .integer(sum.accepted)),
      ("rejected", .integer(sum.rejected)), ("duplicates", .integer(sum.duplicates)),
      ("amount_in", totals(sum.amountIn)), ("amount_used", totals(sum.amountUsed)),
      ("amount_rejected", totals(sum.amountRejected)),
      ("amount_duplicate", totals(sum.amountDuplicate)),
      ("rejected_without_amount", .integer(sum.rejectedWithoutAmount)),
      (
        "used_by_kind",
        .object(
          sum.usedByKind.sorted { $0.key < $1.key }.map { ($0.key.rawValue, totals($0.value)) }
        )
      ),
      (
        "used_in_no_figure",
        .array(
          leftOut.map { work in
            .object([
              ("reason", .string(work.reason.rawValue)),
              ("currency", .string(work.currency.code)), ("lines", .integer(work.lines)),
              ("amount", .optional(work.amount?.description)),
            ])
          }
        )
      ),
      ("holds", .bool(sum.holds)),
    ])
  }

  private static func hazard(_ hazard: HazardEstimate, _ insight: RiskInsight) -> JSONValue {
    .object([
      ("per_month", .number(hazard.perMonth)), ("low", .number(hazard.low)),
      ("high", .number(hazard.high)), ("information", .number(hazard.information)),
      ("departures", .integer(hazard.departures)), ("spells", .integer(hazard.spells)),
      ("frailty_shape", .number(insight.shapeUsed)),
      ("frailty_shape_fitted", .optional(insight.fittedShape?.shape)),
      ("frailty_shapes", .array(insight.shapes.map(InsightJSON.shape))),
      ("survival", .array(insight.survival.map(InsightJSON.step))),
    ])
  }

  private static func figures(_ figures: RiskFigures) -> [(String, JSONValue)] {
    [
      ("loss_hours", .number(figures.lossHours)), ("loss", money(figures.loss)),
      ("loss_exact", .number(figures.exactLoss)), ("index", .optional(figures.index)),
      ("index_low", .optional(figures.indexLow)), ("index_high", .optional(figures.indexHigh)),
      ("band", .optional(figures.band?.rawValue)), ("annual_spend", money(figures.annualSpend)),
      ("annual_spend_exact", .number(figures.exactAnnualSpend)),
    ]
  }

  private static func company(_ audit: Audit, _ comparison: StaffingComparison?) -> JSONValue {
    .object(
      figures(audit.total) + [
        ("hhi_spend", .number(audit.insight.concentration)),
        (
          "year",
          .object([
            ("p50", money(audit.year.median)), ("p95", money(audit.year.exceededOnceInTwenty)),
            ("es95", money(audit.year.worstTwentiethMean)),
            ("share_without_loss", .number(audit.year.shareWithoutLoss)),
            ("draws", .integer(audit.year.draws)),
            ("p50_exact", .number(audit.year.exactMedian)),
            ("p95_exact", .number(audit.year.exactExceededOnceInTwenty)),
            ("es95_exact", .number(audit.year.exactWorstTwentiethMean)),
            ("mean_exact", .number(audit.year.exactMean)),
          ])
        ),
        ("alternatives", .array(comparison.map(AlternativesJSON.options) ?? [])),
        ("decision", comparison.map(AlternativesJSON.decision) ?? .null),
      ]
    )
  }

  private static func department(_ department: DepartmentAudit) -> JSONValue {
    .object(
      [("id", .string(department.id))] + figures(department.figures) + [
        ("annual_hours", .number(department.annualHours)),
        ("collaborative_posts", .number(department.collaborativePosts)),
        ("team_candidate", .bool(department.isTeamCandidate)),
        ("reason", .string(department.reason)), ("hhi_spend", .number(department.concentration)),
        ("roles", .array(department.roles.map { .string($0) })),
      ]
    )
  }

  private static func role(_ role: RoleAudit, _ comparison: StaffingComparison?) -> JSONValue {
    let judgement: [(String, JSONValue)] = [
      ("id", .string(role.id)), ("title", .string(role.title)),
      ("department", .string(role.department)), ("family", .string(role.family.rawValue)),
      ("class", .string(role.collaboration.roleClass.rawValue)),
      ("collaboration", .number(role.collaboration.degree)),
      ("collaboration_source", .string(role.collaboration.source.rawValue)),
      ("collaboration_by_evidence", .optional(role.collaboration.degreeByEvidence)),
      ("collaboration_by_posting", .optional(role.collaboration.degreeByPosting)),
      ("collaboration_by_invoices", .optional(role.collaboration.degreeByInvoices)),
      ("evidence", .array(role.collaboration.evidence.map(cue))),
    ]
    let derivation = role.derivation
    let rest: [(String, JSONValue)] = [
      ("bus_factor", .integer(role.busFactor)), ("seats", .number(derivation.seats)),
      ("rate", .number(derivation.rate)), ("annual_hours", .number(derivation.annualHours)),
      (
        "derivation",
        .object([
          ("k_max_hours", .number(derivation.largestLossHours)),
          ("tau", .number(derivation.learningHours)), ("mu", .number(derivation.multiplier)),
          ("codified_share", .number(derivation.codifiedShare)),
          ("documentation_quality", .number(derivation.documentationQuality)),
          ("documentation_source", .string(derivation.documentationSource)),
          ("loss_fraction", .number(derivation.lossFraction)),
          ("hhi_recent_hours", .number(derivation.concentration)),
        ])
      ),
      ("holders", .array(role.holders.map(holder))),
      (
        "matched_by",
        .object(
          RoleAudit.Match.allCases.compactMap { match in
            role.matches[match].map { (match.rawValue, .integer($0)) }
          }
        )
      ),
      ("lines", .integer(role.lineCount)), ("imputed_share", .number(role.imputedShare)),
      ("first_day", .string(role.firstDay.description)),
      ("last_day", .string(role.lastDay.description)),
      ("postings", .array(role.postings.map(location))),
      ("examples", .array(role.examples.map(evidence))),
      ("advice", .string(role.advice.rawValue)), ("reason", .string(role.reason)),
      ("ways_to_lower", .array(role.reductions.map(InsightJSON.reduction))),
      ("alternatives", .array(comparison.map(AlternativesJSON.brief) ?? [])),
      ("decision", comparison.map(AlternativesJSON.decision) ?? .null),
    ]
    return .object(judgement + figures(role.figures) + rest)
  }

  private static func holder(_ holder: RoleAudit.Holder) -> JSONValue {
    .object([
      ("id", .string(holder.id)), ("knowledge", .number(holder.knowledge)),
      ("departure_probability", .number(holder.departureProbability)),
      ("loss", money(holder.loss)), ("loss_hours", .number(holder.lossHours)),
      ("effective_hours", .number(holder.effectiveHours)),
      ("hours_last_year", .number(holder.hoursLastYear)),
    ])
  }

  private static func person(_ person: PersonAudit) -> JSONValue {
    .object([
      ("id", .string(person.id)), ("name", .string(person.name)),
      ("active", .bool(person.isActive)), ("months", .number(person.months)),
      ("silence_days", .integer(person.silenceDays)),
      ("departure_probability", .optional(person.departureProbability)),
      ("already_gone", .optional(person.alreadyGone)), ("loss", money(person.loss)),
      ("added_if_gone", .optional(person.addedIfGone)),
      ("signals", .array(person.signals.map { .string($0) })),
      ("cadence_days", .number(person.cadenceDays)), ("gap_days", .number(person.gapDays)),
      ("departures", .integer(person.departures)), ("attachment", .number(person.attachment)),
      ("roles", .array(person.roles.map { .string($0) })),
      ("first_day", .string(person.firstDay.description)),
      ("last_day", .string(person.lastDay.description)),
      (
        "spells",
        .array(
          person.spells.map { spell in
            .object([
              ("from", .string(spell.firstDay.description)),
              ("to", .string(spell.lastDay.description)), ("months", .number(spell.months)),
              ("ending", .string(spell.ending.rawValue)),
            ])
          }
        )
      ),
    ])
  }

  private static func finding(_ finding: Finding, _ audit: Audit) -> JSONValue {
    .object([
      ("id", .string(finding.id)), ("check", .string(finding.check)),
      ("severity", .string(finding.severity.rawValue)),
      ("status", .string(finding.status.rawValue)), ("subject", .string(finding.subject)),
      ("title", .string(finding.title)),
      ("amount", .optional(finding.amount?.decimalString)),
      ("criterion", .string(finding.criterion)), ("condition", .string(finding.condition)),
      ("cause", .string(finding.cause)), ("consequence", .string(finding.consequence)),
      ("action", .string(finding.action)),
      (
        "evidence",
        .array(
          finding.evidence.map(evidence)
        )
      ),
      ("note", .optional(finding.note)),
      ("response", .optional(finding.status.isOpen ? finding.severity.response : nil)),
      ("respond_by", .optional(FindingJSON.respondBy(finding, audit))),
    ])
  }

  private static func evidence(_ evidence: Finding.Evidence) -> JSONValue {
    .object([
      ("source", .string(evidence.location.source)), ("line", .integer(evidence.location.line)),
      ("text", .string(evidence.text)),
    ])
  }

  private static func quarter(_ quarter: QuarterSummary) -> JSONValue {
    .object([
      ("quarter", .string(quarter.quarter.description)), ("spend", money(quarter.spend)),
      ("hours", .number(quarter.hours)), ("holders", .integer(quarter.holders)),
      ("departures", .integer(quarter.departures)), ("index", .optional(quarter.index)),
      ("loss_exact", .optional(quarter.loss)),
      ("index_change", InsightJSON.change(quarter.change)),
      ("loss_change", InsightJSON.change(quarter.lossChange)),
    ])
  }

  private static func unmatched(_ unmatched: Audit.Unmatched) -> JSONValue {
    .object([
      ("person", .string(unmatched.person)), ("role", .string(unmatched.role)),
      ("lines", .integer(unmatched.lines)), ("amount", money(unmatched.amount)),
    ])
  }
}
