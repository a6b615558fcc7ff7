internal import Model

/// What one document asks for, lines added up; a line without a document stands for itself.
struct BilledDocument {
  /// Its bills.
  let bills: [Int]
  /// The person.
  let person: Int
  /// The day it was written, or of its work.
  let date: Day
  /// The cost in minor units of the reporting currency.
  let cost: Int64
  /// Whether it bills hours.
  let isHourly: Bool

  /// The charges of all people as documents, each person's by date.
  static func all(_ context: CheckContext) -> [[BilledDocument]] {
    context.byPerson.map { bills in
      var order: [Int] = []
      var groups: [Int: [Int]] = [:]
      for index in bills {
        let bill = context.bills[index]
        guard bill.isCharge, !bill.isExtra, !context.isExplained[index], !context.isCleared[index]
        else { continue }
        let key = bill.document ?? -1 - index
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(index)
      }
      return order.compactMap { key -> BilledDocument? in
        guard let lines = groups[key], let first = lines.first else { return nil }
        return BilledDocument(
          bills: lines,
          person: context.bills[first].person,
          date: lines.map { context.bills[$0].date ?? context.bills[$0].day }.max()
            ?? context.bills[first].day,
          cost: lines.reduce(0) { $0 + context.bills[$1].cost },
          isHourly: lines.allSatisfy { context.bills[$0].hours > 0 }
        )
      }.sorted { ($0.date, $0.bills[0]) < ($1.date, $1.bills[0]) }
    }
  }
}
