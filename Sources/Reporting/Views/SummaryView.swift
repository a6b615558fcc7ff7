internal import Model

/// What the first page says: the number with its meaning, the decisions, and the state of the data.
struct SummaryView {
  private let audit: Audit

  init(_ audit: Audit) { self.audit = audit }

  /// Everything that is shown of the audit as a whole.
  var values: [String: ViewModel.Value] {
    let change = audit.quarters.last { $0.quarter == audit.quarter.previous }
      .map { spendChange(since: $0) }
    return [
      "title": .text(title), "headline": .text(headline), "meaning": .text(meaning),
      "company": ViewModel.optional(audit.company),
      "quarter": .text(audit.quarter.description), "asOf": .text(audit.asOf.description),
      "period": .text(
        "\(audit.dataPeriod.lowerBound) to \(audit.dataPeriod.upperBound)"
      ),
      "currency": .text(audit.currency.code), "version": .text(audit.toolVersion),
      "inputCount": .text(Format.number(audit.inputs.count, "input", "inputs")),
      "reconciliation": .text(reconciliation), "moneyIn": .text(moneyLine),
      "quarterSpend": .text(Format.money(audit.quarterSpend)),
      "quarterSpendNote": .text(change ?? "no earlier quarter in the data"),
      "atRisk": .text(Format.money(audit.total.loss)), "atRiskNote": .text(interval),
      "roleMix": .text(roleMix),
      "roleMixNote": .text("seats in a team · mixed · specific tasks"),
      "dataQuality": .text(usable), "dataQualityNote": .text(dataNote),
      "workTotal": .text(Format.exact(audit.workTotal)),
      "decisions": .list(decisions.map { ViewModel($0) }),
      "hasDecisions": .flag(!decisions.isEmpty),
      "limits": .texts(audit.limits), "keyLimits": .texts(Array(audit.limits.prefix(3))),
    ]
  }

  /// The report's title.
  var title: String {
    "Outsourcing audit \(audit.quarter)" + (audit.company.map { " — \(Format.shown($0))" } ?? "")
  }

  /// The number, its base and its interval.
  var headline: String {
    guard let index = audit.total.index else {
      return "No role with spend in the last 52 weeks has anything to lose."
    }
    guard !isNegligible else {
      return
        "Next to nothing of a year's \(Format.money(audit.total.annualSpend)) would be bought again "
        + "if people left within \(horizon): the expected loss is under half a unit of money."
    }
    return
      "\(Format.money(audit.total.loss)), \(Format.decimal(index, 1)) % of a year's "
      + "\(Format.money(audit.total.annualSpend)), will probably be bought again within "
      + "\(horizon) because somebody who knew a role leaves."
  }

  /// Whether the loss would be shown as 0.
  private var isNegligible: Bool { audit.total.loss.doubleValue < 0.5 }

  /// What the number means in time, and how sure it is.
  var meaning: String {
    guard let index = audit.total.index else { return "" }
    let tail =
      "in one year out of twenty it is more than "
      + "\(Format.money(audit.year.exceededOnceInTwenty))."
    guard !isNegligible else { return tail.prefix(1).uppercased() + tail.dropFirst() }
    let days = Format.decimal(index / 100 * 365.25, 0)
    return
      "That is \(Format.hours(audit.total.lossHours)) of work, about \(days) days of the whole "
      + "outsourcing budget. \(interval.prefix(1).uppercased())\(interval.dropFirst()) for the "
      + "expectation; \(tail)"
  }

  /// The line that proves that nothing was lost.
  var reconciliation: String {
    let sum = audit.reconciliation
    return
      "\(Format.number(sum.records, "record", "records")) in = \(Format.count(sum.accepted)) used + "
      + "\(Format.count(sum.rejected)) rejected + \(Format.count(sum.duplicates)) duplicates"
  }

  /// The same in money, each currency by itself.
  var moneyLine: String {
    let sum = audit.reconciliation
    return sum.amountIn.sorted.map { currency, amount in
      func part(_ totals: CurrencyTotals) -> String {
        Format.exact(totals.sums[currency] ?? .zero, currency)
      }
      return
        "\(Format.exact(amount, currency)) in = \(part(sum.amountUsed)) used + "
        + "\(part(sum.amountRejected)) rejected + \(part(sum.amountDuplicate)) duplicate"
    }.joined(separator: "; ")
  }

  private var horizon: String {
    let months = audit.parameters.first { $0.name == "horizon_months" }?.value ?? 12
    return "\(Format.decimal(months, months == months.rounded() ? 0 : 1)) months"
  }

  private var interval: String {
    "90 % interval \(Format.money(audit.total.exactLossLow, audit.currency)) to "
      + Format.whole(audit.total.exactLossHigh)
  }

  private var roleMix: String {
    func count(_ wanted: Collaboration.Class) -> Int {
      audit.roles.count { $0.collaboration.roleClass == wanted }
    }
    return "\(count(.collaborative)) · \(count(.mixed)) · \(count(.specific))"
  }

  private var usable: String {
    let sum = audit.reconciliation
    guard sum.records > 0 else { return "n/a" }
    let share = 100 * Double(sum.records - sum.rejected) / Double(sum.records)
    return sum.rejected == 0 ? "100 %" : "\(Format.decimal(min(share, 99.9), 1)) %"
  }

  private var dataNote: String {
    let refused = audit.inputs.count { $0.refusal != nil }
    return "of records readable; "
      + "\(Format.count(audit.reconciliation.rejected)) rejected"
      + (refused > 0 ? ", \(Format.number(refused, "input", "inputs")) refused" : "")
  }

  private func spendChange(since previous: QuarterSummary) -> String {
    let (old, new) = (previous.spend.doubleValue, audit.quarterSpend.doubleValue)
    guard old > 0 else { return "nothing billed in \(previous.quarter)" }
    let change = 100 * (new - old) / old
    if abs(change) < 0.5 { return "as much as in \(previous.quarter)" }
    return
      "\(change > 0 ? "up" : "down") \(Format.decimal(abs(change), 0)) % on \(previous.quarter)"
  }

  /// What to decide: departments that should be a team first, then single roles, most money first.
  private var decisions: [[String: ViewModel.Value]] {
    let due = audit.quarter.next.lastDay.description
    let teams = audit.departments.filter(\.isTeamCandidate)
    let covered = Set(teams.flatMap(\.roles))
    let departments = teams.map { department in
      let comparison = audit.comparisons.first { $0.subject == "department:\(department.id)" }
      return (
        department.figures.exactLoss,
        [
          "what": ViewModel.Value.text("\(Format.shown(department.id)): compare a dedicated team"),
          "why": .text(
            ([department.reason] + [comparison?.decision.reason].compactMap(\.self))
              .joined(separator: " ")
          ),
          "money": .text(Format.money(department.figures.loss)),
          "owner": .text("COO"), "due": .text(due), "link": .text(Anchor.department(department.id)),
        ]
      )
    }
    let roles = audit.roles.filter { role in
      switch role.advice {
      case .document, .team: !(role.advice == .team && covered.contains(role.id))
      case .confirm: (role.figures.band ?? .low) >= .moderate
      case .keep, .ended: false
      }
    }.map { role in
      (
        role.figures.exactLoss,
        [
          "what": ViewModel.Value.text("\(Format.shown(role.title)): \(Words.advice(role.advice))"),
          "why": .text(role.reason), "money": .text(Format.money(role.figures.loss)),
          "owner": .text(Format.shown(role.department)), "due": .text(due),
          "link": .text(Anchor.role(role.id)),
        ]
      )
    }
    return (departments.sorted { $0.0 > $1.0 } + roles.sorted { $0.0 > $1.0 }).prefix(5).map(\.1)
  }
}

/// The identifiers that links within a report lead to.
enum Anchor {
  /// A role's place.
  static func role(_ id: String) -> String { "role-\(safe(id))" }
  /// A person's place.
  static func person(_ id: String) -> String { "person-\(safe(id))" }
  /// A department's place.
  static func department(_ id: String) -> String { "department-\(safe(id))" }
  /// A finding's place.
  static func finding(_ id: String) -> String { "finding-\(safe(id))" }

  /// Letters, digits and hyphens; every other scalar by its code, so that no two identifiers meet.
  private static func safe(_ id: String) -> String {
    var text = ""
    for scalar in id.unicodeScalars {
      if scalar.isASCII,
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar == "-"
      {
        text.unicodeScalars.append(scalar)
      } else {
        text += "_\(String(scalar.value, radix: 16))"
      }
    }
    return text
  }
}
