internal import Model

/// What the first page says: the number with its meaning, the decisions, and the state of the data.
struct SummaryView {
  private let audit: Audit
  private let language: Language

  init(_ audit: Audit, _ language: Language) {
    self.audit = audit
    self.language = language
  }

  /// Everything that is shown of the audit as a whole.
  var values: [String: ViewModel.Value] {
    let change = audit.quarters.last { $0.quarter == audit.quarter.previous }
      .map { spendChange(since: $0) }
    let decisions = Decisions(audit, language).views
    return [
      "title": .text(title), "headline": .text(headline), "meaning": .text(meaning),
      "company": ViewModel.optional(audit.company),
      "quarter": .text(audit.quarter.description), "asOf": .text(audit.asOf.description),
      "dataLine": .text(
        language(
          "dataLine",
          [
            "from": audit.dataPeriod.lowerBound.description,
            "to": audit.dataPeriod.upperBound.description, "asOf": audit.asOf.description,
            "inputs": language.number(audit.inputs.count, "input"),
            "currency": audit.currency.code,
          ]
        )
      ),
      "currency": .text(audit.currency.code), "version": .text(audit.toolVersion),
      "inputCount": .text(language.number(audit.inputs.count, "input")),
      "reconciliation": .text(reconciliation), "moneyIn": .text(moneyLine),
      "tiles": .list(tiles(change)), "workTotal": .text(language.exact(audit.workTotal)),
      "verdict": ViewModel.optional(verdict), "decisions": .list(decisions),
      "hasDecisions": .flag(!decisions.isEmpty),
      "limits": .texts(audit.limits), "keyLimits": .texts(Array(audit.limits.prefix(3))),
      "isTranslated": .flag(!language.isStandard),
    ]
  }

  /// The report's title.
  var title: String {
    let name = language("title", ["quarter": audit.quarter.description])
    return audit.company.map { "\(name) — \(Format.shown($0))" } ?? name
  }

  /// The number, its base and its interval.
  var headline: String {
    guard let index = audit.total.index else { return language("headlineNothing") }
    let values: KeyValuePairs = [
      "money": language.money(audit.total.loss), "share": language.index(index),
      "spend": language.money(audit.total.annualSpend), "horizon": horizon,
      "low": language.money(audit.total.exactLossLow, audit.currency),
      "high": language.whole(audit.total.exactLossHigh),
    ]
    return language(isNegligible ? "headlineNegligible" : "headline", values)
  }

  /// Whether the loss would be shown as 0.
  private var isNegligible: Bool { audit.total.loss.doubleValue < 0.5 }

  /// What the number means in time, and how bad a year can be.
  var meaning: String {
    guard let index = audit.total.index else { return "" }
    let year = language(
      "meaningTail",
      [
        "median": language.money(audit.year.median),
        "money": language.money(audit.year.exceededOnceInTwenty),
        "worst": language.money(audit.year.worstTwentiethMean),
      ]
    )
    let share = audit.extrapolatedShare
    let tail =
      share < 0.05
      ? year
      : "\(year) " + language("extrapolated", ["share": language.percent(share)])
    guard !isNegligible else { return tail }
    return language(
      "meaning",
      [
        "hours": language.hours(audit.total.lossHours),
        "days": language.decimal(index / 100 * 365.25, 0),
      ]
    ) + " " + tail
  }

  /// What the comparison of options says of the whole company, and what the difference is made of.
  var verdict: String? {
    audit.comparisons.first { $0.subject == "company" }.map {
      ([$0.decision.reason] + $0.decision.notes.prefix(1)).joined(separator: " ")
    }
  }

  /// The line that proves that nothing was lost.
  var reconciliation: String {
    let sum = audit.reconciliation
    return language(
      "reconciliation",
      [
        "records": language.number(sum.records, "record"), "used": language.count(sum.accepted),
        "rejected": language.count(sum.rejected), "duplicates": language.count(sum.duplicates),
      ]
    )
  }

  /// The same in money, each currency by itself.
  var moneyLine: String {
    let sum = audit.reconciliation
    return sum.amountIn.sorted.map { currency, amount in
      func part(_ totals: CurrencyTotals) -> String {
        language.exact(totals.sums[currency] ?? .zero, currency)
      }
      return language(
        "moneyLine",
        [
          "amount": language.exact(amount, currency), "used": part(sum.amountUsed),
          "rejected": part(sum.amountRejected), "duplicate": part(sum.amountDuplicate),
        ]
      )
    }.joined(separator: "; ")
  }

  /// The horizon in words, for example `12 months`.
  var horizon: String {
    let months = audit.parameters.first { $0.name == "horizon_months" }?.value ?? 12
    return language("monthsWord", ["n": language.plain(months)])
  }

  private func tiles(_ change: String?) -> [ViewModel] {
    let classes: [Collaboration.Class] = [.collaborative, .mixed, .specific]
    let mix = classes.map { wanted in
      language.count(audit.roles.count { $0.collaboration.roleClass == wanted })
    }.joined(separator: " · ")
    return [
      tile(
        language("billedIn", ["quarter": audit.quarter.description]),
        language.money(audit.quarterSpend),
        change ?? language("noEarlierQuarter"),
        "pictures"
      ),
      tile(language("boughtAgain"), language.money(audit.total.loss), interval, "each"),
      tile(language("rolesByKind"), mix, language("rolesByKindNote"), "roles"),
      tile(language("data"), usable, dataNote, "records"),
    ]
  }

  private func tile(_ label: String, _ value: String, _ note: String, _ link: String) -> ViewModel {
    ViewModel([
      "label": .text(label), "value": .text(value), "note": .text(note), "link": .text(link),
    ])
  }

  private var interval: String {
    language(
      "interval",
      [
        "low": language.money(audit.total.exactLossLow, audit.currency),
        "high": language.whole(audit.total.exactLossHigh),
      ]
    )
  }

  private var usable: String {
    let sum = audit.reconciliation
    guard sum.records > 0 else { return language("notAvailable") }
    let share = 100 * Double(sum.records - sum.rejected) / Double(sum.records)
    return sum.rejected == 0 ? "100\u{A0}%" : "\(language.decimal(min(share, 99.9), 1))\u{A0}%"
  }

  private var dataNote: String {
    let refused = audit.inputs.count { $0.refusal != nil }
    return language("dataNote", ["rejected": language.count(audit.reconciliation.rejected)])
      + (refused > 0 ? ", " + language.number(refused, "refusedInput") : "")
  }

  private func spendChange(since previous: QuarterSummary) -> String {
    let (old, new) = (previous.spend.doubleValue, audit.quarterSpend.doubleValue)
    let quarter = previous.quarter.description
    guard old > 0 else { return language("nothingBilled", ["quarter": quarter]) }
    let change = 100 * (new - old) / old
    if abs(change) < 0.5 { return language("asMuchAs", ["quarter": quarter]) }
    return language(
      change > 0 ? "upOn" : "downOn",
      ["share": "\(language.decimal(abs(change), 0))\u{A0}%", "quarter": quarter]
    )
  }
}
