internal import Model

/// Finds invoices that reach us in two formats, such as an e-invoice and the accounting system's
/// export of it.
///
/// Two documents of different formats are one when seller, number, kind and currency agree; where
/// one names the seller only by an identifier and the other only by a name, their date and total
/// must agree too. The document with more fields counts. Where the totals differ, the other one is
/// listed as a conflict.
enum DuplicateDocuments {
  private struct Key: Hashable {
    let number: String
    let isCredit: Bool
    let currency: Currency
  }

  private struct Document {
    let format: FormatName
    let source: String
    let lines: [Int]
    let names: Set<String>
    let identifiers: Set<String>
    let total: ExactDecimal?
    let date: Day?
    /// The mean number of fields of its lines.
    let fields: Double
    let location: SourceLocation
  }

  private struct Place: Hashable {
    let key: Key
    let source: String
    let seller: String
  }

  /// Formats whose rows are single bookings: their references number no document.
  private static let bookings: Set<FormatName> = [
    "upwork-transactions", "payoneer", "paypal-activity", "wise-statement", "wise-transfers",
    "camt-statement",
  ]

  /// Removes the lines of documents that another format tells better.
  static func remove(from lines: inout [InvoiceLine], formats: Set<FormatName>) -> [Duplicate] {
    guard formats.subtracting(bookings).count > 1 else { return [] }
    var removed: Set<Int> = []
    var duplicates: [Duplicate] = []
    let documents = Dictionary(grouping: self.documents(lines), by: \.0)
      .mapValues { $0.map(\.1) }
    for candidates in documents.values where Set(candidates.map(\.format)).count > 1 {
      var kept: [Document] = []
      let ranked = candidates.sorted {
        ($1.fields, $0.location) < ($0.fields, $1.location)
      }
      for document in ranked {
        guard
          let original = kept.first(where: {
            $0.format != document.format && isSame($0, document)
          })
        else {
          kept.append(document)
          continue
        }
        for index in document.lines {
          removed.insert(index)
          duplicates.append(
            Duplicate(
              location: lines[index].location,
              original: original.location,
              reason: .sameDocument,
              amount: lines[index].amount,
              currency: lines[index].currency,
              conflicts: original.total != document.total
            )
          )
        }
      }
    }
    if !removed.isEmpty { lines = lines.indices.filter { !removed.contains($0) }.map { lines[$0] } }
    return duplicates
  }

  private static func documents(_ lines: [InvoiceLine]) -> [(Key, Document)] {
    var places: [Place: [Int]] = [:]
    for (index, key) in contested(lines) {
      let seller = (lines[index].freelancer ?? lines[index].freelancerID ?? "").spellingFolded
      places[Place(key: key, source: lines[index].location.source, seller: seller), default: []]
        .append(index)
    }
    return places.map { place, indexes in
      let own = indexes.map { lines[$0] }
      return (
        place.key,
        Document(
          format: own[0].format,
          source: place.source,
          lines: indexes,
          names: Set(own.compactMap(\.freelancer).map(\.spellingFolded)),
          identifiers: Set(own.compactMap(\.freelancerID).map(\.spellingFolded)),
          total: own.reduce(ExactDecimal.zero as ExactDecimal?) { $0?.adding($1.amount) },
          date: own.compactMap(\.date).min(),
          fields: Double(own.reduce(0) { $0 + $1.fieldCount }) / Double(own.count),
          location: own.map(\.location).min() ?? own[0].location
        )
      )
    }
  }

  /// The lines whose number stands in several formats.
  private static func contested(_ lines: [InvoiceLine]) -> [(index: Int, key: Key)] {
    let numbered = lines.indices.filter { index in
      lines[index].document != nil && !bookings.contains(lines[index].format)
        && (lines[index].kind == .invoice || lines[index].kind == .creditNote)
    }
    guard let first = numbered.first.map({ lines[$0].format }),
      numbered.contains(where: { lines[$0].format != first })
    else { return [] }
    var formats: [Key: Set<FormatName>] = [:]
    let keys = numbered.map { index in
      Key(
        number: (lines[index].document ?? "").spellingFolded,
        isCredit: lines[index].kind == .creditNote,
        currency: lines[index].currency
      )
    }
    for (index, key) in zip(numbered, keys) {
      formats[key, default: []].insert(lines[index].format)
    }
    return zip(numbered, keys).filter { (formats[$1]?.count ?? 0) > 1 }.map { ($0, $1) }
  }

  private static func isSame(_ left: Document, _ right: Document) -> Bool {
    // Numbers begin anew with a year; systems date one invoice by issue, entry or period.
    if let a = left.date, let b = right.date, abs(a - b) > 62 { return false }
    if !left.names.isDisjoint(with: right.names) { return true }
    if !left.identifiers.isDisjoint(with: right.identifiers) { return true }
    let canCompare =
      !left.names.isEmpty && !right.names.isEmpty
      || !left.identifiers.isEmpty && !right.identifiers.isEmpty
    return !canCompare && left.total == right.total && left.date == right.date
      && left.date != nil
  }
}

extension InvoiceLine {
  /// The number of fields that say something about the work.
  var fieldCount: Int {
    let texts = [
      self.freelancer, self.contract, self.contractTitle, self.description, self.department,
      self.project, self.order, self.buyer, self.country,
    ]
    let others = [self.quantity != nil, self.periodEnd != nil, self.unitPrice != nil]
    return texts.count { $0 != nil } + others.count { $0 }
  }
}
