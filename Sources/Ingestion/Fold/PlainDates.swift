internal import Model

/// Days and periods as Upwork writes them, read from bytes; what has another form is refused.
///
/// One instance serves one thread: it remembers what it read.
final class PlainDates {
  typealias Bytes = UnsafeMutablePointer<UInt8>
  typealias Cell = RowCells.Cell

  private let dates = DayMemo()
  private let periods = DayMemo()

  deinit {
    dates.deallocate()
    periods.deallocate()
  }

  /// A day in the form `Sep 28, 2026`, as the number of a `Day`.
  @inline(__always)
  func day(_ memory: Bytes, _ text: Cell) -> Int32? {
    guard text.count == 11 || text.count == 12 else { return nil }
    return dates.day(memory, text) ?? learnDay(memory, text)
  }

  @inline(never)
  private func learnDay(_ memory: Bytes, _ text: Cell) -> Int32? {
    var position = text.start
    guard let (month, day) = monthAndDay(memory, &position, text.end),
      let year = year(memory, &position, text.end), position == text.end,
      let found = Day(year: year, month: month, day: day)
    else { return nil }
    dates.learn(memory, text, Int32(found.number))
    return Int32(found.number)
  }

  /// The last day of `Invoice for Sep 21-Sep 27, 2026`; the year of both days where it is written
  /// once.
  @inline(__always)
  func periodEnd(_ memory: Bytes, _ text: Cell) -> Int32? {
    guard text.count >= 28, text.count <= DayMemo.longest else { return nil }
    return periods.day(memory, text) ?? learnPeriod(memory, text)
  }

  @inline(never)
  private func learnPeriod(_ memory: Bytes, _ text: Cell) -> Int32? {
    guard let end = parsePeriod(memory, text) else { return nil }
    periods.learn(memory, text, end)
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
      let month = MonthName.month(memory + position), let first = digit(memory[position + 4])
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

  private func digit(_ byte: UInt8) -> Int? { byte &- 48 < 10 ? Int(byte &- 48) : nil }
}
