/// The cells of one record, as bytes in a block.
struct RowCells {
  typealias Bytes = UnsafeMutablePointer<UInt8>

  /// A cell without its quotes and without surrounding blanks.
  struct Cell {
    var start: Int
    var end: Int
    var isQuoted: Bool

    @inline(__always)
    init(_ start: Int, _ end: Int, isQuoted: Bool = false) {
      self.start = start
      self.end = end
      self.isQuoted = isQuoted
    }

    @inline(__always)
    var count: Int { end &- start }
  }

  /// The block; seven bytes behind any cell can be read.
  let memory: Bytes
  /// The ends of the cells, the last one without its line end.
  let separators: UnsafeMutablePointer<UInt32>
  /// Where the record begins.
  let start: Int

  /// The bytes of a cell as they stand there, with quotes and blanks.
  @inline(__always)
  func raw(_ first: Int, through last: Int) -> Cell {
    Cell(first == 0 ? start : Int(separators[first &- 1]) &+ 1, Int(separators[last]))
  }

  /// The cell of a column.
  @inline(__always)
  subscript(column: Int) -> Cell {
    let cell = raw(column, through: column)
    if cell.count == 0 { return cell }
    let first = memory[cell.start]
    if first > Self.quote, memory[cell.end &- 1] > Self.blank { return cell }
    if first == Self.quote, cell.count > 2, memory[cell.start &+ 1] > Self.blank,
      memory[cell.end &- 2] > Self.blank
    {
      return Cell(cell.start &+ 1, cell.end &- 1, isQuoted: true)
    }
    return trimmed(cell)
  }

  /// What a cell says: of two quotes inside a quoted cell one (RFC 4180, rule 7).
  func text(_ cell: Cell) -> [UInt8] {
    let bytes = UnsafeBufferPointer(start: memory + cell.start, count: cell.count)
    guard cell.isQuoted, bytes.contains(Self.quote) else { return Array(bytes) }
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      text.append(bytes[index])
      index += bytes[index] == Self.quote ? 2 : 1
    }
    return text
  }

  @inline(never)
  private func trimmed(_ cell: Cell) -> Cell {
    var cell = cell
    if cell.count >= 2, memory[cell.start] == Self.quote {
      cell = Cell(cell.start + 1, cell.end - 1, isQuoted: true)
    }
    while cell.count > 0, Self.isBlank(memory[cell.start]) { cell.start += 1 }
    while cell.count > 0, Self.isBlank(memory[cell.end - 1]) { cell.end -= 1 }
    return cell
  }

  private static let quote = UInt8(ascii: "\"")
  /// No blank is above it.
  private static let blank = UInt8(ascii: " ")

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
