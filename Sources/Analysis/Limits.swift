internal import Model

/// What the data and the model cannot show, to be printed in every report (model specification,
/// 2.12) together with what this run left out.
enum Limits {
  static func sentences(
    _ workload: Workload,
    book: RoleBook,
    dataset: Dataset,
    model: KnowledgeModel,
    configuration: Configuration,
    insight: RiskInsight,
    asOf: Day
  ) -> [String] {
    let (hazard, parameters) = (model.assessment.hazard, model.parameters)
    var limits: [String] = []
    for gap in workload.gaps {
      limits.append(
        "\(gap.lines) lines of \(gap.amount) \(gap.currency) are left out of every figure: no "
          + "exchange rate converts them."
      )
    }
    if workload.undated > 0 {
      limits.append("\(workload.undated) lines without any date are left out of every figure.")
    }
    let later = workload.lines.count { $0.day > asOf }
    if later > 0 { limits.append("\(later) lines after \(asOf) are not part of this audit.") }
    if let note = lookingBack(workload, configuration, asOf: asOf) { limits.append(note) }
    limits += withoutRate(model)
    if let note = horizon(parameters.horizonMonths) { limits.append(note) }
    let imputed = workload.lines.filter { $0.day <= asOf && $0.hours > 0 && $0.isImputed }
    if !imputed.isEmpty {
      let hours = workload.lines.lazy.filter { $0.day <= asOf && $0.hours > 0 }
      let share = imputed.map(\.hours).compensatedSum() / hours.map(\.hours).compensatedSum()
      limits.append(
        Phrase.count(imputed.count, "line names", "lines name")
          + " no hours: computed from the amount and the median hourly rate of the role, \(Int((share * 100).rounded())) % of all hours."
      )
    }
    let retainers = workload.lines.count { line in
      line.day <= asOf && WorkingTime.isLongerThanAnHour(workload.source[line.source].unit)
    }
    if retainers > 0 {
      limits.append(
        Phrase.count(retainers, "line bills", "lines bill")
          + " days, weeks or months; each is counted as full time, which is too much for a retainer."
      )
    }
    if !workload.benchmarkRates.isEmpty {
      limits.append(
        "Where no line of a role names hours, they are computed from benchmarks of marketplace rates and "
          + "are rough: \(workload.benchmarkRates.joined(separator: "; "))."
      )
    }
    if workload.directory.hasUnnamed {
      limits.append(
        "Some exports name no people: each of their contracts is taken as one person of its own."
      )
    }
    if !workload.directory.ambiguousNames.isEmpty {
      limits.append(
        Phrase.count(workload.directory.ambiguousNames.count, "name belongs", "names belong")
          + " to more than one identifier; the people were kept apart (people → aliases in audit.yml "
          + "joins them)."
      )
    }
    let inferred = book.entries.count { $0.role.configuration?.family == nil }
    if inferred > 0 {
      limits.append(
        "The learning time of \(Phrase.count(inferred, "role", "roles")) follows from words of the "
          + "title (roles → family in audit.yml sets it)."
      )
    }
    limits.append(
      "With \(Phrase.count(hazard.departures, "departure", "departures")) observed, the market prior of "
        + "\(trimmed(parameters.hazardPriorEvents)) departures in "
        + "\(trimmed(parameters.hazardPriorMonths)) months carries "
        + "\(priorShare(hazard, parameters)) % of the events behind the rate; few tenures mean wide "
        + "intervals."
    )
    if let shape = insight.fittedShape, shape.shape != insight.shapeUsed, let index = shape.index {
      limits.append(
        "The spells fit best to a frailty shape of \(trimmed(shape.shape)), under which the index would "
          + "be \(Phrase.decimal(index)) %; the figures use \(trimmed(insight.shapeUsed)) (parameters → "
          + "frailty_shape: fitted in audit.yml uses the data's)."
      )
    }
    if configuration.fitsFrailtyShape, insight.shapes.isEmpty {
      limits.append(
        "The frailty shape stays at \(trimmed(parameters.frailtyShape)) although audit.yml asks for the fitted "
          + "one: that needs \(Hazard.departuresForShape) departures, and these data have "
          + "\(hazard.departures)."
      )
    }
    limits += [
      "Billing is not knowledge: quality, criticality and relationships are invisible here.",
      "A departure and a dismissal look the same, and whether somebody works for us alone cannot "
        + "be seen.",
      "Departures are treated as independent; a platform's ban or a rate war is not in the figures.",
      "Losses from missed revenue are excluded: the figure is a floor.",
      "An agency is one holder here; what its people know of each other's work is invisible.",
      "Whether a role is a task or a team seat is judged from the words of its posting by a model that "
        + "errs on about one posting in nine, and from its invoices by cues whose weights are assumed.",
    ]
    return limits
  }

  /// The roles of which no cost of an hour can be derived.
  private static func withoutRate(_ model: KnowledgeModel) -> [String] {
    model.assessment.roles.compactMap { role in
      guard role.lossHours > 0, let gap = model.assessment.work.roles[role.role].rateGap else {
        return nil
      }
      return
        "Role \(model.portfolio.roles[role.role].id): \(gap), so that no cost of an hour can be derived; its "
        + "loss of \(Phrase.decimal(role.lossHours)) hours counts as 0 in money."
    }
  }

  /// What a horizon other than a year means for the figures beside it.
  private static func horizon(_ months: Double) -> String? {
    guard months != 12 else { return nil }
    return
      "The expected loss is that of \(Digits.of(months)) months (parameters → horizon_months); the index "
      + "holds it against the spend of one year, and the alternatives book it as the cost of a year."
  }

  /// What an audit of an earlier day leaves out of `audit.yml`, because nobody knew it then.
  private static func lookingBack(
    _ workload: Workload,
    _ configuration: Configuration,
    asOf: Day
  ) -> String? {
    guard let end = workload.lastDay, asOf < end else { return nil }
    let known = configuration.people.contains {
      $0.onLeaveUntil != nil || ($0.leftOn.map { $0 > asOf } ?? false)
    }
    let aged = configuration.roles.contains { ($0.docAgeMonths ?? 0) > 0 }
    guard known || aged else { return nil }
    let parts =
      (aged ? ["the ages of documents are dated back from there"] : [])
      + (known ? ["leaves and later departures of audit.yml are not used"] : [])
    return "The data go on to \(end), after \(asOf): \(parts.joined(separator: ", and "))."
  }

  private static func priorShare(_ hazard: HazardEstimate, _ parameters: RiskParameters) -> Int {
    let prior = parameters.hazardPriorEvents
    return Int((100 * prior / (prior + Double(hazard.departures))).rounded())
  }

  private static func trimmed(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}
