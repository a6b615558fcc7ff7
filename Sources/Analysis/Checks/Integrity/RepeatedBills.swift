internal import Model

/// Finds pairs of bills of one person that charge the same thing, for the checks of repetitions.
struct RepeatedBills {
  /// Two documents, or two lines of one, that charge the same.
  struct Pair {
    /// The bills that came first.
    var first: [Int]
    /// The bills that say it again.
    var second: [Int]
  }

  private struct Documents: Hashable {
    let first: Int
    let second: Int
  }

  /// Puts pairs of lines together by their documents, so that a document charged twice is one pair.
  static func byDocument(_ lines: [(first: Int, second: Int)], _ context: CheckContext) -> [Pair] {
    var order: [Documents] = []
    var pairs: [Documents: Pair] = [:]
    for (first, second) in lines {
      let key = Documents(
        first: context.bills[first].document ?? -1 - first,
        second: context.bills[second].document ?? -1 - second
      )
      if pairs[key] == nil { order.append(key) }
      pairs[key, default: Pair(first: [], second: [])].first.append(first)
      pairs[key]?.second.append(second)
    }
    return order.compactMap { pairs[$0] }
  }

  /// Whether a row is a bill that can be charged twice; rows of a time tracker repeat by nature.
  static func canRepeat(_ bill: Bill) -> Bool {
    bill.amount.units > 0 && bill.records == 1 && (bill.kind == .invoice)
  }
}
