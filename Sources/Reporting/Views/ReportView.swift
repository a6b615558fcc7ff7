internal import Model

/// The whole audit as templates see it.
struct ReportView {
  private let audit: Audit
  private let names: [String: String]
  private let explanations: [String: Explanation]
  private let comparisons: [String: StaffingComparison]

  /// The people whose derivation a report shows; `tacit explain` has everybody's.
  private static let explainedPeople = 200
  /// The rejects that a report lists; the rest is in `rejects.csv`.
  private static let listedRejects = 1_000

  init(_ audit: Audit) {
    self.audit = audit
    names = Dictionary(
      audit.people.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first }
    )
    explanations = Dictionary(
      audit.explanations.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    comparisons = Dictionary(
      audit.comparisons.map { ($0.subject, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The view of all documents.
  var model: ViewModel {
    let held = audit.roles.filter { !$0.holders.isEmpty }
    let ended = audit.roles.filter { $0.holders.isEmpty }
    return ViewModel(SummaryView(audit).values).adding([
      "roles": .list(audit.roles.map { role($0).detail }),
      "heldRoles": .list(held.map { ViewModel(role($0).row) }),
      "topRoles": .list(held.prefix(10).map { ViewModel(role($0).row) }),
      "moreRoles": ViewModel.optional(
        held.count > 10 ? "\(held.count - 10) more roles are in the full report." : nil
      ),
      "endedRoles": ViewModel.optional(
        ended.isEmpty
          ? nil
          : "Without an active holder, nothing to lose: "
            + ended.map { Format.shown($0.title) }.sorted().joined(separator: ", ") + "."
      ),
      "departments": .list(audit.departments.map(department)),
      "people": .list(audit.people.filter { $0.loss.minorUnits > 0 }.map(person)),
      "hasPeople": .flag(audit.people.contains { $0.loss.minorUnits > 0 }),
      "otherPeople": .text(otherPeople),
      "quarters": .list(quarters), "findings": .list(audit.findings.map(finding)),
      "hasFindings": .flag(!audit.findings.isEmpty),
      "findingCount": .text(Format.number(audit.findings.count, "finding", "findings")),
      "unmatched": .list(audit.unmatched.map(unmatched)),
      "hasUnmatched": .flag(!audit.unmatched.isEmpty),
      "comparisons": .list(comparisonViews), "hasComparisons": .flag(!comparisonViews.isEmpty),
      "explained": .list(explained),
    ]).adding(InsightView(audit, names: names).values).adding(records).adding(method)
  }

  private func role(_ role: RoleAudit) -> RoleView {
    RoleView(
      role,
      in: audit,
      names: names,
      explanation: explanations["role:\(role.id)"],
      decision: comparisons["role:\(role.id)"]?.decision
    )
  }

  /// The company first, then its departments; a single department says it all by itself.
  private var comparisonViews: [ViewModel] {
    let departments = audit.comparisons.filter { $0.subject.hasPrefix("department:") }
    let company = departments.count > 1 ? audit.comparisons.filter { $0.subject == "company" } : []
    return (company + departments).map {
      AlternativesView($0, currency: audit.currency, explanations: explanations).model
    }
  }

  /// The derivations of the company, of departments and of the people with most to lose.
  private var explained: [ViewModel] {
    let people = audit.people.filter { $0.loss.minorUnits > 0 }.prefix(Self.explainedPeople)
    let ids =
      ["company"] + audit.departments.map { "department:\($0.id)" }
      + people.map { "person:\($0.id)" }
    return ids.compactMap { explanations[$0] }.map { explanation in
      ViewModel([
        "id": .text(explanation.id), "title": .text(Format.shown(explanation.title, 200)),
        "steps": .list(explanation.steps.map(StepView.model)),
      ])
    }
  }

  private func department(_ department: DepartmentAudit) -> ViewModel {
    let band = Words.band(department.figures.band)
    return ViewModel([
      "id": .text(Format.shown(department.id)), "anchor": .text(Anchor.department(department.id)),
      "spend": .text(Format.money(department.figures.annualSpend)),
      "loss": .text(Format.money(department.figures.loss)),
      "index": .text(Format.index(department.figures.index)),
      "indexLow": .text(Format.index(department.figures.indexLow)),
      "indexHigh": .text(Format.index(department.figures.indexHigh)),
      "band": .text(band.word), "shape": .text(band.shape), "bandKey": .text(band.style),
      "reason": .text(department.reason), "isCandidate": .flag(department.isTeamCandidate),
      "posts": .text(Format.decimal(department.collaborativePosts, 1)),
      "roleCount": .text(Format.count(department.roles.count)),
    ])
  }

  private func person(_ person: PersonAudit) -> ViewModel {
    let total = audit.total.loss.doubleValue
    return ViewModel([
      "id": .text(person.id), "anchor": .text(Anchor.person(person.id)),
      "name": .text(Format.shown(person.name)), "loss": .text(Format.money(person.loss)),
      "lossValue": .text(person.loss.decimalString),
      "share": .text(total > 0 ? Format.percent(person.loss.doubleValue / total) : "n/a"),
      "probability": .text(person.departureProbability.map(Format.percent) ?? "n/a"),
      "months": .text(Format.decimal(person.months, 0)),
      "since": .text(person.firstDay.description), "last": .text(person.lastDay.description),
      "roles": .text(Format.shown(person.roles.joined(separator: ", "), 200)),
      "signals": ViewModel.optional(
        person.signals.isEmpty ? nil : person.signals.joined(separator: ", ")
      ),
    ])
  }

  private var otherPeople: String {
    let idle = audit.people.count { $0.isActive && $0.loss.minorUnits == 0 }
    let gone = audit.people.count { !$0.isActive }
    let others = Format.number(gone, "person no longer works", "people no longer work")
    let silent = Format.number(idle, "active person has", "active people have")
    return [
      gone > 0 ? "\(others) for the company." : nil,
      idle > 0 ? "\(silent) nothing to lose here." : nil,
    ].compactMap(\.self).joined(separator: " ")
  }

  private var quarters: [ViewModel] {
    let most = audit.quarters.map(\.spend.doubleValue).max() ?? 0
    return audit.quarters.map { quarter in
      let width = most > 0 ? max(0, quarter.spend.doubleValue / most) : 0
      return ViewModel([
        "quarter": .text(quarter.quarter.description),
        "spend": .text(Format.money(quarter.spend)), "hours": .text(Format.whole(quarter.hours)),
        "holders": .text(Format.count(quarter.holders)),
        "departures": .text(Format.count(quarter.departures)),
        "index": .text(Format.index(quarter.index)),
        "change": .text(Self.change(quarter)),
        "width": .text(Format.plain(100 * width, 1)),
        "bar": .text(String(repeating: "█", count: Int((width * 20).rounded()))),
      ])
    }
  }

  /// What moved the index, in points, largest first; what would be shown as 0 is left out.
  private static func change(_ quarter: QuarterSummary) -> String {
    guard let change = quarter.change else { return "" }
    let parts = change.parts.filter { abs($0.value) >= 0.05 }
      .sorted { (abs($1.value), $0.name) < (abs($0.value), $1.name) }
      .map {
        "\(Words.cause($0.name)) \($0.value < 0 ? "−" : "+")\(Format.decimal(abs($0.value), 1))"
      }
    return parts.isEmpty ? "hardly anything" : parts.joined(separator: ", ")
  }

  private func finding(_ finding: Finding) -> ViewModel {
    let severity = Words.severity(finding.severity)
    return ViewModel([
      "id": .text(finding.id), "anchor": .text(Anchor.finding(finding.id)),
      "title": .text(Format.shown(finding.title, 200)), "severity": .text(severity.word),
      "shape": .text(severity.shape), "severityKey": .text(finding.severity.rawValue),
      "amount": ViewModel.optional(finding.amount.map(Format.money)),
      "criterion": .text(finding.criterion),
      "condition": .text(Format.shown(finding.condition, 600)),
      "cause": .text(Format.shown(finding.cause, 600)),
      "consequence": .text(Format.shown(finding.consequence, 600)),
      "action": .text(finding.action),
      "evidence": .list(
        finding.evidence.map {
          ViewModel(["place": .text(Format.place($0.location)), "text": .text($0.text)])
        }
      ),
    ])
  }

  private func unmatched(_ work: Audit.Unmatched) -> ViewModel {
    ViewModel([
      "name": .text(names[work.person] ?? work.person), "role": .text(work.role),
      "lines": .text(Format.count(work.lines)), "amount": .text(Format.exact(work.amount)),
    ])
  }

  private var records: [String: ViewModel.Value] {
    let sum = audit.reconciliation
    // Faults come first: what was left out on purpose needs nobody's attention.
    let faulty = audit.rejects.filter { !$0.isSetAside }
    let listed = (faulty + audit.rejects.filter(\.isSetAside)).prefix(Self.listedRejects)
    let setAside = audit.rejects.count - faulty.count
    let reasons = Duplicate.Reason.allCases.compactMap { reason -> ViewModel? in
      let found = audit.duplicates.filter { $0.reason == reason }
      guard let first = found.first else { return nil }
      return ViewModel([
        "reason": .text(Words.duplicate(reason)), "count": .text(Format.count(found.count)),
        "example": .text("\(Format.place(first.location)) repeats \(Format.place(first.original))"),
        "conflicts": .text(Format.count(found.count { $0.conflicts })),
      ])
    }
    return [
      "rejects": .list(
        listed.map { reject in
          ViewModel([
            "place": .text(Format.place(reject.location)), "code": .text(reject.code),
            "reason": .text(reject.reason), "remedy": .text(reject.remedy),
          ])
        }
      ),
      "rejectCount": .text(
        Format.number(sum.rejected, "rejected record", "rejected records")
          + (setAside > 0 ? " (\(Format.count(setAside)) left out on purpose)" : "")
      ),
      "hasRejects": .flag(!audit.rejects.isEmpty),
      "moreRejects": ViewModel.optional(
        audit.rejects.count > listed.count
          ? "\(Format.count(audit.rejects.count - listed.count)) more are in rejects.csv." : nil
      ),
      "duplicates": .list(reasons), "hasDuplicates": .flag(!reasons.isEmpty),
      "duplicateCount": .text(Format.number(sum.duplicates, "duplicate", "duplicates")),
      "kinds": .list(
        sum.usedByKind.sorted { $0.key < $1.key }.map {
          ViewModel(["kind": .text($0.key.rawValue), "amount": .text(Format.totals($0.value))])
        }
      ),
      "inputs": .list(audit.inputs.map(input)),
    ]
  }

  private func input(_ input: InputSummary) -> ViewModel {
    ViewModel([
      "path": .text(input.path), "format": .text(input.format?.description ?? "not used"),
      "sha256": .text(input.sha256), "records": .text(Format.count(input.records)),
      "accepted": .text(Format.count(input.accepted)),
      "rejected": .text(Format.count(input.rejected)),
      "duplicates": .text(Format.count(input.duplicates)),
      "amount": .text(Format.totals(input.amount)), "refusal": ViewModel.optional(input.refusal),
    ])
  }

  private var method: [String: ViewModel.Value] {
    let changed = audit.parameters.filter(\.isChanged)
    func view(_ parameter: ParameterUse) -> ViewModel {
      ViewModel([
        "name": .text(parameter.name), "value": .text("\(Self.plain(parameter.value))"),
        "defaultValue": .text("\(Self.plain(parameter.defaultValue))"),
        "range": .text(parameter.range ?? ""), "source": .text(parameter.source),
      ])
    }
    return [
      "changedParameters": .list(changed.map(view)),
      "hasChangedParameters": .flag(!changed.isEmpty),
      "parameters": .list(audit.parameters.map(view)),
      "hazard": .text(Format.decimal(audit.hazard.perMonth, 4)),
      "hazardLow": .text(Format.decimal(audit.hazard.low, 4)),
      "hazardHigh": .text(Format.decimal(audit.hazard.high, 4)),
      "departureCount": .text(Format.number(audit.hazard.departures, "departure", "departures")),
      "spellCount": .text(Format.number(audit.hazard.spells, "spell", "spells")),
      "rateSource": .text(audit.exchangeRateSource),
    ]
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() ? Format.whole(value) : "\(value)"
  }
}

extension ViewModel {
  /// This view with more names.
  fileprivate func adding(_ more: ViewModel) -> ViewModel { adding(more.values) }
}
