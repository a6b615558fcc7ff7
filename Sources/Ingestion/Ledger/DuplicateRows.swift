internal import Model

/// Finds rows of one format that stand in several inputs, as in exports of periods that overlap.
///
/// Rows without a number of their own are the same when they agree in everything but their place.
/// Within one input equal rows are two rows: somebody may well work two hours twice on one day. Of a
/// row that one input has twice and another three times, three are kept.
enum DuplicateRows {
  /// Formats whose rows carry a reference, which decides alone.
  private static let referenced: Set<FormatName> = ["upwork-transactions"]

  /// Removes the repetitions; the rows of the first input by name stay.
  static func remove(from lines: inout [InvoiceLine]) -> [Duplicate] {
    var groups: [InvoiceLine: [Int]] = [:]
    for (index, line) in lines.enumerated()
    where line.records == 1 && !referenced.contains(line.format) {
      var content = line
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
