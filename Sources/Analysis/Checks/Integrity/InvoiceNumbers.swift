internal import Model

/// Gaps, jumps and steps back in the numbers of a seller's invoices.
struct InvoiceNumbers: Check {
  let page = CheckPage(
    id: "invoice-numbers",
    group: .integrity,
    holds: "invoice numbers run on",
    fails: "invoice numbers have gaps or run backwards",
    criterion: "A seller's invoice numbers rise with their dates, and every one of them is known.",
    why:
      "A gap is an invoice that is missing here; a step back is one that was written later than it says.",
    measured:
      "The seller's own numbers with the same letters before the last digits, six documents or more. Backwards: a lower number on a "
      + "later date. Gap: a number left out of a series in which at least 80 % of the steps are 1. Jump: a step of more than ten "
      + "times the median step and more than 20. Numbers of marketplaces and processors are not the seller's.",
    falsePositives:
      "Invoices to other clients in between (hence the 80 %); drafts and cancellations.",
    remedy: "Ask the seller for a list of invoices and compare it.",
    dispute: "disputed → id with a reason",
    severity:
      "low; moderate where numbers run backwards twice or more, because that is an order somebody changed",
    source: "Sequence tests of internal auditors"
  )

  private struct Numbered {
    let number: Int
    let date: Day
    let bill: Int
  }

  func run(_ context: CheckContext) -> CheckOutcome {
    var subjects: [String] = []
    var found: [CheckFinding] = []
    for (index, bills) in context.byPerson.enumerated() {
      let person = context.workload.directory.people[index]
      var series: [String: [Int: Numbered]] = [:]
      for bill in bills where context.bills[bill].hasOwnNumber && context.bills[bill].records == 1 {
        guard context.bills[bill].kind == .invoice, let text = context.document(bill),
          let date = context.bills[bill].date,
          let (prefix, number) = Self.split(text)
        else { continue }
        let known = series[prefix]?[number]
        if let known, known.date <= date { continue }
        series[prefix, default: [:]][number] = Numbered(number: number, date: date, bill: bill)
      }
      let long = series.filter { $0.value.count >= 6 }.sorted { $0.key < $1.key }
      guard !long.isEmpty else { continue }
      subjects.append("person:\(person.id)")
      for (prefix, numbers) in long {
        let sorted = numbers.values.sorted { $0.number < $1.number }
        if let finding = check(person, prefix, sorted, context) { found.append(finding) }
      }
    }
    return subjects.isEmpty
      ? .notApplicable(needs: "six invoices with a seller's own numbers")
      : .ran(subjects: subjects, found)
  }

  /// The text before the last digits, and their number.
  static func split(_ text: String) -> (String, Int)? {
    let digits = text.utf8.reversed().prefix {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }.count
    let start = text.utf8.index(text.endIndex, offsetBy: -digits)
    guard digits > 0, digits <= 12, let number = Int(text[start...]) else { return nil }
    return (String(text[..<start]), number)
  }

  private func check(
    _ person: PersonDirectory.Person,
    _ prefix: String,
    _ numbers: [Numbered],
    _ context: CheckContext
  ) -> CheckFinding? {
    let steps = zip(numbers.dropFirst(), numbers).map { $0.number - $1.number }
    let median = OrderStatistics.median(steps.map(Double.init))
    let isDense = Double(steps.count { $0 == 1 }) >= 0.8 * Double(steps.count)
    var parts: [String] = []
    var shown: [Int] = []
    var backwards = 0
    var latest = numbers[0]
    for next in numbers.dropFirst() {
      if next.date < latest.date {
        backwards += 1
        shown += [latest.bill, next.bill]
      } else {
        latest = next
      }
    }
    if backwards > 0 {
      parts.append(
        "\(Phrase.count(backwards, "number is", "numbers are")) dated before a lower one"
      )
    }
    var missing: [Int] = []
    var missingCount = 0
    for (position, step) in steps.enumerated() {
      let (before, after) = (numbers[position], numbers[position + 1])
      if step > 20, Double(step) > 10 * max(1, median) {
        parts.append("a jump from \(prefix)\(before.number) to \(prefix)\(after.number)")
        shown += [before.bill, after.bill]
      } else if isDense, step > 1 {
        missingCount += step - 1
        missing += (before.number + 1..<after.number).prefix(5)
        shown += [before.bill, after.bill]
      }
    }
    if missingCount > 0 {
      parts.append(
        "\(Phrase.count(missingCount, "number is", "numbers are")) missing: "
          + missing.prefix(5).map { "\(prefix)\($0)" }.joined(separator: ", ")
          + (missingCount > 5 ? " and more" : "")
      )
    }
    guard !parts.isEmpty else { return nil }
    let severity: Severity = backwards >= 2 ? .moderate : .low
    let mean = numbers.reduce(0) { $0 + context.bills[$1.bill].cost } / Int64(numbers.count)
    return finding(
      "\(person.id)/\(prefix)",
      severity,
      subject: "person:\(person.id)",
      title: "\(person.name): \(page.fails)",
      amount: nil,
      condition: "Of \(numbers.count) invoices \(prefix)\(numbers[0].number) to "
        + "\(prefix)\(numbers[numbers.count - 1].number): \(parts.prefix(5).joined(separator: "; ")).",
      cause:
        "Not visible in the data: invoices to others, drafts, lost exports, or numbers given later.",
      consequence: missingCount > 0
        ? "A missing invoice may still come; the first lines of the others are "
          + "\(context.money(mean).grouped) on average."
        : "The order of the invoices is not the order in which they were written.",
      action:
        "Ask \(person.name) for a list of the invoices and compare it; owner: accounts payable, "
        + "\(context.due(severity)).",
      evidence: context.evidence(shown)
    )
  }
}
