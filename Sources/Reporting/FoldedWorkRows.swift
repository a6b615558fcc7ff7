internal import Model

/// The rows of ``FoldedWorkCSV``, each cell that groups share made once.
struct FoldedWorkRows: Sendable {
  private let groups: [FoldedWork.Group]
  private let identities: CellTexts
  /// For each category four texts: kind and type, unit, currency, format.
  private let categories: CellTexts
  private let sources: CellTexts

  /// The numbers and days of a row with their commas are shorter.
  private static let longestNumbers = 256

  /// The number of rows.
  var count: Int { groups.count }

  init(_ work: FoldedWork) {
    groups = work.groups
    identities = CellTexts(work.identities.map(Self.identity))
    categories = CellTexts(work.categories.flatMap(Self.category))
    sources = CellTexts(work.sources.map { Self.cell($0) + [Self.comma] })
  }

  /// The bytes of some rows.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    var days = DayTexts()
    return identities.withTexts { identities in
      categories.withTexts { categories in
        sources.withTexts { sources in
          let texts = Texts(identities: identities, categories: categories, sources: sources)
          let size = range.reduce(0) { $0 + texts.size(groups[$1]) + Self.longestNumbers }
          return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            guard let first = buffer.baseAddress else { return }
            var cursor = CSVCursor(first)
            for index in range { Self.write(groups[index], texts, &days, &cursor) }
            count = cursor.position - first
          }
        }
      }
    }
  }

  /// The texts of all rows.
  private struct Texts {
    let identities: CellTexts.Texts
    let categories: CellTexts.Texts
    let sources: CellTexts.Texts

    /// The bytes of a group's texts.
    func size(_ group: FoldedWork.Group) -> Int {
      let category = 4 * Int(group.category)
      return identities[Int(group.identity)].count + sources[Int(group.source)].count
        + (category..<category + 4).reduce(0) { $0 + categories[$1].count }
    }
  }

  @inline(__always)
  private static func write(
    _ group: FoldedWork.Group,
    _ texts: Texts,
    _ days: inout DayTexts,
    _ cursor: inout CSVCursor
  ) {
    let category = 4 * Int(group.category)
    if group.lastWork != FoldedWork.Group.noDay {
      // 1970-01-01 was a Thursday.
      days.write(group.lastWork - ((group.lastWork + 3) % 7 + 7) % 7, &cursor)
    }
    cursor.write(comma)
    cursor.write(texts.categories[category])
    cursor.write(texts.identities[Int(group.identity)])
    cursor.write(group.records, end: comma)
    if let quantity = group.quantity { cursor.write(quantity.normalized) }
    cursor.write(comma)
    cursor.write(texts.categories[category + 1])
    cursor.write(group.amount)
    cursor.write(comma)
    cursor.write(texts.categories[category + 2])
    for day in [group.lastWork, group.firstDate, group.lastDate] {
      if day != FoldedWork.Group.noDay { days.write(day, &cursor) }
      cursor.write(comma)
    }
    cursor.write(texts.categories[category + 3])
    cursor.write(texts.sources[Int(group.source)])
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
