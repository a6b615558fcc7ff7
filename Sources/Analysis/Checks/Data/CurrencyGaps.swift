internal import Model

/// Amounts that no exchange rate converts, and lines without a day.
struct CurrencyGaps: Check {
  let page = CheckPage(
    id: "currency-gaps",
    group: .data,
    holds: "every amount could be converted",
    fails: "amounts could not be converted or dated",
    criterion: "Every amount has a day and an exchange rate of that day.",
    why: "What cannot be converted is missing in every sum.",
    measured:
      "Lines of work without any day, and lines whose currency has no rate within seven "
      + "days before.",
    falsePositives: "None.",
    remedy: "Add rates (exchange_rates), or dates to the table.",
    dispute: "exchange_rates",
    severity: "high when 5 % of the lines of work or more are missing, moderate otherwise",
    source: "ECB reference rates; the seven-day rule of this program"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let work = context.workload
    let missing = work.gaps.reduce(0) { $0 + $1.lines } + work.undated
    guard missing > 0 else { return .ran(subjects: ["inputs"], []) }
    let severity: Severity = missing * 20 >= max(1, work.source.count) ? .high : .moderate
    var parts = work.gaps.map { gap in
      "\(gap.amount) \(gap.currency) in \(Phrase.count(gap.lines, "line", "lines"))"
    }
    if work.undated > 0 {
      parts.append("\(Phrase.count(work.undated, "line", "lines")) without a day")
    }
    let codes = Set(work.gaps.map(\.currency))
    let examples = work.source.filter {
      codes.contains($0.currency) || ($0.workDay == nil && $0.date == nil)
    }.prefix(4)
    return .ran(
      subjects: ["inputs"],
      [
        finding(
          "",
          severity,
          subject: "inputs",
          title: page.fails,
          amount: nil,
          condition: "Left out: \(parts.joined(separator: ", ")).",
          cause: "No exchange rate within seven days before, or no date in the record.",
          consequence: "They are missing in every figure of this report.",
          action: "Add rates or dates and repeat the audit, \(context.due(severity)).",
          evidence: examples.map {
            Finding.Evidence(location: $0.location, text: "\($0.currency) \($0.amount)")
          }
        )
      ]
    )
  }
}
