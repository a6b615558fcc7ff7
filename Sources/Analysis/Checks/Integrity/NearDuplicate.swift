internal import Model

/// T2: charges that look like one another but for a detail: a number written another way, a period
/// that overlaps, a date a few days later.
struct NearDuplicate: Check {
  let page = CheckPage(
    id: "near-duplicate",
    group: .integrity,
    holds: "no two bills look alike",
    fails: "two bills look alike",
    criterion: "Each piece of work is billed once, under one number.",
    why: "A bill that is sent again with a changed number or date passes a test for exact copies.",
    measured:
      "Charges of one person, credits cleared first: (a) numbers that are equal in letters and digits, "
      + "upper case and leading zeros aside, but written differently, with the same amount; (b) the same amount and contract with "
      + "stated periods that overlap but differ, documents at most 31 days apart; (c) without periods, the "
      + "same amount, contract and description in two documents, nearer than half of that person's usual "
      + "days between bills and at most 7 days apart.",
    falsePositives:
      "Equal weekly amounts of fixed schedules (hence overlap, not equality); two pieces of work at one "
      + "price.",
    remedy: "Compare both documents; ask for a corrected one if a period is wrong.",
    dispute: "disputed → id with a reason",
    severity: "by amount (" + Materiality.rule
      + "), but at most moderate, because a likeness is no proof",
    source: "Cleaned invoice numbers after Coderre (test T2)"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    var subjects: [String] = []
    var found: [CheckFinding] = []
    for (person, bills) in context.byPerson.enumerated() {
      let all = bills.filter { RepeatedBills.canRepeat(context.bills[$0]) }
      let charges = all.filter { !context.isExplained[$0] && !context.isCleared[$0] }
      guard all.count > 1 else { continue }
      subjects.append("person:\(context.workload.directory.people[person].id)")
      let cadence = cadence(all, context)
      var pairs: [(first: Int, second: Int)] = []
      // Equal amounts stand together, by their day.
      let sorted = charges.sorted { left, right in
        let (a, b) = (context.bills[left].price, context.bills[right].price)
        return a == b
          ? (day(left, context), left) < (day(right, context), right) : a < b
      }
      var start = 0
      for position in sorted.indices.dropFirst() {
        let second = sorted[position]
        if context.bills[second].price != context.bills[sorted[start]].price { start = position }
        // Later bills are compared with the few before them in time.
        let first = sorted[max(start, position - 8)..<position].last {
          isLike($0, second, cadence: cadence, context)
        }
        if let first { pairs.append((first, second)) }
      }
      for pair in RepeatedBills.byDocument(pairs.sorted { $0 < $1 }, context) {
        found.append(finding(pair, context))
      }
    }
    return subjects.isEmpty
      ? .notApplicable(needs: "two charges of one person") : .ran(subjects: subjects, found)
  }

  private func day(_ bill: Int, _ context: CheckContext) -> Day {
    context.bills[bill].date ?? context.bills[bill].day
  }

  /// The median days between the days on which a person bills.
  private func cadence(_ bills: [Int], _ context: CheckContext) -> Double {
    let days = Set(bills.map { day($0, context).number }).sorted()
    guard days.count > 2 else { return 14 }
    return OrderStatistics.median(zip(days.dropFirst(), days).map { Double($0 - $1) })
  }

  private func isLike(
    _ first: Int,
    _ second: Int,
    cadence: Double,
    _ context: CheckContext
  ) -> Bool {
    let (a, b) = (context.bills[first], context.bills[second])
    if let one = a.document, let two = b.document {
      if one == two { return false }
      if a.hasOwnNumber, b.hasOwnNumber,
        Self.cleaned(context.documentKey(first)) == Self.cleaned(context.documentKey(second))
      {
        return true
      }
    }
    guard a.contract == b.contract else { return false }
    let apart = day(second, context) - day(first, context)
    if let start = a.start, let other = b.start, let end = a.end, let otherEnd = b.end {
      let overlaps = start <= otherEnd && other <= end
      return overlaps && (start, end) != (other, otherEnd) && apart <= 31
    }
    return a.start == nil && b.start == nil && a.document != nil && b.document != nil
      && a.text != nil && a.text == b.text && apart <= 7 && Double(apart) < cadence / 2
  }

  /// A document's number in upper-case letters and digits, without leading zeros of its numbers.
  static func cleaned(_ number: String) -> String {
    if let cleaned = cleanedASCII(number) { return cleaned }
    var cleaned = ""
    var isInNumber = false
    for character in number.uppercased() where character.isLetter || character.isNumber {
      if character == "0", !isInNumber { continue }
      isInNumber = character.isNumber
      cleaned.append(character)
    }
    return cleaned
  }

  /// The same for a number in ASCII, as nearly all are; `nil` for any other.
  private static func cleanedASCII(_ number: String) -> String? {
    var cleaned: [UInt8] = []
    var isInNumber = false
    for byte in number.utf8 {
      switch byte {
      case UInt8(ascii: "0") where !isInNumber: continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        isInNumber = true
        cleaned.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        isInNumber = false
        cleaned.append(byte & 0xDF)
      case 0x80...: return nil
      default: continue
      }
    }
    return String(decoding: cleaned, as: UTF8.self)
  }

  private func finding(_ pair: RepeatedBills.Pair, _ context: CheckContext) -> CheckFinding {
    let (first, second) = (pair.first[0], pair.second[0])
    let amount = pair.second.reduce(0) { $0 + context.bills[$1].cost }
    let severity = context.scale.severity(amount, limit: .moderate)
    let name = context.person(second).name
    return finding(
      context.key(second),
      severity,
      subject: "invoice:\(context.key(second))",
      title:
        "\(name): \(page.fails), \(context.documentName(first)) and \(context.documentName(second))",
      amount: context.money(amount),
      condition:
        "\(name) charges \(context.money(amount).grouped) in \(context.documentName(first)) ("
        + "\(span(first, context))) and the same amount in \(context.documentName(second)) ("
        + "\(span(second, context))).",
      cause:
        "Not visible in the data: sent again with a correction, or other work at the same price.",
      consequence: "\(context.money(amount).grouped) may have been paid twice.",
      action:
        "Review both documents with \(name); owner: accounts payable, \(context.due(severity)).",
      evidence: context.evidence([first, second]),
      bills: pair.second
    )
  }

  private func span(_ bill: Int, _ context: CheckContext) -> String {
    let bill = context.bills[bill]
    guard let start = bill.start else { return "\(bill.day)" }
    return "\(start) to \(bill.end ?? start)"
  }
}
