internal import Model

/// A time tracker's entries and the invoices of the same work; this counts the work once.
///
/// Entries of a person and month are covered when invoices of that person and month bill the same
/// hours, within one per cent or half an hour, or where they name no hours the same amount, within
/// one per cent or one unit of the currency. Where both exist and do not agree both are counted, and
/// a warning says so: which of the two is right only a person can tell.
enum TimesheetOverlap {
  private static let trackers: Set<FormatName> = [
    "toggl-detailed", "clockify-detailed", "harvest-detailed",
  ]

  private struct PersonMonth: Hashable, Comparable {
    let person: String
    let month: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.person, left.month) < (right.person, right.month)
    }
  }

  /// Moves covered entries from the lines to the duplicates.
  static func resolve(
    _ lines: inout [InvoiceLine],
    formats: Set<FormatName>
  ) -> (duplicates: [Duplicate], diagnostics: [Diagnostic]) {
    guard !formats.isDisjoint(with: trackers) else { return ([], []) }
    var entries: [PersonMonth: [Int]] = [:]
    var billed: [PersonMonth: [Int]] = [:]
    for (index, line) in lines.enumerated() {
      guard let name = line.freelancer, let month = month(of: line) else { continue }
      let key = PersonMonth(person: name.spellingFolded, month: month)
      if trackers.contains(line.format), line.kind == .timesheet {
        entries[key, default: []].append(index)
      } else if line.kind == .invoice || line.kind == .creditNote, !line.isExtra {
        billed[key, default: []].append(index)
      }
    }
    var duplicates: [Duplicate] = []
    var diagnostics: [Diagnostic] = []
    var removed: Set<Int> = []
    for key in entries.keys.sorted() {
      guard let rows = entries[key], let invoices = billed[key], let first = rows.first else {
        continue
      }
      guard agree(rows.map { lines[$0] }, invoices.map { lines[$0] }) else {
        diagnostics.append(
          Diagnostic(
            .warning,
            code: "timesheet-and-invoices",
            "\(rows.count) time entries and \(invoices.count) invoice lines of one person and month "
              + "differ in hours and amount; both are counted",
            remedy: "leave the time report out where it is the basis of the invoices",
            at: lines[first].location
          )
        )
        continue
      }
      for index in rows {
        removed.insert(index)
        duplicates.append(
          Duplicate(
            location: lines[index].location,
            original: lines[invoices[0]].location,
            reason: .coveredByInvoices,
            amount: lines[index].amount,
            currency: lines[index].currency
          )
        )
      }
    }
    if !removed.isEmpty { lines = lines.indices.filter { !removed.contains($0) }.map { lines[$0] } }
    return (duplicates, diagnostics)
  }

  private static func agree(_ entries: [InvoiceLine], _ invoices: [InvoiceLine]) -> Bool {
    func hours(_ lines: [InvoiceLine]) -> Double {
      lines.reduce(0) { $0 + ($1.unit == "HUR" ? $1.quantity?.doubleValue ?? 0 : 0) }
    }
    let (worked, billed) = (hours(entries), hours(invoices))
    if worked > 0, billed > 0 { return abs(worked - billed) <= max(0.5, 0.01 * worked) }
    guard Set((entries + invoices).map(\.currency)).count == 1 else { return false }
    func money(_ lines: [InvoiceLine]) -> ExactDecimal? {
      lines.reduce(ExactDecimal.zero as ExactDecimal?) { $0?.adding($1.amount) }
    }
    guard let tracked = money(entries), let invoiced = money(invoices), tracked > .zero,
      let difference = tracked.subtracting(invoiced)?.magnitude,
      let percent = tracked.multiplied(by: ExactDecimal(units: 1, scale: 2))
    else { return false }
    return difference <= max(ExactDecimal(units: 1), percent)
  }

  /// Years times twelve and months; an invoice without a period that is dated in the first half of
  /// a month bills the month before.
  private static func month(of line: InvoiceLine) -> Int? {
    guard let day = line.workDay else { return nil }
    let (year, month, dayOfMonth) = day.components
    let isLate = line.periodEnd == nil && line.kind != .timesheet && dayOfMonth <= 15
    return year * 12 + month - (isLate ? 1 : 0)
  }
}
