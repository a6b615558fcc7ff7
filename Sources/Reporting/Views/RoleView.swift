internal import Model

/// What the report shows of one role.
struct RoleView {
  private static let shownCues = 12

  private let role: RoleAudit
  private let audit: Audit
  private let names: [String: String]
  private let language: Language
  private let words: Words

  init(_ role: RoleAudit, in audit: Audit, names: [String: String], _ language: Language) {
    self.role = role
    self.audit = audit
    self.names = names
    self.language = language
    words = Words(language)
  }

  /// The row of the table of roles, without a link.
  var row: [String: ViewModel.Value] {
    let band = words.band(role.figures.band)
    let figures = role.figures
    return [
      "link": .absent, "name": .text(Format.shown(role.title)),
      "department": .text(Format.shown(role.department)),
      "class": .text(words.roleClass(role.collaboration.roleClass)),
      "degree": .text(language.decimal(role.collaboration.degree, 2)),
      "degreeValue": .text(Format.plain(role.collaboration.degree, 4)),
      "holders": .text(language.count(role.holders.count)),
      "busFactor": .text(language.count(role.busFactor)),
      "loss": .text(language.money(figures.loss)),
      "lossValue": .text(figures.loss.decimalString),
      "index": .text(language.index(figures.index)),
      "indexLow": .text(language.index(figures.indexLow)),
      "indexHigh": .text(language.index(figures.indexHigh)),
      "indexValue": .text(figures.index.map { Format.plain($0, 4) } ?? ""),
      "indexHighValue": .text(figures.indexHigh.map { Format.plain($0, 4) } ?? ""),
      "band": .text(band.word), "shape": .text(band.shape), "bandKey": .text(band.style),
      "advice": .text(words.advice(role, in: audit)),
    ]
  }

  /// Everything, for the role's own section.
  var detail: ViewModel {
    let ways = role.reductions
    return ViewModel(row).adding([
      "anchor": .text(Anchor.role(role.id)), "reason": .text(role.reason),
      "source": .text(words.source(role.collaboration.source)),
      "override": ViewModel.optional(override),
      "evidence": .list(role.collaboration.evidence.prefix(Self.shownCues).map(cue)),
      "hasEvidence": .flag(!role.collaboration.evidence.isEmpty),
      "holderRows": .list(role.holders.map(holder)), "hasHolders": .flag(!role.holders.isEmpty),
      "derivation": .list(derivation.map { ViewModel(["term": .text($0), "value": .text($1)]) }),
      "hasWays": .flag(!ways.isEmpty), "ways": .list(ways.map(way)),
      "work": .text(work), "matching": .text(matching),
      "sources": .list(
        role.examples.map {
          ViewModel(["place": .text(Format.place($0.location)), "text": .text($0.text)])
        }
      ),
      "postings": ViewModel.optional(
        role.postings.isEmpty
          ? nil : role.postings.prefix(5).map(Format.place).joined(separator: ", ")
      ),
      "extrapolated": ViewModel.optional(
        role.extrapolatedFrom(asOf: audit.asOf).map {
          language("extrapolatedRole", ["days": language.count($0)])
        }
      ),
      "imputed": ViewModel.optional(
        role.imputedShare > 0
          ? language("imputed", ["share": language.percent(role.imputedShare)]) : nil
      ),
      "concentration": .text(language.concentration(role.derivation.concentration)),
    ]).adding(
      OptionsView(
        audit.comparisons.first { $0.subject == "role:\(role.id)" },
        audit.currency,
        language
      ).values(explainedBy: nil)
    )
  }

  private var override: String? {
    role.collaboration.degreeByEvidence.map {
      language("override", ["degree": language.decimal($0, 2)])
    }
  }

  private func cue(_ cue: Collaboration.Cue) -> ViewModel {
    ViewModel([
      "direction": .text(language(cue.logOdds > 0 ? "forSeat" : "forTask")),
      "weight": .text("\(cue.logOdds > 0 ? "+" : "−")\(language.decimal(abs(cue.logOdds), 2))"),
      "observation": .text(cue.observation),
      "quotes": .texts(cue.quotes.prefix(3).map { "“\(Format.shown($0, 160))”" }),
      "places": ViewModel.optional(
        cue.locations.isEmpty
          ? nil : cue.locations.prefix(3).map(Format.place).joined(separator: ", ")
      ),
    ])
  }

  private func holder(_ holder: RoleAudit.Holder) -> ViewModel {
    ViewModel([
      "name": .text(Format.shown(names[holder.id] ?? holder.id)),
      "hours": .text(language.hours(holder.hoursLastYear)),
      "knowledge": .text(language.percent(holder.knowledge)),
      "probability": .text(language.percent(holder.departureProbability)),
      "lossExact": .text(language.exact(holder.loss)),
    ])
  }

  private func way(_ way: RiskReduction) -> ViewModel {
    let currency = audit.currency
    let name = words.way(way.way)
    let shown =
      switch role.reductionChoice.effect(of: way) {
      case .lowers: name
      case .doesNotLower: language("wayNotLower", ["way": name])
      case .isOutdone(let other):
        language("wayOutdone", ["way": name, "other": words.way(other)])
      }
    return ViewModel([
      "name": .text(shown), "hours": .text(language.hours(way.hours)),
      "cost": .text(language.money(way.cost, currency)),
      "upkeep": .text(language.money(way.upkeep, currency)),
      "loss": .text(language.money(way.loss, currency)), "index": .text(language.index(way.index)),
    ])
  }

  /// The multiplication behind the loss, factor by factor.
  private var derivation: [(String, String)] {
    let steps = role.derivation
    let figures = role.figures
    return [
      (language("stepLargest"), "\(language.decimal(steps.largestLossHours, 1))\u{A0}h"),
      (language("stepFraction"), language.decimal(steps.lossFraction, 4)),
      (language("stepCollaboration"), language.decimal(steps.multiplier, 2)),
      (language("stepDocuments"), language.decimal(1 - steps.codifiedShare, 3)),
      (language("stepHours"), "\(language.decimal(figures.lossHours, 1))\u{A0}h"),
      (language("stepRate"), rate),
      (language("stepLoss"), language.exact(figures.loss)),
      (language("stepSpend"), language.exact(figures.annualSpend)),
      (
        language("stepIndex"),
        "\(language.index(figures.index)) ("
          + language(
            "range",
            ["low": language.index(figures.indexLow), "high": language.index(figures.indexHigh)]
          ) + ")"
      ),
      (language("stepDocumentation"), steps.documentationSource),
      (language("stepSeats"), language.decimal(steps.seats, 2)),
    ]
  }

  private var rate: String {
    "\(audit.currency)\u{A0}\(language.decimal(role.derivation.rate, 2))"
  }

  private var work: String {
    language(
      "roleWork",
      [
        "lines": language.number(role.lineCount, "line"), "from": role.firstDay.description,
        "to": role.lastDay.description, "hours": language.hours(role.derivation.annualHours),
        "spend": language.money(role.figures.annualSpend), "rate": rate,
      ]
    )
  }

  private var matching: String {
    let ways = RoleAudit.Match.allCases.compactMap { match in
      role.matches[match].map {
        language(
          "matchedBy",
          ["lines": language.number($0, "line"), "how": words.match(match)]
        )
      }
    }
    return ways.joined(separator: ", ") + "."
  }
}
