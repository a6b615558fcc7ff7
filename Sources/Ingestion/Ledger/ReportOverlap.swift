internal import Model

/// Upwork's weekly summary and its transaction history cover the same work; this counts it once.
///
/// A summary row is covered when the history bills the same contract title in the same week, or,
/// where the history names no title, a week's rows of one contract add up to one hourly booking.
/// A covered row lends its hours to a booking that names none. Rows that no booking covers stay. A
/// single payment in the summary (a bonus, a fixed price) is covered by one booking of its amount,
/// title and week.
enum ReportOverlap {
  private struct ContractWeek: Hashable {
    let title: String
    let week: Day
  }

  /// The rows of one contract and week; two people may hold contracts of one title.
  private struct Group: Hashable {
    let key: ContractWeek
    let contract: String
  }

  /// Moves covered rows from the lines to the duplicates.
  static func resolve(
    _ lines: inout [InvoiceLine],
    formats: Set<FormatName>
  ) -> (duplicates: [Duplicate], diagnostics: [Diagnostic]) {
    guard formats.contains("upwork-weekly-summary") else { return ([], []) }
    var summaryRows: [Group: [Int]] = [:]
    var booked: [ContractWeek: [Int]] = [:]
    var untitled: [Day: [Int]] = [:]
    for (index, line) in lines.enumerated() {
      guard let day = line.workDay else { continue }
      if line.kind == .timesheet, line.format == "upwork-weekly-summary" {
        let key = ContractWeek(
          title: (line.contractTitle ?? "").spellingFolded,
          week: day.startOfWeek
        )
        summaryRows[Group(key: key, contract: line.contract ?? ""), default: []].append(index)
      } else if line.format == "upwork-transactions", line.kind == .invoice, !line.isFixedPrice,
        !line.isExtra
      {
        let week = (line.periodStart ?? day).startOfWeek
        if let title = line.contractTitle {
          booked[ContractWeek(title: title.spellingFolded, week: week), default: []].append(index)
        } else {
          untitled[week, default: []].append(index)
        }
      }
    }
    let weeks = Set(booked.keys.map(\.week)).union(untitled.keys)
    var duplicates: [Duplicate] = []
    var diagnostics: [Diagnostic] = []
    var removed: Set<Int> = []
    for group in summaryRows.keys.sorted(by: {
      ($0.key.week, $0.key.title, $0.contract) < ($1.key.week, $1.key.title, $1.contract)
    }) {
      let rows = summaryRows[group] ?? []
      let total = sum(rows.map { lines[$0].amount })
      func isEqual(_ booking: Int) -> Bool { isClose(lines[booking].amount, total, rows.count) }
      let titled = booked[group.key] ?? []
      let booking: Int
      if let position = titled.firstIndex(where: isEqual) ?? (titled.count == 1 ? 0 : nil) {
        booking = titled[position]
        booked[group.key]?.remove(at: position)
      } else if let position = untitled[group.key.week]?.firstIndex(where: isEqual),
        let found = untitled[group.key.week]?.remove(at: position)
      {
        booking = found
      } else {
        continue
      }
      let agree = isEqual(booking)
      if lines[booking].quantity == nil, agree {
        lines[booking].quantity = sum(rows.compactMap { lines[$0].quantity })?.normalized
        lines[booking].unit = "HUR"
      }
      if !agree {
        diagnostics.append(
          Diagnostic(
            .warning,
            code: "overlap-differs",
            "the weekly summary has \(total?.description ?? "too much") for a contract and week "
              + "that the transaction history bills with another amount; the history is counted",
            remedy: "compare the two exports",
            at: lines[rows[0]].location
          )
        )
      }
      for row in rows {
        removed.insert(row)
        duplicates.append(
          Duplicate(
            location: lines[row].location,
            original: lines[booking].location,
            reason: .coveredByTransactions,
            amount: lines[row].amount,
            currency: lines[row].currency,
            conflicts: !agree
          )
        )
      }
    }
    let payments = singlePayments(lines, days: 7)
    removed.formUnion(payments.map(\.row))
    duplicates += payments.map { payment in
      Duplicate(
        location: lines[payment.row].location,
        original: lines[payment.booking].location,
        reason: .coveredByTransactions,
        amount: lines[payment.row].amount,
        currency: lines[payment.row].currency
      )
    }
    diagnostics += uncovered(summaryRows, removed: removed, weeks: weeks, lines)
    if !removed.isEmpty { lines = lines.indices.filter { !removed.contains($0) }.map { lines[$0] } }
    return (duplicates, diagnostics)
  }

  /// The rows without hours and the booking of each, which is used once: the nearest in time, at
  /// most so many days away.
  private static func singlePayments(
    _ lines: [InvoiceLine],
    days: Int
  ) -> [(row: Int, booking: Int)] {
    struct Payment: Hashable {
      let amount: ExactDecimal
      let isFixedPrice: Bool
    }
    var bookings: [Payment: [Int]] = [:]
    for (index, line) in lines.enumerated()
    where line.format == "upwork-transactions" && (line.isFixedPrice || line.isExtra)
      && line.kind.isWork
    {
      let payment = Payment(amount: line.amount.normalized, isFixedPrice: line.isFixedPrice)
      bookings[payment, default: []].append(index)
    }
    var found: [(row: Int, booking: Int)] = []
    for (index, line) in lines.enumerated()
    where line.format == "upwork-weekly-summary" && (line.isFixedPrice || line.isExtra) {
      let payment = Payment(amount: line.amount.normalized, isFixedPrice: line.isFixedPrice)
      guard let day = line.date, let title = line.contractTitle?.spellingFolded else { continue }
      let near = (bookings[payment] ?? []).compactMap { booking -> (distance: Int, index: Int)? in
        let booked = lines[booking]
        guard let date = booked.date, abs(date - day) <= days,
          booked.contractTitle.map({ $0.spellingFolded == title }) ?? true
        else { return nil }
        return (abs(date - day), booking)
      }
      guard let nearest = near.min(by: <) else { continue }
      bookings[payment]?.removeAll { $0 == nearest.index }
      found.append((index, nearest.index))
    }
    return found
  }

  private static func uncovered(
    _ summaryRows: [Group: [Int]],
    removed: Set<Int>,
    weeks: Set<Day>,
    _ lines: [InvoiceLine]
  ) -> [Diagnostic] {
    let rows = summaryRows.filter { weeks.contains($0.key.key.week) }.flatMap(\.value)
      .filter { !removed.contains($0) }
    guard let first = rows.map({ lines[$0].location }).min() else { return [] }
    return [
      Diagnostic(
        .warning,
        code: "overlap-unmatched",
        "\(rows.count) rows of the weekly summary lie in weeks that the transaction history bills, "
          + "but match none of its bookings; they are counted",
        remedy: "check that both exports are of the same account",
        at: first
      )
    ]
  }

  private static func sum(_ amounts: [ExactDecimal]) -> ExactDecimal? {
    amounts.reduce(ExactDecimal.zero as ExactDecimal?) { sum, amount in sum?.adding(amount) }
  }

  /// Equal to a cent for each row: each row of the summary is rounded by itself.
  private static func isClose(_ left: ExactDecimal?, _ right: ExactDecimal?, _ rows: Int) -> Bool {
    guard let left, let right, let difference = left.subtracting(right) else { return false }
    return difference.magnitude <= ExactDecimal(units: Int64(rows), scale: 2)
  }
}
