internal import Model

/// What the report shows around the expected loss: looking back, looking ahead, and what the index
/// rests on.
struct InsightView {
  private let audit: Audit
  private let names: [String: String]

  /// The past losses that a report lists; all of them are in `audit.json`.
  private static let listedLosses = 20

  init(_ audit: Audit, names: [String: String]) {
    self.audit = audit
    self.names = names
  }

  var values: [String: ViewModel.Value] {
    let losses = audit.insight.pastLosses.filter { $0.loss.minorUnits > 0 }
    return [
      "pastLoss": .text(pastLoss), "hasPastLosses": .flag(!losses.isEmpty),
      "pastLosses": .list(losses.prefix(Self.listedLosses).map(loss)),
      "backtest": .text(backtest),
      "sensitivity": .list(audit.insight.sensitivity.map(sensitivity)),
      "survivalSteps": .list(survival), "hasSurvival": .flag(!survival.isEmpty),
      "concentration": .text(concentration), "shape": ViewModel.optional(shape),
      "whatIf": audit.insight.whatIf.map { .view(whatIf($0)) } ?? .absent,
    ]
  }

  private var pastLoss: String {
    let losses = audit.insight.pastLosses
    guard !losses.isEmpty else { return "Nobody left a role in the last 52 weeks." }
    let people = Set(losses.map(\.person)).count
    return
      "Already paid: \(Format.money(audit.insight.pastLossTotal)) for "
      + "\(Format.number(people, "departure", "departures")) of the last 52 weeks, by the same value of "
      + "a role's knowledge and the holders of that day."
  }

  private func loss(_ loss: PastLoss) -> ViewModel {
    ViewModel([
      "day": .text(loss.day.description),
      "name": .text(Format.shown(names[loss.person] ?? loss.person)),
      "role": .text(Format.shown(loss.role)), "hours": .text(Format.hours(loss.hours)),
      "loss": .text(Format.money(loss.loss)),
    ])
  }

  private var backtest: String {
    guard let test = audit.insight.backtest, let brier = test.brier,
      let base = test.brierOfBaseRate
    else {
      return "The data do not reach back far enough to test a prediction of twelve months ago."
    }
    let completed =
      test.completed > 0
      ? " \(Format.number(test.completed, "person's work was", "people's work was")) completed and is "
        + "left out." : ""
    return
      "Twelve months ago, on \(test.asOf), this model would have expected "
      + "\(Format.decimal(test.expected, 1)) of \(Format.number(test.people, "person", "people")) to leave; "
      + "\(test.observed) did. Brier score \(Format.decimal(brier, 3)), where 0 is perfect and giving "
      + "everybody the observed share scores \(Format.decimal(base, 3)); n = \(test.people).\(completed)"
  }

  private func sensitivity(_ entry: Sensitivity) -> ViewModel {
    ViewModel([
      "parameter": .text(entry.parameter), "low": .text(entry.low), "high": .text(entry.high),
      "atLow": .text(Format.index(entry.indexAtLow)),
      "atHigh": .text(Format.index(entry.indexAtHigh)),
    ])
  }

  private var survival: [ViewModel] {
    audit.insight.survival.map { step in
      let interval =
        step.low.flatMap { low in
          step.high.map { "\(Format.percent(low)) to \(Format.percent($0))" }
        } ?? "n/a"
      return ViewModel([
        "months": .text(Format.decimal(step.months, 1)), "atRisk": .text("\(step.atRisk)"),
        "departures": .text("\(step.departures)"),
        "survival": .text(Format.percent(step.survival)), "interval": .text(interval),
      ])
    }
  }

  private var concentration: String {
    let value = audit.insight.concentration
    guard value > 0 else { return "No spend by person to concentrate." }
    let level = value >= 1_800 ? "high" : value >= 1_000 ? "moderate" : "low"
    return
      "Spend by person: HHI \(Format.whole(value)), as if \(Format.decimal(10_000 / value, 1)) people "
      + "shared it equally; \(level) by the thresholds of 1,000 and 1,800."
  }

  private var shape: String? {
    audit.insight.fittedShape.map { fit in
      "With 30 departures or more the frailty shape can be fitted: of "
        + audit.insight.shapes.map { Format.decimal($0.shape, 1) }.joined(separator: ", ")
        + " the data speak for \(Format.decimal(fit.shape, 1)), with an index of "
        + "\(Format.index(fit.index)); the figures use "
        + "\(Format.decimal(audit.insight.shapeUsed, 1))."
    }
  }

  private func whatIf(_ answer: WhatIf) -> ViewModel {
    let people = answer.people.map { names[$0] ?? $0 }.joined(separator: ", ")
    return ViewModel([
      "title": .text("Without \(Format.shown(people, 200))"),
      "summary": .text(
        "If it were certain that they leave, the expected loss would be "
          + "\(Format.money(answer.lossAfter, audit.currency)) instead of "
          + "\(Format.money(answer.lossBefore, audit.currency)), an index of "
          + "\(Format.index(answer.indexAfter)) instead of \(Format.index(answer.indexBefore))."
      ),
      "missed": .list(
        answer.missed.map { missed in
          ViewModel([
            "name": .text(Format.shown(names[missed.person] ?? missed.person)),
            "added": .text(Format.money(missed.added, audit.currency)),
          ])
        }
      ),
      "roles": .list(answer.roles.map(role)), "hasRoles": .flag(!answer.roles.isEmpty),
    ])
  }

  private func role(_ role: WhatIf.Role) -> ViewModel {
    let before = Words.band(role.indexBefore.map(RiskBand.init(index:)))
    let after = Words.band(role.indexAfter.map(RiskBand.init(index:)))
    return ViewModel([
      "id": .text(Format.shown(role.id)), "anchor": .text(Anchor.role(role.id)),
      "added": .text(Format.money(role.added, audit.currency)),
      "before": .text("\(Format.index(role.indexBefore)) \(before.shape) \(before.word)"),
      "after": .text("\(Format.index(role.indexAfter)) \(after.shape) \(after.word)"),
      "left": .text(Format.count(role.holdersLeft)),
      "turnsCritical": .flag(role.turnsCritical),
    ])
  }
}
