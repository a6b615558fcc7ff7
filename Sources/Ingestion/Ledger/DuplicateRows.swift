internal import Model

/// Finds rows of one format that stand in several inputs, as in exports of periods that overlap.
///
/// Rows without a number of their own are the same when they agree in everything but their place.
/// Within one input equal rows are two rows: somebody may well work two hours twice on one day. Of a
/// row that one input has twice and another three times, three are kept.
enum DuplicateRows {
  /// Removes the repetitions; the rows of the first input by name stay.
  static func remove(from lines: inout [InvoiceLine]) -> [Duplicate] {
    var removed: Set<Int> = []
    var duplicates: [Duplicate] = []
    for members in groups(lines) {
      var kept: [Int] = []
      let bySource = Dictionary(grouping: members) { lines[$0].location.source }
      for source in bySource.keys.sorted() {
        let own = (bySource[source] ?? []).sorted { lines[$0].location < lines[$1].location }
        let matched = min(own.count, kept.count)
        for position in 0..<matched {
          removed.insert(own[position])
          duplicates.append(
            Duplicate(
              location: lines[own[position]].location,
              original: lines[kept[position]].location,
              reason: .sameContent,
              amount: lines[own[position]].amount,
              currency: lines[own[position]].currency
            )
          )
        }
        kept += own[matched...]
      }
    }
    if !removed.isEmpty { lines = lines.indices.filter { !removed.contains($0) }.map { lines[$0] } }
    return duplicates
  }

  /// What most often tells two rows apart; rows that agree in it are compared in everything.
  private struct Outline: Hashable {
    let date: Day?
    let amount: ExactDecimal
    let freelancer: String?
    let document: String?
    let description: String?
    let quantity: ExactDecimal?
  }

  /// The groups of two or more rows that agree in everything but their place.
  ///
  /// What carries a reference or the number of a document's line is told apart by that alone
  /// (``DuplicateLines``), here and elsewhere.
  private static func groups(_ lines: [InvoiceLine]) -> [[Int]] {
    var alike: [Outline: [Int]] = [:]
    for (index, line) in lines.enumerated()
    where line.records == 1 && !DuplicateLines.decide(on: line) {
      let outline = Outline(
        date: line.date,
        amount: line.amount,
        freelancer: line.freelancer,
        document: line.document,
        description: line.description,
        quantity: line.quantity
      )
      alike[outline, default: []].append(index)
    }
    return alike.values.filter { $0.count > 1 }.flatMap { members in
      Dictionary(grouping: members) { index in
        var content = lines[index]
        content.location = SourceLocation(source: "", line: 0)
        return content
      }
      .values.filter { $0.count > 1 }
    }
  }
}
