internal import Model

/// What the data and the model cannot show, to be printed in every report (model specification,
/// 2.12) together with what this run left out.
enum Limits {
  static func sentences(
    _ workload: Workload,
    book: RoleBook,
    dataset: Dataset,
    hazard: HazardEstimate,
    parameters: RiskParameters,
    insight: RiskInsight,
    asOf: Day
  ) -> [String] {
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

  private static func priorShare(_ hazard: HazardEstimate, _ parameters: RiskParameters) -> Int {
    let prior = parameters.hazardPriorEvents
    return Int((100 * prior / (prior + Double(hazard.departures))).rounded())
  }

  private static func trimmed(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}
