/// Numbers as Upwork writes them, read from bytes; what has another form is refused.
enum PlainNumber {
  typealias Bytes = UnsafeMutablePointer<UInt8>

  /// A whole number of up to 12 digits that does not begin with zero.
  @inline(__always)
  static func reference(_ memory: Bytes, _ cell: RowCells.Cell) -> UInt64? {
    // A leading zero would be lost in a number.
    guard cell.count > 0, cell.count <= 12, memory[cell.start] != UInt8(ascii: "0") else {
      return nil
    }
    var value: UInt64 = 0
    var end = cell.end
    var low: UInt64 = 0
    if cell.count >= 8 {
      guard let digits = Words.digits(Words.load(memory + (cell.end &- 8))) else { return nil }
      low = digits
      end = cell.end &- 8
    }
    for index in cell.start..<end {
      let digit = memory[index] &- 48
      guard digit < 10 else { return nil }
      value = value &* 10 &+ UInt64(digit)
    }
    return cell.count >= 8 ? value &* 100_000_000 &+ low : value
  }

  /// A number such as `-1994.33`, in hundredths.
  @inline(__always)
  static func cents(_ memory: Bytes, _ cell: RowCells.Cell) -> Int64? {
    let isNegative = cell.count > 0 && memory[cell.start] == UInt8(ascii: "-")
    let start = isNegative ? cell.start &+ 1 : cell.start
    guard
      let value = common(memory, start, cell.end) ?? digits(memory, start, cell.end, decimals: 2)
    else { return nil }
    return isNegative ? 0 &- value : value
  }

  /// A number such as `32.17`, in hundred-thousandths.
  @inline(__always)
  static func hundredThousandths(_ memory: Bytes, _ start: Int, _ end: Int) -> Int64? {
    if let value = common(memory, start, end) { return value &* 1000 }
    return digits(memory, start, end, decimals: 5)
  }

  /// A number with two decimals and one to five digits before them, in hundredths.
  @inline(__always)
  private static func common(_ memory: Bytes, _ start: Int, _ end: Int) -> Int64? {
    let whole = end &- start &- 3
    guard whole >= 1, whole <= 5, end >= 8, memory[end &- 3] == UInt8(ascii: ".") else {
      return nil
    }
    // Closes the gap of the point, and takes zeros for what stands before the number.
    let word = Words.load(memory + (end &- 8))
    let joined = word << 8 & 0x0000_FFFF_FFFF_FF00 | word & 0xFFFF_0000_0000_0000
    let kept = ~(0 as UInt64) << UInt64(truncatingIfNeeded: 8 &* (6 &- whole))
    return Words.digits(joined & kept | 0x3030_3030_3030_3030 & ~kept).map {
      Int64(bitPattern: $0)
    }
  }

  /// Digits with at most `decimals` behind a point, as a whole number of the last.
  @inline(never)
  private static func digits(
    _ memory: Bytes,
    _ start: Int,
    _ end: Int,
    decimals: Int
  ) -> Int64? {
    guard start < end, end - start <= 12 else { return nil }
    var value: Int64 = 0
    var digits = 0
    // Behind a point: the decimals that are missing.
    var missing: Int?
    for index in start..<end {
      if missing == nil, memory[index] == UInt8(ascii: ".") {
        missing = decimals
        continue
      }
      let digit = memory[index] &- 48
      guard digit < 10, missing != 0 else { return nil }
      value = value * 10 + Int64(digit)
      digits += 1
      missing = missing.map { $0 - 1 }
    }
    guard digits > 0 else { return nil }
    for _ in 0..<(missing ?? decimals) { value *= 10 }
    return value
  }
}
