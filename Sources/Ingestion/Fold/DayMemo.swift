/// Texts of 8 to 40 bytes that were read, and the days that they name.
///
/// Each text has one place, which the last one keeps: rows of one day mostly stand together, and
/// where they do not there are few days.
struct DayMemo {
  typealias Bytes = UnsafeMutablePointer<UInt8>

  private struct Head {
    var count: Int32 = 0
    var day: Int32 = 0
  }

  /// The bytes of the longest text.
  static let longest = 40
  private static let places = 256
  private static let room = longest + 8
  private let heads: UnsafeMutablePointer<Head>
  private let texts: Bytes

  init() {
    heads = .allocate(capacity: Self.places)
    heads.initialize(repeating: Head(), count: Self.places)
    texts = .allocate(capacity: Self.places * Self.room)
    texts.initialize(repeating: 0, count: Self.places * Self.room)
  }

  func deallocate() {
    heads.deallocate()
    texts.deallocate()
  }

  /// The day of a text, or `nil` when it was not read or has lost its place.
  @inline(__always)
  func day(_ memory: Bytes, _ text: RowCells.Cell) -> Int32? {
    let place = Self.place(memory, text)
    guard Int(heads[place].count) == text.count,
      Words.areEqual(memory + text.start, texts + place &* Self.room, text.count)
    else { return nil }
    return heads[place].day
  }

  func learn(_ memory: Bytes, _ text: RowCells.Cell, _ day: Int32) {
    let place = Self.place(memory, text)
    (texts + place * Self.room).update(from: memory + text.start, count: text.count)
    heads[place] = Head(count: Int32(text.count), day: day)
  }

  /// Depends on the last 16 bytes: days come before years, and years at the end.
  @inline(__always)
  private static func place(_ memory: Bytes, _ text: RowCells.Cell) -> Int {
    let last = Words.load(memory + (text.end &- 8))
    let before = Words.load(memory + max(text.start, text.end &- 16))
    let mixed = (last ^ (before << 29 | before >> 35)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 56)
  }
}
