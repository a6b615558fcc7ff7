internal import Model

/// Reads the cells of one plain row from bytes: the shapes that Upwork writes, and no other.
///
/// Each function refuses what it does not know for certain; the row is then read the exact way.
/// One instance serves one thread: it remembers what it read last.
final class UpworkCells {
  typealias Bytes = UnsafeMutablePointer<UInt8>

  /// A cell without its quotes and without surrounding blanks.
  struct Cell {
    var start: Int
    var end: Int
    var isQuoted: Bool
    var count: Int { end &- start }
  }

  private struct Spelling {
    let first: UInt64
    let last: UInt64
    let count: Int
    let type: UInt8
  }

  private let types = UpworkTransactionType.allCases
  private let hourly = UInt8(UpworkTransactionType.allCases.firstIndex(of: .hourly) ?? 0)
  /// For each type whether it is a payment (1) or a fixed price (2).
  private let traits: UnsafeMutablePointer<UInt8>
  private let spellings: UnsafeMutablePointer<Spelling>
  private var spellingCount = 0
  private let lastDate: UnsafeMutablePointer<UInt8>
  private var lastDateCount = 0
  private var lastDay: Int32 = 0
  private let lastPeriod: UnsafeMutablePointer<UInt8>
  private var lastPeriodCount = 0
  private var lastEnd: Int32 = 0

  private static let mostSpellings = 48

  init() {
    traits = .allocate(capacity: types.count)
    for (index, type) in types.enumerated() {
      traits[index] = (type.kind == .payment ? 1 : 0) | (type.isFixedPrice ? 2 : 0)
    }
    spellings = .allocate(capacity: Self.mostSpellings)
    lastDate = .allocate(capacity: 64)
    lastDate.initialize(repeating: 0, count: 64)
    lastPeriod = .allocate(capacity: 64)
    lastPeriod.initialize(repeating: 0, count: 64)
  }

  deinit {
    traits.deallocate()
    spellings.deallocate()
    lastDate.deallocate()
    lastPeriod.deallocate()
  }

  /// Reads a row; `false` when it must be read the exact way.
  ///
  /// `separators` are the ends of its cells; the identity's bytes go to `key`.
  @inline(__always)
  func read(
    _ row: inout FoldRow,
    _ memory: Bytes,
    _ separators: UnsafeMutablePointer<UInt32>,
    start: Int,
    _ columns: UpworkColumns,
    _ key: Bytes
  ) -> Bool {
    guard let type = type(memory, cell(columns.type, memory, separators, start)),
      let reference = reference(memory, cell(columns.reference, memory, separators, start)),
      let amount = scaled(
        memory,
        cell(columns.amount, memory, separators, start),
        decimals: 2,
        isSigned: true
      ),
      let date = date(memory, cell(columns.date, memory, separators, start))
    else { return false }
    row.type = type
    row.reference = reference
    row.amount = amount
    row.date = date
    row.work = date
    let traits = traits[Int(type)]
    let title =
      columns.title < 0
      ? Cell(start: 0, end: 0, isQuoted: false) : cell(columns.title, memory, separators, start)
    guard readTexts(&row, memory, separators, start, columns, title, traits) else { return false }
    return readIdentity(&row, memory, separators, start, columns, key, isPayment: traits & 1 != 0)
  }

  // MARK: Identity

  /// Writes lengths and cells to `key`.
  @inline(__always)
  private func readIdentity(
    _ row: inout FoldRow,
    _ memory: Bytes,
    _ separators: UnsafeMutablePointer<UInt32>,
    _ start: Int,
    _ columns: UpworkColumns,
    _ key: Bytes,
    isPayment: Bool
  ) -> Bool {
    var length = IdentityTable.prefix
    for index in 0..<IdentityTable.cells {
      let column = columns.identity[index]
      var count = 0
      // A payment's texts name no contract.
      if column >= 0, !(isPayment && column == columns.title) {
        let cell = cell(column, memory, separators, start)
        count = cell.count
        guard count <= 0xFFFF else { return false }
        if cell.isQuoted, hasQuote(memory, cell) {
          count = unescape(memory, cell, to: key + length)
        } else {
          Self.copy(memory + cell.start, to: key + length, count)
        }
      }
      key[2 &* index] = UInt8(truncatingIfNeeded: count)
      key[2 &* index &+ 1] = UInt8(truncatingIfNeeded: count >> 8)
      length &+= count
    }
    row.identityLength = UInt32(truncatingIfNeeded: length)
    row.hash = Words.hash(key, length)
    return true
  }

  /// Copies in words; up to 15 bytes behind the count are overwritten.
  @inline(__always)
  private static func copy(_ source: Bytes, to target: Bytes, _ count: Int) {
    var index = 0
    while index < count {
      let word = UnsafeRawPointer(source + index).loadUnaligned(as: SIMD2<UInt64>.self)
      UnsafeMutableRawPointer(target + index).storeBytes(of: word, as: SIMD2<UInt64>.self)
      index &+= 16
    }
  }

  @inline(__always)
  private func hasQuote(_ memory: Bytes, _ cell: Cell) -> Bool {
    for index in cell.start..<cell.end where memory[index] == UInt8(ascii: "\"") { return true }
    return false
  }

  /// Two quotes inside a quoted cell are one (RFC 4180, rule 7).
  private func unescape(_ memory: Bytes, _ cell: Cell, to key: Bytes) -> Int {
    var count = 0
    var index = cell.start
    while index < cell.end {
      key[count] = memory[index]
      index += memory[index] == UInt8(ascii: "\"") ? 2 : 1
      count += 1
    }
    return count
  }

  // MARK: Texts

  @inline(__always)
  private func readTexts(
    _ row: inout FoldRow,
    _ memory: Bytes,
    _ separators: UnsafeMutablePointer<UInt32>,
    _ start: Int,
    _ columns: UpworkColumns,
    _ title: Cell,
    _ traits: UInt8
  ) -> Bool {
    let isHourly = row.type == hourly
    var hasPeriod = false
    for index in 0..<columns.textCount {
      let text = cell(columns.texts[index], memory, separators, start)
      if text.count == 0 { continue }
      if text.count == title.count,
        Words.areEqual(memory + text.start, memory + title.start, text.count)
      {
        continue
      }
      if traits != 0 {
        if traits & 1 != 0, mayNameEscrow(memory, text) { return false }
        if traits & 2 != 0, row.description == 0 {
          row.description = Words.hash(memory + text.start, text.count) | 1
        }
      }
      if !hasPeriod, let end = period(memory, text) {
        row.work = end
        hasPeriod = true
        continue
      }
      if isHourly, !row.hasHours, let hours = hours(memory, text) {
        row.hours = hours
        row.hasHours = true
        continue
      }
      if !hasPeriod, mayNamePeriod(memory, text) { return false }
      if isHourly, !row.hasHours, mayNameHours(memory, text) { return false }
    }
    return true
  }

  /// The last day of `Invoice for Sep 21-Sep 27, 2026`; the year of both days where it is written once.
  @inline(__always)
  private func period(_ memory: Bytes, _ text: Cell) -> Int32? {
    guard text.count >= 28, text.count <= 40 else { return nil }
    if text.count == lastPeriodCount,
      Words.areEqual(memory + text.start, lastPeriod, text.count)
    {
      return lastEnd
    }
    return learnPeriod(memory, text)
  }

  @inline(never)
  private func learnPeriod(_ memory: Bytes, _ text: Cell) -> Int32? {
    guard let end = parsePeriod(memory, text) else { return nil }
    lastPeriod.update(from: memory + text.start, count: text.count)
    (lastPeriodCount, lastEnd) = (text.count, end)
    return end
  }

  private func parsePeriod(_ memory: Bytes, _ text: Cell) -> Int32? {
    let prefix: StaticString = "Invoice for "
    for index in 0..<12 where memory[text.start + index] != prefix.utf8Start[index] { return nil }
    var position = text.start + 12
    guard let first = monthAndDay(memory, &position, text.end) else { return nil }
    var firstYear: Int?
    if position < text.end, memory[position] == UInt8(ascii: ",") {
      guard let year = year(memory, &position, text.end) else { return nil }
      firstYear = year
    }
    guard position < text.end, memory[position] == UInt8(ascii: "-") else { return nil }
    position += 1
    guard let last = monthAndDay(memory, &position, text.end),
      let lastYear = year(memory, &position, text.end), position == text.end,
      let start = Day(year: firstYear ?? lastYear, month: first.month, day: first.day),
      let end = Day(year: lastYear, month: last.month, day: last.day),
      start <= end, end - start <= 31
    else { return nil }
    return Int32(end.number)
  }

  private func monthAndDay(
    _ memory: Bytes,
    _ position: inout Int,
    _ end: Int
  ) -> (month: Int, day: Int)? {
    guard end - position >= 5, memory[position + 3] == UInt8(ascii: " "),
      let month = Self.month(memory, position), let first = digit(memory[position + 4])
    else { return nil }
    position += 5
    guard position < end, let second = digit(memory[position]) else { return (month, first) }
    position += 1
    return (month, first * 10 + second)
  }

  /// A year in the form `, 2026`.
  private func year(_ memory: Bytes, _ position: inout Int, _ end: Int) -> Int? {
    guard end - position >= 6, memory[position] == UInt8(ascii: ","),
      memory[position + 1] == UInt8(ascii: " ")
    else { return nil }
    var year = 0
    for index in position + 2..<position + 6 {
      guard let digit = digit(memory[index]) else { return nil }
      year = year * 10 + digit
    }
    position += 6
    return year
  }

  /// The hours in `32.17 hours`, in hundred-thousandths.
  @inline(__always)
  private func hours(_ memory: Bytes, _ text: Cell) -> Int64? {
    guard text.count >= 7, text.count <= 18 else { return nil }
    let end = text.end &- 6
    // " hours" in the order of a little-endian word.
    guard Words.tail(memory + end, 6) == 0x7372_756F_6820 else { return nil }
    return scaled(
      memory,
      Cell(start: text.start, end: end, isQuoted: false),
      decimals: 5,
      isSigned: false
    )
  }

  /// Whether a text could name a period in another way: the exact reader then decides.
  @inline(__always)
  private func mayNamePeriod(_ memory: Bytes, _ text: Cell) -> Bool {
    var run = 0
    for index in text.start..<text.end {
      run = memory[index] &- 48 < 10 ? run &+ 1 : 0
      if run == 4 { return mayNamePeriodForCertain(memory, text) }
    }
    return false
  }

  @inline(never)
  private func mayNamePeriodForCertain(_ memory: Bytes, _ text: Cell) -> Bool {
    for index in text.start..<text.end where memory[index] == UInt8(ascii: "/") { return true }
    guard text.count >= 3 else { return false }
    for index in text.start...text.end - 3 where Self.month(memory, index, folded: true) != nil {
      return true
    }
    return false
  }

  /// Whether a text holds `hr` or `hour`.
  @inline(__always)
  private func mayNameHours(_ memory: Bytes, _ text: Cell) -> Bool {
    var index = text.start
    while index &+ 1 < text.end {
      if memory[index] == UInt8(ascii: "h") {
        let next = memory[index &+ 1]
        if next == UInt8(ascii: "r") || next == UInt8(ascii: "o") { return true }
      }
      index &+= 1
    }
    return false
  }

  /// Whether a text holds `escr`, in any case.
  @inline(__always)
  private func mayNameEscrow(_ memory: Bytes, _ text: Cell) -> Bool {
    var index = text.start
    while index &+ 5 < text.end {
      // "escr" in the order of a little-endian word.
      if UInt32(truncatingIfNeeded: Words.load(memory + index)) | 0x2020_2020 == 0x7263_7365 {
        return true
      }
      index &+= 1
    }
    return false
  }

  // MARK: Cells

  /// The bytes of a cell without quotes and without surrounding blanks.
  @inline(__always)
  private func cell(
    _ column: Int,
    _ memory: Bytes,
    _ separators: UnsafeMutablePointer<UInt32>,
    _ start: Int
  ) -> Cell {
    var cell = Cell(
      start: column == 0 ? start : Int(separators[column &- 1]) &+ 1,
      end: Int(separators[column]),
      isQuoted: false
    )
    if cell.count == 0 { return cell }
    if memory[cell.end &- 1] == UInt8(ascii: "\r") { cell.end &-= 1 }
    if cell.count >= 2, memory[cell.start] == UInt8(ascii: "\"") {
      cell.start &+= 1
      cell.end &-= 1
      cell.isQuoted = true
    }
    while cell.count > 0, isBlank(memory[cell.start]) { cell.start &+= 1 }
    while cell.count > 0, isBlank(memory[cell.end &- 1]) { cell.end &-= 1 }
    return cell
  }

  @inline(__always)
  private func isBlank(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ")
      && (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r"))
  }

  @inline(__always)
  private func type(_ memory: Bytes, _ cell: Cell) -> UInt8? {
    guard cell.count > 0, cell.count <= 16 else { return spelledOut(memory, cell) }
    let (first, last) = Self.words(memory + cell.start, cell.count)
    for index in 0..<spellingCount
    where spellings[index].first == first && spellings[index].last == last
      && spellings[index].count == cell.count
    {
      return spellings[index].type
    }
    guard let type = spelledOut(memory, cell) else { return nil }
    if spellingCount < Self.mostSpellings {
      (spellings + spellingCount).initialize(
        to: Spelling(first: first, last: last, count: cell.count, type: type)
      )
      spellingCount += 1
    }
    return type
  }

  /// Up to 16 bytes as two words.
  @inline(__always)
  private static func words(_ bytes: Bytes, _ count: Int) -> (UInt64, UInt64) {
    if count < 8 { return (Words.tail(bytes, count), 0) }
    return (Words.load(bytes), Words.load(bytes + (count &- 8)))
  }

  @inline(never)
  private func spelledOut(_ memory: Bytes, _ cell: Cell) -> UInt8? {
    let bytes = UnsafeBufferPointer(start: memory + cell.start, count: cell.count)
    guard let type = UpworkTransactionType(String(decoding: bytes, as: UTF8.self)) else {
      return nil
    }
    return types.firstIndex(of: type).map { UInt8($0) }
  }

  @inline(__always)
  private func reference(_ memory: Bytes, _ cell: Cell) -> UInt64? {
    // A leading zero would be lost in a number.
    guard cell.count > 0, cell.count <= 12, memory[cell.start] != UInt8(ascii: "0") else {
      return nil
    }
    var value: UInt64 = 0
    for index in cell.start..<cell.end {
      let digit = memory[index] &- 48
      guard digit < 10 else { return nil }
      value = value &* 10 &+ UInt64(digit)
    }
    return value < ReferenceTable.limit ? value : nil
  }

  /// A number such as `-1994.33`: digits with at most `decimals` behind a point, as a whole number of the last.
  @inline(__always)
  private func scaled(_ memory: Bytes, _ cell: Cell, decimals: Int, isSigned: Bool) -> Int64? {
    var index = cell.start
    var isNegative = false
    if isSigned, cell.count > 0, memory[index] == UInt8(ascii: "-") {
      isNegative = true
      index &+= 1
    }
    guard index < cell.end, cell.end &- index <= 12 else { return nil }
    var value: Int64 = 0
    let first = index
    while index < cell.end {
      let digit = memory[index] &- 48
      if digit >= 10 { break }
      value = value &* 10 &+ Int64(digit)
      index &+= 1
    }
    var digits = index &- first
    var missing = decimals
    if index < cell.end {
      guard memory[index] == UInt8(ascii: ".") else { return nil }
      index &+= 1
      while index < cell.end {
        let digit = memory[index] &- 48
        guard digit < 10, missing > 0 else { return nil }
        value = value &* 10 &+ Int64(digit)
        missing &-= 1
        digits &+= 1
        index &+= 1
      }
    }
    guard digits > 0 else { return nil }
    while missing > 0 {
      value = value &* 10
      missing &-= 1
    }
    return isNegative ? 0 &- value : value
  }

  /// A day in the form `Sep 28, 2026`.
  @inline(__always)
  private func date(_ memory: Bytes, _ cell: Cell) -> Int32? {
    guard cell.count == 11 || cell.count == 12 else { return nil }
    if cell.count == lastDateCount, Words.areEqual(memory + cell.start, lastDate, cell.count) {
      return lastDay
    }
    return learnDate(memory, cell)
  }

  @inline(never)
  private func learnDate(_ memory: Bytes, _ cell: Cell) -> Int32? {
    var position = cell.start
    guard let (month, day) = monthAndDay(memory, &position, cell.end),
      let year = year(memory, &position, cell.end), position == cell.end,
      let found = Day(year: year, month: month, day: day)
    else { return nil }
    lastDate.update(from: memory + cell.start, count: cell.count)
    (lastDateCount, lastDay) = (cell.count, Int32(found.number))
    return lastDay
  }

  private func digit(_ byte: UInt8) -> Int? { byte &- 48 < 10 ? Int(byte &- 48) : nil }

  /// The month that three letters name: capital and small as Upwork writes them, or any case.
  private static func month(_ memory: Bytes, _ start: Int, folded: Bool = false) -> Int? {
    let names: StaticString = "janfebmaraprmayjunjulaugsepoctnovdec"
    for month in 0..<12 {
      let matches = (0..<3).allSatisfy { index in
        let byte = memory[start + index]
        let expected = names.utf8Start[month * 3 + index]
        return folded || index > 0 ? byte | 0x20 == expected && byte >= 0x41 : byte == expected - 32
      }
      if matches { return month + 1 }
    }
    return nil
  }
}
