internal import Model

/// The rows of ``FoldedWorkCSV``, each cell that groups share made once.
struct FoldedWorkRows {
  private let groups: [FoldedWork.Group]
  private let identities: CellTexts
  /// For each category four texts: kind and type, unit, currency, format.
  private let categories: CellTexts
  private let sources: CellTexts
  /// No row is longer.
  let longest: Int

  /// Eight numbers and days with their commas are shorter.
  private static let longestNumbers = 256

  init(_ work: FoldedWork) {
    groups = work.groups
    identities = CellTexts(work.identities.map(Self.identity))
    categories = CellTexts(work.categories.flatMap(Self.category))
    sources = CellTexts(work.sources.map { Self.cell($0) + [Self.comma] })
    longest =
      identities.longest + 4 * categories.longest + sources.longest + Self.longestNumbers
  }

  /// Writes rows as long as there is room for another one; returns the next one and the bytes
  /// written.
  func write(
    from start: Int,
    into buffer: UnsafeMutableBufferPointer<UInt8>,
    _ days: inout DayTexts
  ) -> (next: Int, count: Int) {
    guard let first = buffer.baseAddress else { return (start, 0) }
    var cursor = CSVCursor(first)
    var next = start
    identities.withTexts { identities in
      categories.withTexts { categories in
        sources.withTexts { sources in
          while next < groups.count, buffer.count - (cursor.position - first) >= longest {
            write(groups[next], identities, categories, sources, &days, &cursor)
            next += 1
          }
        }
      }
    }
    return (next, cursor.position - first)
  }

  @inline(__always)
  private func write(
    _ group: FoldedWork.Group,
    _ identities: CellTexts.Texts,
    _ categories: CellTexts.Texts,
    _ sources: CellTexts.Texts,
    _ days: inout DayTexts,
    _ cursor: inout CSVCursor
  ) {
    let category = 4 * Int(group.category)
    if group.lastWork != FoldedWork.Group.noDay {
      // 1970-01-01 was a Thursday.
      days.write(group.lastWork - ((group.lastWork + 3) % 7 + 7) % 7, &cursor)
    }
    cursor.write(Self.comma)
    cursor.write(categories[category])
    cursor.write(identities[Int(group.identity)])
    cursor.write(group.records, end: Self.comma)
    if let quantity = group.quantity { cursor.write(quantity.normalized) }
    cursor.write(Self.comma)
    cursor.write(categories[category + 1])
    cursor.write(group.amount)
    cursor.write(Self.comma)
    cursor.write(categories[category + 2])
    for day in [group.lastWork, group.firstDate, group.lastDate] {
      if day != FoldedWork.Group.noDay { days.write(day, &cursor) }
      cursor.write(Self.comma)
    }
    cursor.write(categories[category + 3])
    cursor.write(sources[Int(group.source)])
    cursor.write(group.line, end: UInt8(ascii: "\n"))
  }

  private static let comma = UInt8(ascii: ",")

  private static func identity(_ identity: FoldedWork.Identity) -> [UInt8] {
    [
      identity.freelancerID, identity.freelancer, identity.department, identity.role,
      identity.contract, identity.contractTitle, identity.project, identity.order,
      identity.postingID, identity.country, identity.buyer,
    ]
    .flatMap { cell($0 ?? "") + [comma] }
  }

  private static func category(_ category: FoldedWork.Category) -> [[UInt8]] {
    [
      Array("\(category.kind.rawValue),".utf8) + cell(category.type) + [comma],
      cell(category.unit ?? "") + [comma], Array("\(category.currency),".utf8),
      Array("\(category.format),".utf8),
    ]
  }

  /// A quoted cell; nothing for no text.
  private static func cell(_ text: String) -> [UInt8] {
    text.isEmpty ? [] : Array(SafeCSV().escapeText(text).utf8)
  }
}
