internal import Model

/// Reads the cells of one plain row from bytes: the shapes that Upwork writes, and no other.
///
/// What it does not know for certain it refuses; the row is then read the exact way. One instance
/// serves one worker.
final class UpworkCells {
  private typealias Cell = RowCells.Cell

  /// Set for types that are a payment, and for those with a fixed price.
  private struct Traits: OptionSet {
    let rawValue: UInt8
    static let payment = Traits(rawValue: 1)
    static let fixedPrice = Traits(rawValue: 2)
  }

  private let columns: UpworkColumns
  private let hourly = UInt8(UpworkTransactionType.allCases.firstIndex(of: .hourly) ?? 0)
  private let traits: UnsafeMutablePointer<Traits>
  private let types = TypeSpellings()
  private let dates = PlainDates()
  private let identities: IdentitySpellings
  private let payers: IdentitySpellings

  /// Creates a reader that numbers identities as this table does.
  init(_ columns: UpworkColumns, _ identities: IdentityTable) {
    self.columns = columns
    self.identities = IdentitySpellings(columns, isPayment: false, identities)
    payers = IdentitySpellings(columns, isPayment: true, identities)
    let types = UpworkTransactionType.allCases
    traits = .allocate(capacity: types.count)
    for (index, type) in types.enumerated() {
      var traits: Traits = type.kind == .payment ? .payment : []
      if type.isFixedPrice { traits.insert(.fixedPrice) }
      (self.traits + index).initialize(to: traits)
    }
  }

  deinit { traits.deallocate() }

  /// Reads a row; `false` when it must be read the exact way.
  @inline(__always)
  func read(_ row: inout FoldRow, _ cells: RowCells) -> Bool {
    let memory = cells.memory
    guard let type = types.type(memory, cells[columns.type]),
      let reference = PlainNumber.reference(memory, cells[columns.reference]),
      let amount = PlainNumber.cents(memory, cells[columns.amount]),
      let date = dates.day(memory, cells[columns.date])
    else { return false }
    row.type = type
    row.reference = reference
    row.amount = amount
    row.date = date
    row.work = date
    let traits = traits[Int(type)]
    guard readTexts(&row, cells, traits) else { return false }
    // Choosing between the two objects first would count references in every row.
    let identity =
      traits.contains(.payment) ? payers.identity(cells) : identities.identity(cells)
    guard let identity else { return false }
    row.identity = identity
    return true
  }

  /// Reads period, hours and the description of a fixed price.
  @inline(__always)
  private func readTexts(_ row: inout FoldRow, _ cells: RowCells, _ traits: Traits) -> Bool {
    let memory = cells.memory
    let title = columns.title < 0 ? Cell(0, 0) : cells[columns.title]
    let isHourly = row.type == hourly
    if traits.contains(.fixedPrice), isNumbered(memory, title) { return false }
    var hasPeriod = false
    for index in 0..<columns.textCount {
      if hasPeriod, traits.isEmpty, !isHourly || row.hasHours { break }
      let text = cells[columns.texts[index]]
      if text.count == 0 { continue }
      if text.count == title.count,
        Words.areEqual(memory + text.start, memory + title.start, text.count)
      {
        continue
      }
      if !traits.isEmpty {
        if traits.contains(.payment), TextCues.mayNameEscrow(memory, text) { return false }
        if traits.contains(.fixedPrice), row.description == 0 {
          if text.isQuoted, hasQuote(memory, text) { return false }
          row.description = Words.hash(memory + text.start, text.count) | 1
        }
      }
      if !hasPeriod, let end = dates.periodEnd(memory, text) {
        row.work = end
        hasPeriod = true
        continue
      }
      if isHourly, !row.hasHours, let hours = hours(memory, text) {
        row.hours = hours
        row.hasHours = true
        continue
      }
      if !hasPeriod, TextCues.mayNamePeriod(memory, text) { return false }
      if isHourly, !row.hasHours, TextCues.mayNameHours(memory, text) { return false }
    }
    if traits.contains(.fixedPrice), row.description == 0 {
      row.description = Words.hash(memory, 0) | 1
    }
    return true
  }

  /// Whether a title ends with the number of its contract, which is no part of it.
  private func isNumbered(_ memory: RowCells.Bytes, _ title: Cell) -> Bool {
    title.count > 2 && memory[title.end &- 1] == UInt8(ascii: ")")
      && memory[title.end &- 2] &- UInt8(ascii: "0") < 10
  }

  private func hasQuote(_ memory: RowCells.Bytes, _ text: Cell) -> Bool {
    (text.start..<text.end).contains { memory[$0] == UInt8(ascii: "\"") }
  }

  /// The hours in `32.17 hours`, in hundred-thousandths.
  @inline(__always)
  private func hours(_ memory: RowCells.Bytes, _ text: Cell) -> Int64? {
    guard text.count >= 7, text.count <= 18 else { return nil }
    let end = text.end &- 6
    // " hours" in the order of a little-endian word.
    guard Words.tail(memory + end, 6) == 0x7372_756F_6820 else { return nil }
    return PlainNumber.hundredThousandths(memory, text.start, end)
  }
}
