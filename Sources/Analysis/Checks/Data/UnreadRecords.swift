internal import Model

/// Records that could not be read and are missing in every figure.
struct UnreadRecords: Check {
  let page = CheckPage(
    id: "unread-records",
    group: .data,
    holds: "every record could be read",
    fails: "records could not be read",
    criterion: "Every record of every export is used or known to be a duplicate.",
    why: "What is not read is missing in every figure.",
    measured:
      "Rejected records and refused inputs; records left out on purpose, such as payments "
      + "that never completed, do not count.",
    falsePositives: "Rows of a table that are no records, such as sums.",
    remedy: "Correct or export them again, and repeat the audit.",
    dispute: "none: correct the input; disputed → unread-records with a reason",
    severity:
      "high when 5 % of the records or more are missing, because then sums are wrong; low "
      + "otherwise",
    source: "The ledger of this program"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let audit = context.audit
    let refused = audit.inputs.filter { $0.refusal != nil }
    // Records left out on purpose, such as payments that never completed, are no loss.
    let faulty = audit.rejects.filter { !$0.isSetAside }
    guard !faulty.isEmpty || !refused.isEmpty else { return .ran(subjects: ["inputs"], []) }
    let records = audit.reconciliation
    let share = records.records > 0 ? Double(faulty.count) / Double(records.records) : 1
    var totals = CurrencyTotals()
    for reject in faulty {
      if let amount = reject.amount, let currency = reject.currency { totals.add(amount, currency) }
    }
    let withoutAmount = faulty.count { $0.amount == nil || $0.currency == nil }
    let amounts = totals.sorted.map { "\($0.amount) \($0.currency)" }
    let known = amounts.isEmpty ? "no readable amount" : amounts.joined(separator: ", ")
    let severity: Severity = share >= 0.05 ? .high : .low
    return .ran(
      subjects: ["inputs"],
      [
        finding(
          "",
          severity,
          subject: "inputs",
          title: page.fails,
          amount: nil,
          condition: "\(faulty.count) of \(records.records) records rejected (\(known); "
            + "\(withoutAmount) without a readable amount) and \(refused.count) "
            + "inputs refused.",
          cause: "See the code and reason of each in rejects.csv.",
          consequence: "They are missing in every figure of this report: \(known).",
          action: "Correct or export them again, and repeat the audit, \(context.due(severity)).",
          evidence: faulty.prefix(5).map {
            Finding.Evidence(location: $0.location, text: "\($0.reason) [\($0.code)]")
          }
            + refused.prefix(5).map {
              Finding.Evidence(
                location: SourceLocation(source: $0.path, line: 1),
                text: $0.refusal ?? "refused"
              )
            }
        )
      ]
    )
  }
}
