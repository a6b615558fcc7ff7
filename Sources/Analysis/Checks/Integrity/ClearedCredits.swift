internal import Model

/// Charges that a credit or refund takes back, so that neither counts as a repetition.
enum ClearedCredits {
  /// The longest time in days between a charge and the credit that takes it back.
  static let longestDelay = 180

  /// The bills of one person that cancel each other, by their indexes.
  ///
  /// A credit clears the latest earlier charge of the same size and currency, first one that it
  /// refers to, then one of the same contract, then any.
  static func cleared(_ bills: [Int], _ context: CheckContext) -> Set<Int> {
    var charges: [ExactDecimal: [Int]] = [:]
    var cleared: Set<Int> = []
    for bill in bills where context.bills[bill].isCharge {
      charges[context.bills[bill].amount, default: []].append(bill)
    }
    for credit in bills {
      let credited = context.bills[credit]
      guard credited.amount.isNegative, credited.kind == .creditNote || credited.kind == .refund,
        let candidates = charges[credited.amount.magnitude]
      else { continue }
      let references = context.invoice(credit).references
      let open = candidates.filter { charge in
        let bill = context.bills[charge]
        let delay = (credited.date ?? credited.day) - (bill.date ?? bill.day)
        return !cleared.contains(charge) && bill.currency == credited.currency
          && (-7...longestDelay).contains(delay)
      }
      let best = open.max { left, right in
        rank(left, credited, references, context) < rank(right, credited, references, context)
      }
      if let best {
        cleared.insert(best)
        cleared.insert(credit)
      }
    }
    return cleared
  }

  private static func rank(
    _ charge: Int,
    _ credit: Bill,
    _ references: [String],
    _ context: CheckContext
  ) -> (Int, Int, Int, Int) {
    let bill = context.bills[charge]
    let isNamed = context.invoice(charge).document.map { references.contains($0) } ?? false
    return (isNamed ? 1 : 0, bill.contract == credit.contract ? 1 : 0, bill.day.number, charge)
  }
}
