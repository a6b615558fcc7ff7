/// What a text could say in a form that only the exact reader knows; the row is then left to it.
enum TextCues {
  typealias Bytes = UnsafeMutablePointer<UInt8>
  typealias Cell = RowCells.Cell

  /// Whether a text could name a period.
  @inline(__always)
  static func mayNamePeriod(_ memory: Bytes, _ text: Cell) -> Bool {
    var run = 0
    for index in text.start..<text.end {
      run = memory[index] &- 48 < 10 ? run &+ 1 : 0
      if run == 4 { return hasSlashOrMonth(memory, text) }
    }
    return false
  }

  @inline(never)
  private static func hasSlashOrMonth(_ memory: Bytes, _ text: Cell) -> Bool {
    for index in text.start..<text.end where memory[index] == UInt8(ascii: "/") { return true }
    guard text.count >= 3 else { return false }
    for index in text.start...text.end - 3
    where MonthName.month(memory + index, inAnyCase: true) != nil {
      return true
    }
    return false
  }

  /// Whether a text holds `hr` or `ho`.
  @inline(__always)
  static func mayNameHours(_ memory: Bytes, _ text: Cell) -> Bool {
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

  /// Whether a text holds `escr`, in any case, and two bytes behind it.
  @inline(__always)
  static func mayNameEscrow(_ memory: Bytes, _ text: Cell) -> Bool {
    let lower: UInt64 = 0x2020_2020_2020_2020
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = text.start
    while index < text.end {
      // The bytes that are an e before an s are zero in both; a carry can only add others.
      let first = (Words.load(memory + index) | lower) ^ ones &* UInt64(UInt8(ascii: "e"))
      let second = (Words.load(memory + (index &+ 1)) | lower) ^ ones &* UInt64(UInt8(ascii: "s"))
      let both = first | second
      if (both &- ones) & ~both & ones << 7 != 0 { return namesEscrow(memory, text) }
      index &+= 8
    }
    return false
  }

  @inline(never)
  private static func namesEscrow(_ memory: Bytes, _ text: Cell) -> Bool {
    var index = text.start
    while index + 5 < text.end {
      // "escr" in the order of a little-endian word.
      if UInt32(truncatingIfNeeded: Words.load(memory + index)) | 0x2020_2020 == 0x7263_7365 {
        return true
      }
      index += 1
    }
    return false
  }
}
