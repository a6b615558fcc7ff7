internal import Model

/// What the report shows of one role.
struct RoleView {
  private let role: RoleAudit
  private let audit: Audit
  private let names: [String: String]

  init(_ role: RoleAudit, in audit: Audit, names: [String: String]) {
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
      "derivation": .list(derivation.map { ViewModel(["term": .text($0), "value": .text($1)]) }),
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

  /// The multiplication behind the loss, factor by factor.
  private var derivation: [(String, String)] {
    let steps = role.derivation
    return [
      (
        "hours a successor of a saturated holder loses (Kmax)",
        Format.decimal(steps.largestLossHours, 1) + " h"
      ),
      (
        "× what is held and may leave (L, holders and seats)", Format.decimal(steps.lossFraction, 4)
      ),
      ("× collaboration (1 + degree)", Format.decimal(steps.multiplier, 2)),
      ("× not saved by documents (1 − κ)", Format.decimal(1 - steps.codifiedShare, 3)),
      ("= hours to be bought again", Format.decimal(role.figures.lossHours, 1) + " h"),
      (
        "× cost of an hour, client fee included",
        "\(audit.currency) \(Format.decimal(steps.rate, 2))"
      ),
      ("= expected loss", Format.exact(role.figures.loss)),
      ("÷ spend of a year", Format.exact(role.figures.annualSpend)),
      (
        "= index (90 % interval)",
        "\(Format.index(role.figures.index)) (\(Format.index(role.figures.indexLow)) to "
          + "\(Format.index(role.figures.indexHigh)))"
      ),
      ("documents", steps.documentationSource),
      ("seats (recent hours ÷ 520, at most one for each holder)", Format.decimal(steps.seats, 2)),
    ]
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
