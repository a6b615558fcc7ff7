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
      line: String,
      occurrence: Int
    )
  }

  private struct SourceLine: Hashable {
    let source: String
    let document: String?
    let line: String?
  }

  /// Formats that hold each document whole: an identifier that occurs twice in it is two lines.
  private static let documentFormats: Set<FormatName> = [
    "ubl-invoice", "ubl-credit-note", "cii-invoice", "zugferd1-invoice", "fatturapa", "facturae",
    "setu-invoice", "cxml-invoice",
  ]

  /// Removes the repetitions; of each group the most complete line stays, among equals the first.
  static func remove(from lines: inout [InvoiceLine]) -> [Duplicate] {
    var first: [Key: Int] = [:]
    var groups: [Key: [Int]] = [:]
    var occurrences: [SourceLine: Int] = [:]
    for index in lines.indices {
      var occurrence = 0
      if documentFormats.contains(lines[index].format) {
        let place = SourceLine(
          source: lines[index].location.source,
          document: lines[index].document,
          line: lines[index].lineID
        )
        occurrence = occurrences[place, default: 0]
        occurrences[place] = occurrence + 1
      }
      guard let key = key(of: lines[index], occurrence: occurrence) else { continue }
      if let original = first[key] {
        groups[key, default: [original]].append(index)
      } else {
        first[key] = index
      }
    }
    var duplicates: [Duplicate] = []
    var removed: Set<Int> = []
    for (key, members) in groups {
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

  private static func key(of line: InvoiceLine, occurrence: Int) -> Key? {
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
      line: lineID,
      occurrence: occurrence
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
