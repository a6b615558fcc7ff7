internal import Model

/// Charges that a credit or refund takes back, so that neither counts as a repetition.
enum ClearedCredits {
  /// The longest time in days between a charge and the credit that takes it back.
  static let longestDelay = 180

  /// The bills of one person that cancel each other, by their indexes.
  ///
  /// A credit clears a charge of the same size and currency: the one that it names, else one of the same
  /// period, else one of the same contract, else the nearest in time.
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
      let names = CreditNames(context.invoice(credit))
      let open = candidates.filter { charge in
        let bill = context.bills[charge]
        let delay = (credited.date ?? credited.day) - (bill.date ?? bill.day)
        return !cleared.contains(charge) && bill.currency == credited.currency
          && (-7...longestDelay).contains(delay)
      }
      let best = open.max { left, right in
        rank(left, credited, names, context) < rank(right, credited, names, context)
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
    _ names: CreditNames,
    _ context: CheckContext
  ) -> (Int, Int, Int, Int, Int) {
    let bill = context.bills[charge]
    let isNamed = context.invoice(charge).document.map { names.contains($0) } ?? false
    let hasPeriod = bill.end != nil && bill.end == credit.end
    let delay = abs((credit.date ?? credit.day) - (bill.date ?? bill.day))
    return (
      isNamed ? 1 : 0, hasPeriod ? 1 : 0, bill.contract == credit.contract ? 1 : 0, -delay, charge
    )
  }
}

/// The documents that a credit names, by reference or in its words.
private struct CreditNames {
  private let references: [String]
  private let words: Set<Substring>

  init(_ line: InvoiceLine) {
    references = line.references
    words = Set(
      (line.description ?? "").split {
        $0 == " " || $0 == "," || $0 == ";" || $0 == "." || $0 == ":"
      }
    )
  }

  func contains(_ document: String) -> Bool {
    references.contains(document) || words.contains(Substring(document))
  }
}
