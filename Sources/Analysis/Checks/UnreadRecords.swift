public import Model

/// Records that could not be read and are missing in every figure.
public struct UnreadRecords: Check {
  /// The identifier.
  public let id = "unread-records"
  /// The title.
  public let title = "records could not be read"
  /// The criterion.
  public let criterion = "Every record of every export is used or known to be a duplicate."

  /// Creates the check.
  public init() {}

  /// One finding for all rejected records and refused inputs together.
  public func findings(in audit: Audit) -> [Finding] {
    let refused = audit.inputs.filter { $0.refusal != nil }
    // Records left out on purpose, such as payments that never completed, are no loss.
    let faulty = audit.rejects.filter { !$0.isSetAside }
    guard !faulty.isEmpty || !refused.isEmpty else { return [] }
    let records = audit.reconciliation
    let share = records.records > 0 ? Double(faulty.count) / Double(records.records) : 1
    var totals = CurrencyTotals()
    for reject in faulty {
      if let amount = reject.amount, let currency = reject.currency { totals.add(amount, currency) }
    }
    let withoutAmount = faulty.count { $0.amount == nil || $0.currency == nil }
    let amounts = totals.sorted.map { "\($0.amount) \($0.currency)" }
    let known = amounts.isEmpty ? "no readable amount" : amounts.joined(separator: ", ")
    return [
      Finding(
        id: id,
        check: id,
        severity: share >= 0.05 ? .high : .low,
        subject: "inputs",
        title: title,
        amount: nil,
        criterion: criterion,
        condition: "\(faulty.count) of \(records.records) records rejected (\(known); "
          + "\(withoutAmount) without a readable amount) and \(refused.count) "
          + "inputs refused.",
        cause: "See the code and reason of each in rejects.csv.",
        consequence: "They are missing in every figure of this report.",
        action: "Correct or export them again, and repeat the audit.",
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
  }
}
