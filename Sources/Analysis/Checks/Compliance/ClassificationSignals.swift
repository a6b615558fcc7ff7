internal import Model

/// People whose bills look like those of an employee: a screening, not a conclusion.
struct ClassificationSignals: Check {
  let page = CheckPage(
    id: "classification-signals",
    group: .compliance,
    holds: "no freelancer's bills look like an employee's",
    fails: "several signals of employment; have the status checked",
    criterion:
      "Who works like an employee has had the status checked by somebody who knows the local law.",
    why:
      "Where a freelancer counts as an employee, taxes and rights are owed for the past as well.",
    measured:
      "Eight signals of the last 52 weeks, counted as k of 8, for people active in the last 91 days: permanence of 12 months; 30 hours "
      + "or more in an active week; billed in 90 % of the weeks; weekly hours that vary by less than 15 % over 26 weeks; one hourly rate "
      + "on all lines; 35 hours a week or five invoice numbers in a row (a proxy for one client); the only holder of a collaborative "
      + "role with half of the department's hours; memos about hiring, approving or managing. Four or more make a finding. Firms are left out.",
    falsePositives:
      "Signals are not criteria of law: invoices show neither control nor other clients.",
    remedy: "Have the status checked; change what makes the work look like employment, or employ.",
    dispute: "accepted → id with the date and the name of who checked it; people → location",
    severity:
      "moderate from six of eight, or from five where the exposure in the United States is material; low otherwise: bills cannot show more than that "
      + "somebody should look",
    source:
      "IRS common-law test, FLSA, ABC test, IR35, Directive 2024/2831, Philippine four-fold test; knowledge-risk model 4.1. Not legal advice"
  )

  static let threshold = 4

  func run(_ context: CheckContext) -> CheckOutcome {
    let core = coreRoles(context)
    var subjects: [String] = []
    var found: [CheckFinding] = []
    let active = Dictionary(
      context.audit.people.filter { $0.isActive && $0.silenceDays <= 91 }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for (index, person) in context.workload.directory.people.enumerated() {
      guard let audited = active[person.id], !PersonSignals.isAgency(person.name),
        (person.configuration?.people ?? 1) <= 1
      else { continue }
      subjects.append("person:\(person.id)")
      let signals = StatusSignals(index, coreRoles: core, context)
      guard signals.seen.count >= Self.threshold else { continue }
      found.append(finding(person, audited, index, signals, context))
    }
    return subjects.isEmpty
      ? .notApplicable(needs: "a person active in the last 91 days")
      : .ran(subjects: subjects, found)
  }

  /// Collaborative roles with one holder and half of the hours of their department.
  private func coreRoles(_ context: CheckContext) -> Set<Int> {
    let hours = Dictionary(
      context.audit.departments.map { ($0.id, $0.annualHours) },
      uniquingKeysWith: { first, _ in first }
    )
    let ids = Set(
      context.audit.roles.filter { role in
        role.collaboration.degree > 0.6 && role.holders.count == 1
          && role.derivation.annualHours >= 0.5 * (hours[role.department] ?? .infinity)
      }.map(\.id)
    )
    return Set(context.workload.roles.indices.filter { ids.contains(context.role($0)) })
  }

  private func finding(
    _ person: PersonDirectory.Person,
    _ audited: PersonAudit,
    _ index: Int,
    _ signals: StatusSignals,
    _ context: CheckContext
  ) -> CheckFinding {
    let country = context.byPerson[index].last.flatMap { context.country($0) }
    let place = Jurisdiction.of(person.configuration?.location ?? country)
    var exposure: Money?
    var severity: Severity = signals.seen.count >= 6 ? .moderate : .low
    var consequence =
      "\(context.money(signals.pay).grouped) were paid in 52 weeks; in \(place.name) \(place.test) decides"
    if let shares = place.exposure {
      let low = Money(
        estimate: context.money(signals.pay).doubleValue * shares.lowerBound,
        currency: context.currency
      )
      let high = Money(
        estimate: context.money(signals.pay).doubleValue * shares.upperBound,
        currency: context.currency
      )
      exposure = low
      consequence +=
        ". Employment taxes of a year, if it came to that and was not willful: \(low.grouped) to "
        + "\(high.grouped) (10.68 to 13.71 % of pay, IRC 3509), plus state taxes; relief exists (section 530, VCSP)"
      if low.minorUnits >= context.scale.material, signals.seen.count >= 5 { severity = .moderate }
    }
    return finding(
      person.id,
      severity,
      subject: "person:\(person.id)",
      title:
        "\(person.name): \(signals.seen.count) of \(StatusSignals.count) signals of employment; have the status checked",
      amount: exposure,
      condition:
        "\(signals.seen.count) of \(StatusSignals.count) signals: \(signals.seen.joined(separator: "; ")). "
        + "Since \(audited.firstDay).",
      cause:
        "The work grew into a seat, as far as bills show; control and other clients do not show in bills.",
      consequence: consequence + ". A screening, not legal advice.",
      action:
        "Have the status checked by somebody who knows the law of \(place.name), and record it in audit.yml "
        + "(accepted); owner: the COO, \(context.due(severity)).",
      evidence: context.evidence(
        [context.byPerson[index].first, context.byPerson[index].last].compactMap { $0 }
      )
    )
  }
}
