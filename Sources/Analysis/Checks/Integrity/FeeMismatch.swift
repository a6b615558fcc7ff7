internal import Model

/// Fees that do not match their invoice or the marketplace's rule of that day.
struct FeeMismatch: Check {
  let page = CheckPage(
    id: "fee-mismatch",
    group: .integrity,
    holds: "every fee follows the marketplace's rule of its day",
    fails: "fees do not follow the marketplace's rule",
    criterion:
      "A fee belongs to an invoice and is a share of it that the marketplace charged on that day.",
    why: "Fees are booked by machine; a wrong one is wrong every week.",
    measured:
      "Fees of Upwork's history, tied to their invoice by its reference, within one cent and 0.1 % of the shares in the table of fee "
      + "rules by date, and against the share of four fifths of the client's invoices of the same quarter, because an account has one "
      + "plan at a time; fees without an invoice are contract initiation fees of 0.99 to 14.99 by date. Fees refunded in part are netted "
      + "by invoice. Membership, connects and withdrawal fees are not judged. The share that differs is one finding.",
    falsePositives:
      "A plan or a promotion that is not in the table; an invoice outside the exported time.",
    remedy: "Ask the marketplace for the rule it applied.",
    dispute: "disputed → id with a reason",
    severity: "by what differs (" + Materiality.rule + "), at most moderate, because plans differ",
    source: "Upwork help pages on client and freelancer fees, as collected in the fee rules by date"
  )

  private struct Fee {
    let line: Int
    let parent: Int?
    let amount: Double
  }

  func run(_ context: CheckContext) -> CheckOutcome {
    let lines = context.dataset.lines
    let fees = lines.indices.filter {
      lines[$0].kind == .fee && lines[$0].format == "upwork-transactions" && lines[$0].records == 1
        && (lines[$0].date ?? context.asOf) <= context.asOf
    }
    guard !fees.isEmpty else { return .notApplicable(needs: "fees of a marketplace's history") }
    var wanted = Set(fees.flatMap { lines[$0].references })
    var byReference: [String: Int] = [:]
    for index in lines.indices where lines[index].format == "upwork-transactions" {
      if let document = lines[index].document, wanted.remove(document) != nil {
        byReference[document] = index
      }
    }
    var sums: [Int: (amount: ExactDecimal, first: Int)] = [:]
    var odd: [Fee] = []
    var orphans: [Fee] = []
    for fee in fees where isShare(lines[fee]) || isInitiation(lines[fee]) {
      if let parent = parent(of: fee, lines, byReference) {
        let before = sums[parent]
        sums[parent] = (
          (before?.amount ?? .zero).adding(lines[fee].amount) ?? lines[fee].amount,
          before?.first ?? fee
        )
      } else if lines[fee].amount.units > 0, !lines[fee].references.isEmpty,
        !isOrphanRight(lines[fee])
      {
        orphans.append(Fee(line: fee, parent: nil, amount: lines[fee].amount.doubleValue))
      }
    }
    var rules: [Quarter: [Int: Int]] = [:]
    var ruleOf: [Int: Int] = [:]
    for (parent, sum) in sums {
      guard let rule = rule(sum.amount.doubleValue, lines[parent]) else { continue }
      ruleOf[parent] = rule
      guard let day = lines[parent].date, lines[parent].side != .freelancer else { continue }
      rules[Quarter(day), default: [:]][rule, default: 0] += 1
    }
    for (parent, sum) in sums {
      let amount = sum.amount.doubleValue
      let usual = lines[parent].date.flatMap { usualRule(rules[Quarter($0)] ?? [:]) }
      let isUsual =
        lines[parent].side == .freelancer
        || usual.map { matches(amount, lines[parent], FeeRule.upwork[$0]) } ?? true
      if ruleOf[parent] == nil || !isUsual {
        odd.append(Fee(line: sum.first, parent: parent, amount: amount))
      }
    }
    odd.sort { $0.line < $1.line }
    var found: [CheckFinding] = []
    if !odd.isEmpty { found.append(mismatch(odd, context)) }
    // The booking that funds an escrow is set aside or is no work yet; its fee is right all the same.
    let escrow = escrowAmounts(context)
    orphans.removeAll { fee in
      let line = lines[fee.line]
      return (escrow[line.location.source] ?? []).contains { amount in
        FeeRule.upwork.contains { rule in
          rule.side == .client && line.date.map { rule.holds(on: $0) } ?? true
            && matches(fee.amount, amount, rule)
        }
      }
    }
    // Where many references lead nowhere, the history is a part of itself and says nothing.
    if !orphans.isEmpty, orphans.count * 10 <= fees.count {
      found.append(orphan(orphans, context))
    }
    return .ran(subjects: ["marketplace:upwork"], found)
  }

  /// The amounts that an escrow holds or held, by input.
  private func escrowAmounts(_ context: CheckContext) -> [String: [Double]] {
    var amounts: [String: Set<ExactDecimal>] = [:]
    for duplicate in context.dataset.duplicates where duplicate.reason == .escrowFunding {
      if let amount = duplicate.amount {
        amounts[duplicate.location.source, default: []].insert(amount.magnitude)
      }
    }
    for line in context.dataset.lines where line.kind == .payment {
      if line.description?.hasPrefix("in escrow") == true {
        amounts[line.location.source, default: []].insert(line.amount.magnitude)
      }
    }
    return amounts.mapValues { $0.map(\.doubleValue).sorted() }
  }

  private func text(_ line: InvoiceLine) -> String { (line.description ?? "").lowercased() }

  private func isShare(_ line: InvoiceLine) -> Bool {
    !["membership", "connects", "withdrawal", "wire", "currency", "initiation", "subscription"]
      .contains { text(line).contains($0) }
  }

  private func isInitiation(_ line: InvoiceLine) -> Bool { text(line).contains("initiation") }

  /// The work that a fee belongs to, through other fees where it must be.
  private func parent(of fee: Int, _ lines: [InvoiceLine], _ byReference: [String: Int]) -> Int? {
    if isInitiation(lines[fee]) { return nil }
    var next = lines[fee].references.first.flatMap { byReference[$0] }
    var steps = 0
    while let found = next, lines[found].kind == .fee || lines[found].kind == .tax, steps < 4 {
      next = lines[found].references.first.flatMap { byReference[$0] }
      steps += 1
    }
    guard let next, next != fee, lines[next].kind.isWork else { return nil }
    return next
  }

  /// The first rule that a fee follows; an invoice without amount or day follows any.
  private func rule(_ fee: Double, _ work: InvoiceLine) -> Int? {
    guard !work.amount.isZero, let day = work.date ?? work.workDay else { return 0 }
    return FeeRule.upwork.indices.first { index in
      let rule = FeeRule.upwork[index]
      return rule.holds(on: day) && rule.side == (work.side ?? .client) && matches(fee, work, rule)
    }
  }

  private func matches(_ fee: Double, _ work: InvoiceLine, _ rule: FeeRule) -> Bool {
    matches(fee, abs(work.amount.doubleValue), rule)
  }

  private func matches(_ fee: Double, _ amount: Double, _ rule: FeeRule) -> Bool {
    let slack = 0.0101 + amount * 0.001
    return amount == 0
      || (abs(fee) >= rule.shares.lowerBound * amount - slack
        && abs(fee) <= rule.shares.upperBound * amount + slack)
  }

  /// The rule of four fifths of the invoices of a quarter; an account has one plan at a time.
  private func usualRule(_ counts: [Int: Int]) -> Int? {
    let total = counts.values.reduce(0, +)
    guard total >= 10 else { return nil }
    return counts.filter { $0.value * 5 >= total * 4 }.keys.min()
  }

  private func isOrphanRight(_ line: InvoiceLine) -> Bool {
    guard isInitiation(line) else {
      // A fee with a reference whose invoice lies outside the export is not judged by its amount.
      return false
    }
    guard let day = line.date else { return true }
    return FeeRule.initiation.contains { rule in
      (Day(rule.from).map { $0 <= day } ?? false) && rule.amounts.contains(line.amount.doubleValue)
    }
  }

  private func mismatch(_ odd: [Fee], _ context: CheckContext) -> CheckFinding {
    let lines = context.dataset.lines
    var amount: Int64 = 0
    for fee in odd {
      guard let parent = fee.parent else { continue }
      let work = lines[parent]
      let day = work.date ?? work.workDay ?? context.asOf
      let base = abs(work.amount.doubleValue)
      let nearest = FeeRule.upwork.filter {
        $0.holds(on: day) && $0.side == (work.side ?? .client)
      }.flatMap { [$0.shares.lowerBound * base, $0.shares.upperBound * base] }
        .min { abs($0 - abs(fee.amount)) < abs($1 - abs(fee.amount)) }
      let difference = abs(fee.amount) - (nearest ?? 0)
      let exact = ExactDecimal(units: Int64((difference * 100).rounded()), scale: 2)
      amount += context.converted(exact, work.currency, on: day)?.minorUnits ?? 0
    }
    let severity = context.scale.severity(amount, limit: .moderate)
    let first = odd[0]
    let share =
      first.parent.map { abs(first.amount / max(0.01, abs(lines[$0].amount.doubleValue))) } ?? 0
    return finding(
      "upwork",
      severity,
      subject: "marketplace:upwork",
      title: page.fails,
      amount: context.money(Int64(amount.magnitude)),
      condition:
        "\(Phrase.count(odd.count, "invoice has", "invoices have")) fees of another share than the "
        + "rules of their day; first \(Phrase.decimal(share * 100)) % on "
        + "\(first.parent.map { "\(lines[$0].amount) of \(lines[$0].date ?? context.asOf)" } ?? "").",
      cause: "Another plan, a promotion, or an error of the marketplace.",
      consequence: "\(context.money(Int64(amount.magnitude)).grouped) away from the nearest rule.",
      action:
        "Ask the marketplace for the rule it applied; owner: accounts payable, \(context.due(severity)).",
      evidence: odd.prefix(4).flatMap { fee in
        [fee.line, fee.parent].compactMap { $0 }.map { quote(lines[$0]) }
      }
    )
  }

  private func orphan(_ orphans: [Fee], _ context: CheckContext) -> CheckFinding {
    let lines = context.dataset.lines
    var amount: Int64 = 0
    for fee in orphans {
      let line = lines[fee.line]
      amount +=
        context.converted(line.amount, line.currency, on: line.date ?? context.asOf)?.minorUnits
        ?? 0
    }
    let severity = context.scale.severity(amount, limit: .moderate)
    return finding(
      "upwork-without-invoice",
      severity,
      subject: "marketplace:upwork",
      title: "fees belong to no invoice in the history",
      amount: context.money(amount),
      condition:
        "\(Phrase.count(orphans.count, "fee refers", "fees refer")) to no invoice that was read.",
      cause: "The invoice lies outside the exported time or was rejected, or the fee has none.",
      consequence: "\(context.money(amount).grouped) of fees without work behind them.",
      action:
        "Export the history again over a longer time; owner: accounts payable, \(context.due(severity)).",
      evidence: orphans.prefix(5).map { quote(lines[$0.line]) }
    )
  }

  private func quote(_ line: InvoiceLine) -> Finding.Evidence {
    let words = [
      line.date.map { "\($0)" }, line.description.map { "“\($0.prefix(80))”" },
      "\(line.currency) \(line.amount)",
    ]
    return Finding.Evidence(
      location: line.location,
      text: words.compactMap { $0 }.joined(separator: ", ")
    )
  }
}
