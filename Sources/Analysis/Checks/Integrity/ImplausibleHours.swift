internal import Model

/// T13: more hours than one person can work, by day and by week, across all contracts.
struct ImplausibleHours: Check {
  let page = CheckPage(
    id: "implausible-hours",
    group: .integrity,
    holds: "everybody bills hours that one person can work",
    fails: "more hours than one person works",
    criterion:
      "One person bills at most 60 hours a week over all contracts, and never more than a day has.",
    why: "Hours above that were not worked by this person alone, or not at all.",
    measured:
      "Stated hours of a person over all contracts, spread evenly over the days of their period: the stated one, the day of "
      + "a time report, else the days since the person's bill before in that contract (7 to 31; the first one takes the "
      + "median of the others). Weeks run Monday to Sunday. Above 60 hours, above 84 (12 hours on seven days), above 168; lines of one day above 24 hours together.",
    falsePositives:
      "A team behind one account; work of several weeks billed at once without a period.",
    remedy: "Ask who worked; agree on a weekly limit on the platform.",
    dispute:
      "people → people with the number of people behind the account, or contracts → weekly_hours",
    severity:
      "above 168 hours a week or 24 a day critical, because it is impossible; above 84 high; above 60 moderate when it "
      + "happens in four weeks or more, low otherwise. Where periods are not stated but estimated at most moderate; low where all of it stands in e-invoices, which come from businesses that may send several people",
    source: "Test T13 of internal auditors"
  )

  private struct Span {
    let first: Day
    let last: Day
    let isStated: Bool

    /// Whether it is a day that the bill names.
    var isOneDay: Bool { isStated && first == last }
  }

  private struct Hours {
    var hours = 0.0
    var isStated = true
  }

  private struct Week {
    let hours: Double
    let isStated: Bool
    let bills: [Int]
  }

  func run(_ context: CheckContext) -> CheckOutcome {
    var subjects: [String] = []
    var found: [CheckFinding] = []
    for (index, all) in context.byPerson.enumerated() {
      let bills = all.filter {
        let bill = context.bills[$0]
        return bill.hours > 0 && !context.isExplained[$0] && !context.isCleared[$0]
          && bill.amount.units > 0
          && bill.records == 1
      }
      guard !bills.isEmpty else { continue }
      let person = context.workload.directory.people[index]
      subjects.append("person:\(person.id)")
      if let finding = check(person, bills, context) { found.append(finding) }
    }
    return subjects.isEmpty
      ? .notApplicable(needs: "bills with hours") : .ran(subjects: subjects, found)
  }

  private func check(
    _ person: PersonDirectory.Person,
    _ bills: [Int],
    _ context: CheckContext
  ) -> CheckFinding? {
    let heads = max(1, person.configuration?.people ?? 1)
    let limit = max(60 * heads, agreedHours(bills, context) ?? 0)
    let spans = spans(bills, context)
    var weeks: [Int: Hours] = [:]
    var days: [Int: Double] = [:]
    for (bill, span) in zip(bills, spans) {
      let length = span.last - span.first + 1
      let daily = context.bills[bill].hours / Double(length)
      if span.isOneDay { days[span.first.number, default: 0] += context.bills[bill].hours }
      var day = span.first
      while day <= span.last {
        let end = min(day.endOfWeek, span.last)
        let key = day.startOfWeek.number
        weeks[key, default: Hours()].hours += daily * Double(end - day + 1)
        if !span.isStated { weeks[key]?.isStated = false }
        day = end + 1
      }
    }
    let longWeeks = weeks.filter { $0.value.hours > limit + 1e-6 }
    let longDays = days.filter { $0.value > 24 * heads + 1e-6 }
    guard !longWeeks.isEmpty || !longDays.isEmpty else { return nil }
    let over = longWeeks.map { key, hours in
      let (monday, sunday) = (Day(number: key), Day(number: key) + 6)
      let own = zip(bills, spans).filter { $1.first <= sunday && $1.last >= monday }.map(\.0)
      return (key: key, value: Week(hours: hours.hours, isStated: hours.isStated, bills: own))
    }.sorted { ($1.value.hours, $0.key) < ($0.value.hours, $1.key) }
    let impossible = longDays.map { key, hours in
      let own = zip(bills, spans).filter { $1.isOneDay && $1.first.number == key }.map(\.0)
      return (key: key, value: Week(hours: hours, isStated: true, bills: own))
    }.sorted { ($1.value.hours, $0.key) < ($0.value.hours, $1.key) }
    return finding(person, over, impossible, heads, limit, context)
  }

  private func agreedHours(_ bills: [Int], _ context: CheckContext) -> Double? {
    let agreed = context.configuration.contracts.filter { $0.weeklyHours != nil }
    guard !agreed.isEmpty else { return nil }
    let names = Set(
      bills.flatMap { bill -> [String] in
        let line = context.invoice(bill)
        return [line.contract, line.contractTitle].compactMap { $0 }
      }.map { PersonDirectory.fold($0) }
    )
    return agreed.filter { names.contains(PersonDirectory.fold($0.id)) }.compactMap(\.weeklyHours)
      .reduce(0, +)
  }

  /// The days that each bill stands for.
  private func spans(_ bills: [Int], _ context: CheckContext) -> [Span] {
    var before: [Int: Day] = [:]
    var gaps: [Int: [Double]] = [:]
    for index in bills {
      let bill = context.bills[index]
      guard bill.start == nil, !bill.isDaily else { continue }
      if let day = before[bill.contract], bill.day > day {
        gaps[bill.contract, default: []].append(Double(bill.day - day))
      }
      before[bill.contract] = bill.day
    }
    before = [:]
    return bills.map { index in
      let bill = context.bills[index]
      if bill.kind == .timesheet {
        let day = bill.end ?? bill.date ?? bill.day
        return Span(first: bill.start ?? day, last: day, isStated: true)
      }
      if let start = bill.start {
        return Span(first: start, last: max(start, bill.end ?? start), isStated: true)
      }
      let usual = gaps[bill.contract].map { OrderStatistics.median($0) } ?? 31
      let gap = before[bill.contract].map { bill.day - $0 } ?? Int(usual.rounded())
      // Several lines of one day share the days since the one before.
      let length = max(7, min(31, gap == 0 ? Int(usual.rounded()) : gap))
      if gap > 0 || before[bill.contract] == nil { before[bill.contract] = bill.day }
      return Span(first: bill.day - (length - 1), last: bill.day, isStated: false)
    }
  }

  private func finding(
    _ person: PersonDirectory.Person,
    _ over: [(key: Int, value: Week)],
    _ impossible: [(key: Int, value: Week)],
    _ heads: Double,
    _ limit: Double,
    _ context: CheckContext
  ) -> CheckFinding {
    var severity = severity(over, impossible, heads)
    // An e-invoice comes from a business, which may send several people.
    let all = over.flatMap(\.value.bills) + impossible.flatMap(\.value.bills)
    if all.allSatisfy({ FormatName.eInvoices.contains(context.invoice($0).format) }) {
      severity = .low
    }
    let weekBills = Set(over.flatMap(\.value.bills)).sorted()
    let excessHours =
      over.reduce(0) { $0 + $1.value.hours - limit }
      + (over.isEmpty ? impossible.reduce(0) { $0 + $1.value.hours - 24 * heads } : 0)
    let bills = Set(weekBills + impossible.flatMap(\.value.bills)).sorted()
    let hours = bills.reduce(0) { $0 + context.bills[$1].hours }
    let cost = bills.reduce(0) { $0 + context.bills[$1].cost }
    let amount =
      hours > 0
      ? Money(
        estimate: Double(cost) / hours * excessHours / Double(Self.minor(context)),
        currency: context.currency
      ) : nil
    var parts: [String] = []
    if let worst = over.first {
      parts.append(
        "\(Phrase.count(over.count, "week", "weeks")) above \(Phrase.decimal(limit)) hours over all "
          + "contracts, at most \(Phrase.decimal(worst.value.hours)) in the week of "
          + "\(Day(number: worst.key))"
      )
    }
    if let worst = impossible.first {
      parts.append(
        "\(Phrase.count(impossible.count, "day", "days")) above \(Phrase.decimal(24 * heads)) hours, at "
          + "most \(Phrase.decimal(worst.value.hours)) on \(Day(number: worst.key))"
      )
    }
    if over.contains(where: { !$0.value.isStated }) {
      parts.append("some periods are estimated from the days between bills")
    }
    let shown =
      (impossible.prefix(2).flatMap(\.value.bills) + over.prefix(3).flatMap(\.value.bills))
    return finding(
      person.id,
      severity,
      subject: "person:\(person.id)",
      title: "\(person.name): \(page.fails)",
      amount: amount,
      condition: parts.joined(separator: "; ") + ".",
      cause:
        "Not visible in the data: several people behind the account, work of other weeks, or hours that were not worked.",
      consequence: "\(Phrase.hours(excessHours)) above the limit"
        + (amount.map { ", \($0.grouped) at the billed rates." } ?? "."),
      action:
        "Ask \(person.name) who worked in those weeks; owner: the department, \(context.due(severity)).",
      evidence: context.evidence(Self.distinct(shown)),
      bills: bills
    )
  }

  private func severity(
    _ over: [(key: Int, value: Week)],
    _ impossible: [(key: Int, value: Week)],
    _ heads: Double
  ) -> Severity {
    if !impossible.isEmpty { return .critical }
    func worst(_ isStated: Bool) -> Severity {
      let weeks = over.filter { $0.value.isStated == isStated }
      guard let hours = weeks.map(\.value.hours).max() else { return .low }
      if hours > 168 * heads { return isStated ? .critical : .moderate }
      if hours > 84 * heads { return isStated ? .high : .moderate }
      return weeks.count >= 4 ? .moderate : .low
    }
    return max(worst(true), worst(false))
  }

  private static func minor(_ context: CheckContext) -> Int64 {
    Money(ExactDecimal(units: 1), currency: context.currency)?.minorUnits ?? 100
  }

  private static func distinct(_ bills: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return bills.filter { seen.insert($0).inserted }
  }
}
