/// The values gathered from a document since its open unit began, in one stretch of memory that the
/// next unit uses again.
///
/// It hands out pointers into itself; they are good until the next change.
struct XMLTape {
  /// A value, or a group with everything up to `next` inside it.
  struct Entry {
    var term: UInt16
    var rank: UInt8
    var isGroup: Bool
    /// The 1-based line of a group's start tag.
    var line: Int
    /// A value's bytes in ``bytes``; a group's bytes in the document, or -1 when unknown.
    var start: Int
    var end: Int
    /// The entry behind this one and everything inside it.
    var next: Int
  }

  private(set) var entries: UnsafeMutablePointer<Entry>
  private(set) var count = 0
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var byteCount = 0
  private var capacity = 64
  private var byteCapacity = 4096

  init() {
    entries = .allocate(capacity: capacity)
    bytes = .allocate(capacity: byteCapacity)
  }

  /// Gives the memory back; the tape is not used afterwards.
  func deallocate() {
    entries.deallocate()
    bytes.deallocate()
  }

  /// Appends an entry and returns its index.
  mutating func append(_ entry: Entry) -> Int {
    if count == capacity {
      let larger = UnsafeMutablePointer<Entry>.allocate(capacity: capacity * 2)
      larger.moveInitialize(from: entries, count: count)
      entries.deallocate()
      entries = larger
      capacity *= 2
    }
    (entries + count).initialize(to: entry)
    count += 1
    return count - 1
  }

  /// Appends bytes of a value.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let source = text.baseAddress else { return }
    if byteCount + text.count > byteCapacity {
      while byteCount + text.count > byteCapacity { byteCapacity *= 2 }
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: byteCapacity)
      larger.moveInitialize(from: bytes, count: byteCount)
      bytes.deallocate()
      bytes = larger
    }
    (bytes + byteCount).initialize(from: source, count: text.count)
    byteCount += text.count
  }

  /// Closes a group: everything appended since lies inside it.
  mutating func close(group: Int, end: Int) {
    entries[group].end = end
    entries[group].next = count
  }

  /// Forgets an entry and everything behind it.
  mutating func truncate(to entry: Int, bytes: Int) {
    count = entry
    byteCount = bytes
  }

  /// The bytes of a value without surrounding white space.
  mutating func trim(from start: Int) {
    while byteCount > start, Self.isBlank(bytes[byteCount - 1]) { byteCount -= 1 }
  }

  /// The first byte at or behind `start` that is no white space.
  func firstInk(from start: Int) -> Int {
    var start = start
    while start < byteCount, Self.isBlank(bytes[start]) { start += 1 }
    return start
  }

  /// Drops the bytes of a UTF-8 character at the end that is not whole.
  mutating func dropPartialCharacter(from start: Int) {
    var lead = byteCount - 1
    while lead >= start, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    guard lead >= start, bytes[lead] >= 0xC0 else { return }
    let width = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2
    if byteCount - lead < width { byteCount = lead }
  }

  /// Whether a byte is white space in XML.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
