internal import Model

/// Finds documents that two inputs tell: an invoice sent twice, or an e-invoice and the accounting
/// system's export of it.
///
/// Documents with one number are compared as wholes (``ToldDocument``). The one with more fields
/// counts. Where the other says another total or currency, it is listed as a conflict.
enum DuplicateDocuments {
  private struct Place: Hashable {
    let source: String
    let seller: String
    let currency: Currency
    /// Whether a format that tells the two apart calls it a credit note.
    let isCreditNote: Bool
  }

  /// Formats whose rows are single bookings: their references number no document.
  private static let bookings: Set<FormatName> = [
    "upwork-transactions", "payoneer", "paypal-activity", "wise-statement", "wise-transfers",
    "camt-statement",
  ]

  /// Removes the lines of documents that another input tells better.
  static func remove(from lines: inout [InvoiceLine], formats: Set<FormatName>) -> [Duplicate] {
    guard !formats.isSubset(of: bookings) else { return [] }
    var removed: Set<Int> = []
    var duplicates: [Duplicate] = []
    for indexes in contested(lines) {
      var kept: [ToldDocument] = []
      for document in ranked(documents(indexes, lines)) {
        guard let original = kept.first(where: { $0.isSame(as: document) }) else {
          kept.append(document)
          continue
        }
        removed.formUnion(document.lines)
        duplicates += repetitions(document, of: original, lines)
      }
    }
    if !removed.isEmpty { lines = lines.indices.filter { !removed.contains($0) }.map { lines[$0] } }
    return duplicates
  }

  private static func repetitions(
    _ document: ToldDocument,
    of original: ToldDocument,
    _ lines: [InvoiceLine]
  ) -> [Duplicate] {
    let conflicts =
      document.total != original.total || document.currency != original.currency
    let correspond = !conflicts && document.lines.count == original.lines.count
    return zip(document.lines.indices, document.lines).map { position, index in
      Duplicate(
        location: lines[index].location,
        original: correspond
          ? lines[original.lines[position]].location : original.location,
        reason: .sameDocument,
        amount: lines[index].amount,
        currency: lines[index].currency,
        conflicts: conflicts
      )
    }
  }

  /// The lines with one number, for each number that several inputs have.
  private static func contested(_ lines: [InvoiceLine]) -> [[Int]] {
    var sources: [String: String] = [:]
    var contested: Set<String> = []
    var runs: [(number: String, lines: Range<Int>)] = []
    var start = lines.startIndex
    while start < lines.endIndex {
      let line = lines[start]
      let source = line.location.source
      let end =
        lines[start...].firstIndex {
          $0.document != line.document || $0.location.source != source || $0.format != line.format
        } ?? lines.endIndex
      if let number = line.document?.spellingFolded, !bookings.contains(line.format) {
        runs.append((number, start..<end))
        if let other = sources[number] {
          if other != source { contested.insert(number) }
        } else {
          sources[number] = source
        }
      }
      start = end
    }
    guard !contested.isEmpty else { return [] }
    var groups: [String: [Int]] = [:]
    for run in runs where contested.contains(run.number) {
      groups[run.number, default: []] += run.lines.filter {
        lines[$0].kind == .invoice || lines[$0].kind == .creditNote
      }
    }
    return Array(groups.values)
  }

  /// The best first: the one with most fields, then the first by place.
  private static func ranked(_ documents: [ToldDocument]) -> [ToldDocument] {
    documents.sorted {
      ($1.fields, $0.location, $0.lines[0]) < ($0.fields, $1.location, $1.lines[0])
    }
  }

  /// The documents that lines with one number belong to.
  private static func documents(_ indexes: [Int], _ lines: [InvoiceLine]) -> [ToldDocument] {
    var places: [Place: [Int]] = [:]
    for index in indexes {
      let line = lines[index]
      let place = Place(
        source: line.location.source,
        seller: (line.freelancer ?? line.freelancerID ?? "").spellingFolded,
        currency: line.currency,
        isCreditNote: FormatName.eInvoices.contains(line.format) && line.kind == .creditNote
      )
      places[place, default: []].append(index)
    }
    let whole = places.values.flatMap { apartByDate($0, lines) }
      .map { ToldDocument($0, of: lines) }
    return whole.flatMap { document in
      apartBySign(document, others: whole, lines) ?? [document]
    }
  }

  /// The lines of each document where a number begins anew.
  private static func apartByDate(_ indexes: [Int], _ lines: [InvoiceLine]) -> [[Int]] {
    let isWhole =
      indexes.first.map { FormatName.eInvoices.contains(lines[$0].format) } ?? false
    let most = isWhole ? 0 : ToldDocument.mostDaysApart
    let dated = indexes.compactMap { index in lines[index].date.map { (index, $0) } }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    var groups: [[Int]] = []
    var last: Day?
    for (index, day) in dated {
      if let last, day - last <= most {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
      last = day
    }
    let undated = indexes.filter { lines[$0].date == nil }
    if groups.isEmpty { return [undated] }
    groups[0] += undated
    return groups.map { $0.sorted() }
  }

  /// A table may hold an invoice and a credit note of one number, or an invoice with a line that
  /// gives back; which of the two it is, the documents beside it tell.
  private static func apartBySign(
    _ document: ToldDocument,
    others: [ToldDocument],
    _ lines: [InvoiceLine]
  ) -> [ToldDocument]? {
    guard !document.isWhole, let parts = document.bySign(lines) else { return nil }
    let others = others.filter { $0.source != document.source }
    guard !others.contains(where: { $0.total == document.total }),
      others.contains(where: { other in parts.contains { $0.total == other.total } })
    else { return nil }
    return parts
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
