internal import Model

/// What the report shows of the people.
struct PersonView {
  private let audit: Audit
  private let language: Language
  private let extent: ReportExtent
  private let names: [String: String]
  private let explained: ExplainedView

  init(
    _ audit: Audit,
    _ language: Language,
    _ extent: ReportExtent,
    _ explained: ExplainedView
  ) {
    self.explained = explained
    self.audit = audit
    self.extent = extent
    names = Dictionary(
      audit.people.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first }
    )
    self.language = language
  }

  /// The people and what is said about the rest.
  var values: [String: ViewModel.Value] {
    let holders = audit.people.filter { $0.loss.minorUnits > 0 }
    let shown = holders.prefix(extent.people)
    let losses = audit.insight.pastLosses
    let derivations = shown.prefix(explained.room.people).flatMap { person -> [ViewModel] in
      guard case .list(let views) = explained.view(of: "person:\(person.id)") else { return [] }
      return views
    }
    return [
      "people": .list(shown.map(row)), "hasPeople": .flag(!holders.isEmpty),
      "explainedPeople": .list(derivations), "hasExplainedPeople": .flag(!derivations.isEmpty),
      "otherPeople": .text(others),
      "morePeople": ViewModel.optional(
        holders.count > shown.count
          ? language("morePeople", ["n": language.count(holders.count - shown.count)]) : nil
      ),
      "hasPastLosses": .flag(!losses.isEmpty),
      "pastLossLine": .text(
        language(
          losses.count == 1 ? "pastLossLineOne" : "pastLossLineOther",
          [
            "money": language.money(audit.insight.pastLossTotal),
            "n": language.count(losses.count),
          ]
        )
      ),
      "pastLosses": .list(losses.prefix(20).map(pastLoss)),
      "backtest": ViewModel.optional(audit.insight.backtest.map(backtest)),
      "whatIf": ViewModel.optional(audit.insight.whatIf.map(whatIf)),
      "whatIfPeople": .list(audit.insight.whatIf?.missed.map(missed) ?? []),
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
    let name = names[loss.person] ?? loss.person
    return ViewModel([
      "name": .text(Format.shown(name)), "role": .text(Format.shown(loss.role)),
      "day": .text(loss.day.description), "hours": .text(language.hours(loss.hours)),
      "loss": .text(language.exact(loss.loss)),
    ])
  }

  private func backtest(_ test: Backtest) -> String {
    func score(_ value: Double?) -> String {
      value.map { language.decimal($0, 3) } ?? language("notAvailable")
    }
    let sentence = language(
      "backtest",
      [
        "day": test.asOf.description, "people": language.count(test.people),
        "expected": language.decimal(test.expected, 1), "observed": language.count(test.observed),
        "brier": score(test.brier), "base": score(test.brierOfBaseRate),
      ]
    )
    guard let brier = test.brier, let base = test.brierOfBaseRate else { return sentence }
    return "\(sentence) \(language(brier < base ? "backtestBetter" : "backtestWorse"))"
  }

  private func whatIf(_ answer: WhatIf) -> String {
    language(
      "whatIf",
      [
        "people": answer.people.map { Format.shown(names[$0] ?? $0) }.joined(separator: ", "),
        "before": language.money(answer.lossBefore, audit.currency),
        "after": language.money(answer.lossAfter, audit.currency),
        "indexBefore": language.index(answer.indexBefore),
        "indexAfter": language.index(answer.indexAfter),
      ]
    )
  }

  private func missed(_ missed: WhatIf.Missed) -> ViewModel {
    ViewModel([
      "name": .text(Format.shown(names[missed.person] ?? missed.person)),
      "added": .text(language.money(missed.added, audit.currency)),
    ])
  }

  private func whatIfRole(_ role: WhatIf.Role) -> ViewModel {
    let title = audit.roles.first { $0.id == role.id }?.title ?? role.id
    return ViewModel([
      "name": .text(Format.shown(title)),
      "people": .text(
        role.people.map { Format.shown(names[$0] ?? $0) }.joined(separator: ", ")
      ),
      "turns": .text(
        role.turnsCritical
          ? language("turnsCritical")
          : language(
            role.indexBefore.map { RiskBand(index: $0) == .critical } ?? false
              ? "criticalAlready" : "staysBelow"
          )
      ),
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
