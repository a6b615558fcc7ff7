internal import Model

/// Finds lines that say again what another line says: the same reference of the same platform, or
/// the same line of the same document of the same seller.
enum DuplicateLines {
  private enum Key: Hashable {
    case reference(FormatName, String)
    /// Numbers begin anew with a year or a month, so that the date belongs to them.
    case documentLine(
      seller: String,
      document: String,
      date: Day?,
      line: String
    )
  }

  /// A document, as far as its lines' keys tell it from others.
  private struct Document: Hashable {
    let seller: String
    let number: String
    let date: Day?
  }

  /// Removes the repetitions; of each group the most complete line stays, among equals the first.
  static func remove(from lines: inout [InvoiceLine], formats: Set<FormatName>) -> [Duplicate] {
    var first: [Key: Int] = [:]
    var repeated: [Key: [Int]] = [:]
    for index in candidates(lines, formats).joined() {
      guard let key = key(of: lines[index]) else { continue }
      if let original = first[key] {
        repeated[key, default: [original]].append(index)
      } else {
        first[key] = index
      }
    }
    let groups = repeated.flatMap { key, members in
      byOccurrence(members, lines).map { (key, $0) }
    }
    var duplicates: [Duplicate] = []
    var removed: Set<Int> = []
    for (key, members) in groups where members.count > 1 {
      let sorted = members.sorted { lines[$0].location < lines[$1].location }
      guard
        let kept = sorted.max(by: {
          (lines[$0].fieldCount, lines[$1].location)
            < (lines[$1].fieldCount, lines[$0].location)
        })
      else { continue }
      for index in sorted where index != kept {
        removed.insert(index)
        duplicates.append(
          Duplicate(
            location: lines[index].location,
            original: lines[kept].location,
            reason: reason(key),
            amount: lines[index].amount,
            currency: lines[index].currency,
            conflicts: conflict(key, lines[index], lines[kept])
          )
        )
      }
    }
    if !removed.isEmpty { lines = lines.indices.filter { !removed.contains($0) }.map { lines[$0] } }
    return duplicates
  }

  /// The lines that may be repetitions.
  ///
  /// A document that one input tells whole and no other line names repeats nothing, so that of twenty
  /// thousand invoices only the numbers are compared and not the lines.
  private static func candidates(
    _ lines: [InvoiceLine],
    _ formats: Set<FormatName>
  ) -> [Range<Int>] {
    guard !formats.isDisjoint(with: FormatName.eInvoices) else { return [lines.indices] }
    var runs: [(lines: Range<Int>, mayRepeat: Bool)] = []
    var first: [Document: Int] = [:]
    var start = lines.startIndex
    while start < lines.endIndex {
      let line = lines[start]
      let end = lines[start...].firstIndex { !isOfSameDocument($0, line) } ?? lines.endIndex
      runs.append((start..<end, !FormatName.eInvoices.contains(line.format)))
      start = end
      guard let document = document(of: line) else { continue }
      if let other = first[document] {
        runs[other].mayRepeat = true
        runs[runs.count - 1].mayRepeat = true
      } else {
        first[document] = runs.count - 1
      }
    }
    return runs.filter(\.mayRepeat).map(\.lines)
  }

  /// Whether two lines that stand together are of one document of one input.
  private static func isOfSameDocument(_ left: InvoiceLine, _ right: InvoiceLine) -> Bool {
    left.document == right.document && left.location.source == right.location.source
      && left.freelancerID == right.freelancerID && left.freelancer == right.freelancer
      && left.date == right.date && left.kind == right.kind && left.format == right.format
  }

  private static func document(of line: InvoiceLine) -> Document? {
    guard let number = line.document, let seller = line.freelancerID ?? line.freelancer else {
      return nil
    }
    return Document(seller: seller.lowercased(), number: folded(number, of: line), date: line.date)
  }

  /// A credit note may carry the number of an invoice; it is another document.
  private static func folded(_ number: String, of line: InvoiceLine) -> String {
    line.kind == .creditNote ? "credit " + number.uppercased() : number.uppercased()
  }

  /// Whether a line says by its number which line of which document it is, or is of a format where
  /// the reference decides alone.
  static func decide(on line: InvoiceLine) -> Bool {
    line.format == "upwork-transactions"
      || line.document != nil && line.lineID != nil
        && (line.freelancerID != nil || line.freelancer != nil)
  }

  /// Lines with one identifier apart by whether they are the first, second, … of their document: an
  /// identifier that occurs twice in an e-invoice is two lines.
  private static func byOccurrence(_ members: [Int], _ lines: [InvoiceLine]) -> [[Int]] {
    var counts: [String: Int] = [:]
    var groups: [Int: [Int]] = [:]
    for index in members {
      var occurrence = 0
      if FormatName.eInvoices.contains(lines[index].format) {
        occurrence = counts[lines[index].location.source, default: 0]
        counts[lines[index].location.source] = occurrence + 1
      }
      groups[occurrence, default: []].append(index)
    }
    return Array(groups.values)
  }

  private static func key(of line: InvoiceLine) -> Key? {
    guard let document = line.document else { return nil }
    if line.format == "upwork-transactions" { return .reference(line.format, document) }
    guard let seller = line.freelancerID ?? line.freelancer, let lineID = line.lineID else {
      return nil
    }
    return .documentLine(
      seller: seller.lowercased(),
      document: folded(document, of: line),
      date: line.date,
      line: lineID
    )
  }

  private static func reason(_ key: Key) -> Duplicate.Reason {
    switch key {
    case .reference: .sameReference
    case .documentLine: .sameDocumentLine
    }
  }

  /// A platform's reports may state one booking in the currency of the contract or of the card.
  private static func conflict(_ key: Key, _ left: InvoiceLine, _ right: InvoiceLine) -> Bool {
    if left.currency == right.currency { return left.amount != right.amount }
    if case .reference = key { return false }
    return true
  }
}
