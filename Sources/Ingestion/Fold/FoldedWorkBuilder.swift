internal import Model

/// Adds lines up to groups, with each identity, category and source kept once.
struct FoldedWorkBuilder {
  private struct Key: Hashable {
    let identity: Int32
    let category: Int32
    /// The number of weeks, or `nil` for records without a day.
    let week: Int32?
  }

  /// What was added so far.
  private(set) var work = FoldedWork()
  /// Whether a sum left the range of 18 digits.
  private(set) var hasOverflowed = false
  private var identities: [FoldedWork.Identity: Int] = [:]
  private var categories: [FoldedWork.Category: Int] = [:]
  private var sources: [String: Int] = [:]
  private var groups: [Key: Int] = [:]

  /// Creates a builder without anything.
  init() {}

  /// Creates a builder whose source 0 is this one.
  init(source: String) { _ = self.source(source) }

  /// Makes room.
  mutating func reserve(_ count: Int) { work.groups.reserveCapacity(work.groups.count + count) }

  /// The index of an identity.
  mutating func identity(of identity: FoldedWork.Identity) -> Int {
    Self.index(identity, &identities, &work.identities)
  }

  /// The index of a category.
  mutating func category(_ category: FoldedWork.Category) -> Int {
    Self.index(category, &categories, &work.categories)
  }

  private mutating func source(_ source: String) -> Int {
    Self.index(source, &sources, &work.sources)
  }

  private static func index<Value: Hashable>(
    _ value: Value,
    _ indexes: inout [Value: Int],
    _ values: inout [Value]
  ) -> Int {
    if let index = indexes[value] { return index }
    indexes[value] = values.count
    values.append(value)
    return values.count - 1
  }

  /// Adds a line.
  mutating func add(_ line: InvoiceLine, type: String) {
    let category = FoldedWork.Category(
      format: line.format,
      kind: line.kind,
      type: type,
      unit: line.quantity == nil ? nil : line.unit,
      currency: line.currency,
      side: line.side,
      isFixedPrice: line.isFixedPrice,
      isExtra: line.isExtra
    )
    func number(_ day: Day?) -> Int32 { day.map { Int32($0.number) } ?? FoldedWork.Group.noDay }
    let group = FoldedWork.Group(
      identity: Int32(identity(of: FoldedWork.Identity(line))),
      category: Int32(self.category(category)),
      source: Int32(source(line.location.source)),
      line: line.location.line,
      records: line.records,
      quantity: line.quantity,
      amount: line.amount,
      lastWork: number(line.workDay),
      firstDate: number(line.date),
      lastDate: number(line.date)
    )
    let key = key(group)
    if groups[key] == nil { groups[key] = work.groups.count }
    append(group)
  }

  /// Adds a group that is alone among its like, as a table has them; lines added before may still
  /// belong to it.
  mutating func append(_ group: FoldedWork.Group) {
    guard !groups.isEmpty, let index = groups[key(group)], index < work.groups.count else {
      work.groups.append(group)
      return
    }
    guard let amount = work.groups[index].amount.adding(group.amount) else {
      hasOverflowed = true
      return
    }
    work.groups[index].amount = amount
    work.groups[index].records += group.records
    if let quantity = group.quantity, let sum = work.groups[index].quantity?.adding(quantity) {
      work.groups[index].quantity = sum
    }
    if (group.source, group.line) < (work.groups[index].source, work.groups[index].line) {
      work.groups[index].source = group.source
      work.groups[index].line = group.line
    }
    work.groups[index].lastWork = max(work.groups[index].lastWork, group.lastWork)
    work.groups[index].lastDate = max(work.groups[index].lastDate, group.lastDate)
    work.groups[index].firstDate = min(work.groups[index].firstDate, group.firstDate)
  }

  /// Puts the groups of one source in the order of their first lines.
  mutating func sortByLine() { work.groups.sort { $0.line < $1.line } }

  private func key(_ group: FoldedWork.Group) -> Key {
    Key(
      identity: group.identity,
      category: group.category,
      week: group.lastWork == FoldedWork.Group.noDay
        ? nil : Int32(Day(number: Int(group.lastWork)).startOfWeek.number)
    )
  }
}
