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

  /// A document as its lines write it.
  private struct Place: Hashable {
    let source: String
    let number: String
    let isCredit: Bool
    let currency: Currency
    let seller: String
  }

  /// Formats whose rows are single bookings: their references number no document.
  private static let bookings: Set<FormatName> = [
    "upwork-transactions", "payoneer", "paypal-activity", "wise-statement", "wise-transfers",
    "camt-statement",
  ]

  /// Removes the lines of documents that another format tells better.
  static func remove(from lines: inout [InvoiceLine]) -> [Duplicate] {
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
    let numbered = lines.indices.filter { index in
      let line = lines[index]
      return line.document != nil && (line.kind == .invoice || line.kind == .creditNote)
        && !bookings.contains(line.format)
    }
    // Most audits read documents of one format; then there is nothing to compare.
    guard let first = numbered.first,
      numbered.contains(where: { lines[$0].format != lines[first].format })
    else { return [] }
    var places: [Place: [Int]] = [:]
    for index in numbered {
      let line = lines[index]
      let place = Place(
        source: line.location.source,
        number: line.document ?? "",
        isCredit: line.kind == .creditNote,
        currency: line.currency,
        seller: line.freelancer ?? line.freelancerID ?? ""
      )
      places[place, default: []].append(index)
    }
    // Lines of one document may write its number and its seller in different ways.
    struct Identity: Hashable {
      let key: Key
      let source: String
      let seller: String
    }
    var members: [Identity: [Int]] = [:]
    for (place, indexes) in places {
      let key = Key(
        number: folded(place.number),
        isCredit: place.isCredit,
        currency: place.currency
      )
      let identity = Identity(key: key, source: place.source, seller: folded(place.seller))
      members[identity, default: []] += indexes
    }
    return members.map { identity, indexes in
      let own = indexes.sorted().map { lines[$0] }
      return (
        identity.key,
        Document(
          format: own[0].format,
          source: identity.source,
          lines: indexes.sorted(),
          names: Set(Set(own.compactMap(\.freelancer)).map(folded)),
          identifiers: Set(Set(own.compactMap(\.freelancerID)).map(folded)),
          total: own.reduce(ExactDecimal.zero as ExactDecimal?) { $0?.adding($1.amount) },
          date: own.compactMap(\.date).min(),
          fields: Double(own.reduce(0) { $0 + $1.fieldCount }) / Double(own.count),
          location: own.map(\.location).min() ?? own[0].location
        )
      )
    }
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

  private static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
