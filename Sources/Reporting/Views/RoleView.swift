internal import Model

/// What the report shows of one role.
struct RoleView {
  private let role: RoleAudit
  private let audit: Audit
  private let names: [String: String]
  private let explanation: Explanation?
  private let decision: StaffingComparison.Decision?

  init(
    _ role: RoleAudit,
    in audit: Audit,
    names: [String: String],
    explanation: Explanation? = nil,
    decision: StaffingComparison.Decision? = nil
  ) {
    self.explanation = explanation
    self.decision = decision
    self.role = role
    self.audit = audit
    self.names = names
  }

  /// The row of the table of roles.
  var row: [String: ViewModel.Value] {
    let band = Words.band(role.figures.band)
    return [
      "id": .text(role.id), "anchor": .text(Anchor.role(role.id)),
      "name": .text(Format.shown(role.title)),
      "department": .text(Format.shown(role.department)),
      "class": .text(Words.roleClass(role.collaboration.roleClass)),
      "classKey": .text(role.collaboration.roleClass.rawValue),
      "degree": .text(Format.decimal(role.collaboration.degree, 2)),
      "holders": .text(Format.count(role.holders.count)),
      "busFactor": .text(Format.count(role.busFactor)),
      "loss": .text(Format.money(role.figures.loss)),
      "lossValue": .text(role.figures.loss.decimalString),
      "lossHours": .text(Format.hours(role.figures.lossHours)),
      "hoursValue": .text(Format.plain(role.figures.lossHours, 3)),
      "index": .text(Format.index(role.figures.index)),
      "indexLow": .text(Format.index(role.figures.indexLow)),
      "indexHigh": .text(Format.index(role.figures.indexHigh)),
      "indexValue": .text(role.figures.index.map { Format.plain($0, 4) } ?? ""),
      "indexLowValue": .text(role.figures.indexLow.map { Format.plain($0, 4) } ?? ""),
      "indexHighValue": .text(role.figures.indexHigh.map { Format.plain($0, 4) } ?? ""),
      "band": .text(band.word), "shape": .text(band.shape), "bandKey": .text(band.style),
      "advice": .text(Words.advice(role.advice)), "adviceKey": .text(role.advice.rawValue),
      "spend": .text(Format.money(role.figures.annualSpend)),
      "spendValue": .text(role.figures.annualSpend.decimalString),
      "rateValue": .text(Format.plain(role.derivation.rate, 4)),
      "seatsValue": .text(Format.plain(role.derivation.seats, 4)),
      "annualHoursValue": .text(Format.plain(role.derivation.annualHours, 3)),
      "family": .text(role.family.rawValue),
      "lines": .text(Format.count(role.lineCount)), "reason": .text(role.reason),
    ]
  }

  /// Everything, for the role's own section.
  var detail: ViewModel {
    ViewModel(row).adding([
      "source": .text(Words.source(role.collaboration.source)),
      "override": ViewModel.optional(override),
      "evidence": .list(role.collaboration.evidence.map(cue)),
      "hasEvidence": .flag(!role.collaboration.evidence.isEmpty),
      "holderRows": .list(role.holders.map(holder)), "hasHolders": .flag(!role.holders.isEmpty),
      "derivation": .list((explanation?.steps ?? []).map(StepView.model)),
      "sourceLines": .list(
        (explanation?.sources ?? []).map { source in
          ViewModel([
            "place": .text(Format.shown("\(source.path):\(source.lines)", 400)),
            "name": .text(Format.shown(names[source.of] ?? source.of)),
            "hours": .text(Format.hours(source.hours)),
          ])
        }
      ),
      "ways": .list(role.reductions.map(way)), "hasWays": .flag(!role.reductions.isEmpty),
      "staffing": ViewModel.optional(decision.map(Self.staffing)),
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
      "imputed": ViewModel.optional(
        role.imputedShare > 0
          ? "\(Format.percent(role.imputedShare)) of the last year's hours are computed from "
            + "amounts, because those lines name no hours." : nil
      ),
    ])
  }

  private var override: String? {
    role.collaboration.degreeByEvidence.map {
      "Set in audit.yml; the evidence alone gives \(Format.decimal($0, 2))."
    }
  }

  private func cue(_ cue: Collaboration.Cue) -> ViewModel {
    ViewModel([
      "direction": .text(cue.logOdds > 0 ? "for a seat in a team" : "for a specific task"),
      "weight": .text("\(cue.logOdds > 0 ? "+" : "−")\(Format.decimal(abs(cue.logOdds), 2))"),
      "observation": .text(cue.observation),
      "quotes": .texts(cue.quotes.map { "“\(Format.shown($0, 160))”" }),
      "places": ViewModel.optional(
        cue.locations.isEmpty
          ? nil : cue.locations.prefix(3).map(Format.place).joined(separator: ", ")
      ),
    ])
  }

  private func holder(_ holder: RoleAudit.Holder) -> ViewModel {
    ViewModel([
      "name": .text(Format.shown(names[holder.id] ?? holder.id)),
      "anchor": .text(Anchor.person(holder.id)),
      "hours": .text(Format.hours(holder.hoursLastYear)),
      "knowledge": .text(Format.percent(holder.knowledge)),
      "probability": .text(Format.percent(holder.departureProbability)),
      "loss": .text(Format.money(holder.loss)), "lossExact": .text(Format.exact(holder.loss)),
    ])
  }

  private func way(_ way: RiskReduction) -> ViewModel {
    let band = Words.band(way.index.map(RiskBand.init(index:)))
    return ViewModel([
      "way": .text(Words.way(way.way)), "hours": .text(Format.hours(way.hours)),
      "cost": .text(Format.money(way.cost, audit.currency)),
      "upkeep": .text(way.upkeep > 0 ? Format.money(way.upkeep, audit.currency) : "–"),
      "index": .text(Format.index(way.index)), "band": .text(band.word), "shape": .text(band.shape),
      "bandKey": .text(band.style),
    ])
  }

  private static func staffing(_ decision: StaffingComparison.Decision) -> String {
    let verdict =
      decision.recommended.map { "By cost: \(Words.option($0))." }
      ?? "By cost: undecided, find out first: "
      + "\(decision.decideOn.map(StaffingComparison.words) ?? "more")."
    return ([verdict, decision.reason] + decision.notes).joined(separator: " ")
  }

  private var work: String {
    "\(Format.number(role.lineCount, "line", "lines")) of work from \(role.firstDay) to "
      + "\(role.lastDay), \(Format.hours(role.derivation.annualHours)) and "
      + "\(Format.money(role.figures.annualSpend)) a year at the present pace, "
      + "\(audit.currency) \(Format.decimal(role.derivation.rate, 2)) an hour."
  }

  private var matching: String {
    let ways = RoleAudit.Match.allCases.compactMap { match in
      role.matches[match].map {
        "\(Format.number($0, "line", "lines")) by \(Words.match(match))"
      }
    }
    return ways.joined(separator: ", ") + "."
  }
}
