internal import Model

/// What the report shows of the people.
struct PersonView {
  private let audit: Audit
  private let language: Language
  private let extent: ReportExtent

  init(_ audit: Audit, _ language: Language, _ extent: ReportExtent) {
    self.audit = audit
    self.extent = extent
    self.language = language
  }

  /// The people and what is said about the rest.
  var values: [String: ViewModel.Value] {
    let holders = audit.people.filter { $0.loss.minorUnits > 0 }
    let shown = holders.prefix(extent.people)
    let losses = audit.insight.pastLosses
    return [
      "people": .list(shown.map(row)), "hasPeople": .flag(!holders.isEmpty),
      "otherPeople": .text(others),
      "morePeople": ViewModel.optional(
        holders.count > shown.count
          ? language("morePeople", ["n": language.count(holders.count - shown.count)]) : nil
      ),
      "hasPastLosses": .flag(!losses.isEmpty),
      "pastLossLine": .text(
        language(
          "pastLossLine",
          [
            "money": language.money(audit.insight.pastLossTotal),
            "departures": language.number(losses.count, "departure"),
          ]
        )
      ),
      "pastLosses": .list(losses.prefix(20).map(pastLoss)),
      "backtest": ViewModel.optional(audit.insight.backtest.map(backtest)),
      "whatIf": ViewModel.optional(audit.insight.whatIf.map(whatIf)),
      "whatIfRoles": .list(audit.insight.whatIf?.roles.map(whatIfRole) ?? []),
      "hasWhatIf": .flag(audit.insight.whatIf != nil),
    ]
  }

  private func row(_ person: PersonAudit) -> ViewModel {
    let total = audit.total.loss.doubleValue
    return ViewModel([
      "anchor": .text(Anchor.person(person.id)), "name": .text(Format.shown(person.name)),
      "loss": .text(language.money(person.loss)),
      "lossValue": .text(person.loss.decimalString),
      "share": .text(
        total > 0
          ? language.percent(person.loss.doubleValue / total) : language("notAvailable")
      ),
      "added": .text(
        person.addedIfGone.map { language.money($0, audit.currency) } ?? language("notAvailable")
      ),
      "probability": .text(
        person.departureProbability.map { language.percent($0) } ?? language("notAvailable")
      ),
      "since": .text(person.firstDay.description), "last": .text(person.lastDay.description),
      "roles": .text(Format.shown(person.roles.joined(separator: ", "), 200)),
      "signals": ViewModel.optional(
        person.signals.isEmpty ? nil : person.signals.joined(separator: ", ")
      ),
    ])
  }

  private func pastLoss(_ loss: PastLoss) -> ViewModel {
    let name = audit.people.first { $0.id == loss.person }?.name ?? loss.person
    return ViewModel([
      "name": .text(Format.shown(name)), "role": .text(Format.shown(loss.role)),
      "day": .text(loss.day.description), "hours": .text(language.hours(loss.hours)),
      "loss": .text(language.exact(loss.loss)),
    ])
  }

  private func backtest(_ test: Backtest) -> String {
    language(
      "backtest",
      [
        "day": test.asOf.description, "people": language.count(test.people),
        "expected": language.decimal(test.expected, 1), "observed": language.count(test.observed),
      ]
    )
  }

  private func whatIf(_ answer: WhatIf) -> String {
    language(
      "whatIf",
      [
        "people": answer.people.joined(separator: ", "),
        "before": language.money(answer.lossBefore, audit.currency),
        "after": language.money(answer.lossAfter, audit.currency),
        "indexBefore": language.index(answer.indexBefore),
        "indexAfter": language.index(answer.indexAfter),
      ]
    )
  }

  private func whatIfRole(_ role: WhatIf.Role) -> ViewModel {
    ViewModel([
      "name": .text(Format.shown(role.id)),
      "added": .text(language.money(role.added, audit.currency)),
      "before": .text(language.index(role.indexBefore)),
      "after": .text(language.index(role.indexAfter)),
      "left": .text(language.count(role.holdersLeft)),
    ])
  }

  private var others: String {
    let idle = audit.people.count { $0.isActive && $0.loss.minorUnits == 0 }
    let gone = audit.people.count { !$0.isActive }
    return [
      gone > 0 ? language.number(gone, "peopleGone") : nil,
      idle > 0 ? language.number(idle, "peopleIdle") : nil,
    ].compactMap(\.self).joined(separator: " ")
  }
}
