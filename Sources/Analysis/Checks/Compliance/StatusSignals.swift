internal import Model

/// The eight signals of employment that bills can show, for one person over the last 52 weeks.
struct StatusSignals {
  /// What was seen, in words; one entry a signal.
  private(set) var seen: [String] = []
  /// The pay of the last 52 weeks in minor units.
  private(set) var pay: Int64 = 0
  /// The number of signals that exist.
  static let count = 8

  init(_ person: Int, coreRoles: Set<Int>, _ context: CheckContext) {
    let all = context.byPerson[person]
    let from = context.asOf - 363
    let bills = all.filter { context.bills[$0].day >= from }
    guard let first = all.first, let last = bills.last, context.asOf - context.bills[last].day <= 91
    else { return }
    pay = bills.reduce(0) { $0 + context.bills[$1].cost }
    let months = Double(context.asOf - context.bills[first].day) / 30.4375
    if months >= 12 {
      seen.append(
        "permanence: \(Int(months)) months" + (months >= 24 ? ", more than two years" : "")
      )
    }
    var weeks: [Int: Double] = [:]
    for bill in bills where context.bills[bill].hours > 0 {
      spread(context.bills[bill], from: from, into: &weeks)
    }
    let active = weeks.keys.sorted().compactMap { weeks[$0] }
    let mean = active.isEmpty ? 0 : active.compensatedSum() / Double(active.count)
    if mean >= 30 {
      seen.append(
        "full time: \(Phrase.decimal(mean)) hours in an active week"
          + (mean >= 35 ? ", above 35" : "")
      )
    }
    let begin = max(from, context.bills[first].start ?? context.bills[first].day)
    let span = max(1, (context.asOf.endOfWeek - begin.startOfWeek + 1) / 7)
    let share = Double(weeks.count) / Double(span)
    if span >= 13, share >= 0.9 {
      seen.append("continuity: billed in \(weeks.count) of \(span) weeks")
    }
    if active.count >= 26 {
      let variance =
        active.map { ($0 - mean) * ($0 - mean) }.compensatedSum() / Double(active.count)
      let variation = mean > 0 ? variance.squareRoot() / mean : 1
      if variation < 0.15 {
        seen.append("fixed schedule: weekly hours vary by \(Phrase.percent(variation))")
      }
    }
    let paid = bills.filter { context.bills[$0].isCharge }
    let rates = Set(paid.map { ((context.bills[$0].rate ?? -1) * 20).rounded() })
    if paid.count >= 10, rates.count == 1, !rates.contains(-20) {
      seen.append("pay like a wage: one hourly rate on all \(paid.count) lines, no milestone")
    }
    let run = longestRun(bills, context)
    if mean >= 35 || run >= 5 {
      seen.append(
        run >= 5
          ? "one client (a proxy): \(run) invoice numbers in a row"
          : "one client (a proxy): 35 hours a week or more"
      )
    }
    if let core = bills.first(where: { coreRoles.contains(context.bills[$0].role) }) {
      seen.append(
        "core business: the only holder of \(context.role(context.bills[core].role)), half of the department's hours"
      )
    }
    if let word = supervision(bills, context) {
      seen.append("supervises others: a memo says “\(word)”")
    }
  }

  private func spread(_ bill: Bill, from: Day, into weeks: inout [Int: Double]) {
    let last = bill.end ?? bill.day
    let first = min(last, max(from, bill.start ?? last))
    let daily = bill.hours / Double(last - first + 1)
    var day = first
    while day <= last {
      let end = min(day.endOfWeek, last)
      weeks[day.startOfWeek.number, default: 0] += daily * Double(end - day + 1)
      day = end + 1
    }
  }

  /// The longest run of invoice numbers without a gap, of the seller's own numbers.
  private func longestRun(_ bills: [Int], _ context: CheckContext) -> Int {
    var series: [String: Set<Int>] = [:]
    for bill in bills where context.bills[bill].hasOwnNumber && context.bills[bill].isCharge {
      if let text = context.document(bill),
        let (prefix, number) = InvoiceNumbers.split(text)
      {
        series[prefix, default: []].insert(number)
      }
    }
    var longest = 0
    for numbers in series.values {
      var run = 0
      var before: Int?
      for number in numbers.sorted() {
        run = before == number - 1 ? run + 1 : 1
        before = number
        longest = max(longest, run)
      }
    }
    return longest
  }

  private static let words: ASCIIWords = [
    "hiring", "hired", "approve", "approved", "manage team", "managed team", "manage the team",
    "managed the team",
    "performance review", "supervis",
  ]

  private func supervision(_ bills: [Int], _ context: CheckContext) -> String? {
    for bill in bills.reversed() {
      if let text = context.description(bill), let word = Self.words.first(in: text) {
        return word
      }
    }
    return nil
  }
}
