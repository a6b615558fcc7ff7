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

  /// Formats that hold each document whole: an identifier that occurs twice in it is two lines.
  private static let documentFormats: Set<FormatName> = [
    "ubl-invoice", "ubl-credit-note", "cii-invoice", "zugferd1-invoice", "fatturapa", "facturae",
    "setu-invoice", "cxml-invoice",
  ]

  /// Removes the repetitions; of each group the most complete line stays, among equals the first.
  static func remove(from lines: inout [InvoiceLine]) -> [Duplicate] {
    var first: [Key: Int] = [:]
    var repeated: [Key: [Int]] = [:]
    for (index, line) in lines.enumerated() {
      guard let key = key(of: line) else { continue }
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
            conflicts: conflict(lines[index], lines[kept])
          )
        )
      }
    }
    if !removed.isEmpty { lines = lines.indices.filter { !removed.contains($0) }.map { lines[$0] } }
    return duplicates
  }

  /// Whether a line says by its number which line of which document it is, or is of a format where
  /// the reference decides alone.
  static func decide(on line: InvoiceLine) -> Bool {
    line.format == "upwork-transactions"
      || line.document != nil && line.lineID != nil
        && (line.freelancerID != nil || line.freelancer != nil)
  }

  /// Lines with one identifier apart by whether they are the first, second, … of their document.
  private static func byOccurrence(_ members: [Int], _ lines: [InvoiceLine]) -> [[Int]] {
    var counts: [String: Int] = [:]
    var groups: [Int: [Int]] = [:]
    for index in members {
      var occurrence = 0
      if documentFormats.contains(lines[index].format) {
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
    // A credit note may carry the number of an invoice; it is another document.
    let kind = line.kind == .creditNote ? "credit " : ""
    return .documentLine(
      seller: seller.lowercased(),
      document: kind + document.uppercased(),
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

  private static func conflict(_ left: InvoiceLine, _ right: InvoiceLine) -> Bool {
    left.currency == right.currency && left.amount != right.amount
  }
}
