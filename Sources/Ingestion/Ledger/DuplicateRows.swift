internal import Model

/// Finds rows of one format that stand in several inputs, as in exports of periods that overlap.
///
/// Rows without a number of their own are the same when they agree in everything but their place.
/// Within one input equal rows are two rows: somebody may well work two hours twice on one day. Of a
/// row that one input has twice and another three times, three are kept.
enum DuplicateRows {
  /// Some fields of a row, which agree in rows that agree in all.
  private struct Outline: Hashable {
    let date: Day?
    let amount: ExactDecimal
    let identifier: String?
    let name: String?
    let description: String?

    init(_ line: InvoiceLine) {
      date = line.date
      amount = line.amount
      identifier = line.freelancerID
      name = line.freelancer
      description = line.description
    }
  }

  /// The rows whose outline stands in several inputs: few, so that whole rows are compared seldom.
  ///
  /// What carries a reference or the number of a document's line is told apart by that alone
  /// (``DuplicateLines``), here and elsewhere.
  private static func candidates(_ lines: [InvoiceLine]) -> [Int] {
    /// The inputs in which an outline stands.
    enum Inputs {
      case one(String)
      case several
    }
    let rows = lines.indices.filter {
      lines[$0].records == 1 && !DuplicateLines.decide(on: lines[$0])
    }
    guard let first = rows.first.map({ lines[$0].location.source }),
      rows.contains(where: { lines[$0].location.source != first })
    else { return [] }
    var inputs: [Outline: Inputs] = [:]
    for row in rows {
      let source = lines[row].location.source
      switch inputs[Outline(lines[row])] {
      case nil: inputs[Outline(lines[row])] = .one(source)
      case .one(let other)? where other != source: inputs[Outline(lines[row])] = .several
      case .one?, .several?: break
      }
    }
    return rows.filter {
      if case .several? = inputs[Outline(lines[$0])] { true } else { false }
    }
  }

  /// Removes the repetitions; the rows of the first input by name stay.
  static func remove(from lines: inout [InvoiceLine]) -> [Duplicate] {
    var groups: [InvoiceLine: [Int]] = [:]
    for index in candidates(lines) {
      var content = lines[index]
      content.location = SourceLocation(source: "", line: 0)
      groups[content, default: []].append(index)
    }
    var removed: Set<Int> = []
    var duplicates: [Duplicate] = []
    for members in groups.values where members.count > 1 {
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
}
