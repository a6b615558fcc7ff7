internal import CScan

/// The distinct identities of rows: the cells that say whose work it is, each kept once.
///
/// An identity is one run of bytes: the lengths of its cells, two bytes each, then the cells. Rows
/// find theirs by these bytes, without making a `String`.
final class IdentityTable {
  /// The number of cells of an identity.
  static let cells = 6
  /// The bytes before the cells.
  static let prefix = 2 * cells

  private struct Slot {
    var tag: UInt32
    /// The identity's number plus one; 0 is empty.
    var number: UInt32
  }

  private struct Entry {
    let hash: UInt64
    let offset: Int
    let length: Int
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var entries: UnsafeMutablePointer<Entry>
  private var entryCapacity = 1024
  /// The number of identities.
  private(set) var count = 0
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity = 1 << 16
  private var byteCount = 0

  init() {
    mask = 4095
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(tag: 0, number: 0), count: mask + 1)
    entries = .allocate(capacity: entryCapacity)
    bytes = .allocate(capacity: byteCapacity + 8)
    bytes.initialize(repeating: 0, count: byteCapacity + 8)
  }

  deinit {
    slots.deallocate()
    entries.deallocate()
    bytes.deallocate()
  }

  /// The text of one cell of an identity; `nil` when blank.
  func text(_ identity: Int, cell: Int) -> String? {
    let start = bytes + entries[identity].offset
    func length(_ cell: Int) -> Int { Int(start[2 * cell]) | Int(start[2 * cell + 1]) << 8 }
    let offset = (0..<cell).reduce(Self.prefix) { $0 + length($1) }
    guard length(cell) > 0 else { return nil }
    let text = UnsafeBufferPointer(start: start + offset, count: length(cell))
    return String(decoding: text, as: UTF8.self)
  }

  /// Fetches the slot of a hash that will soon be looked up.
  @inline(__always)
  func prefetch(_ hash: UInt64) {
    cscan_prefetch(slots + (Int(truncatingIfNeeded: hash >> 32) & mask))
  }

  /// The number of the identity with these bytes, a new one where it was not seen yet.
  @inline(__always)
  func find(_ key: UnsafePointer<UInt8>, _ length: Int, hash: UInt64) -> UInt32 {
    var index = Int(truncatingIfNeeded: hash >> 32) & mask
    let tag = UInt32(truncatingIfNeeded: hash)
    while slots[index].number != 0 {
      if slots[index].tag == tag {
        let entry = entries[Int(slots[index].number) &- 1]
        if entry.length == length, Words.areEqual(bytes + entry.offset, key, length) {
          return slots[index].number &- 1
        }
      }
      index = (index &+ 1) & mask
    }
    return insert(key, length, hash: hash)
  }

  @inline(never)
  private func insert(_ key: UnsafePointer<UInt8>, _ length: Int, hash: UInt64) -> UInt32 {
    if byteCount + length > byteCapacity {
      let capacity = (byteCount + length) * 3 / 2
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 8)
      larger.initialize(repeating: 0, count: capacity + 8)
      larger.update(from: bytes, count: byteCount)
      bytes.deallocate()
      (bytes, byteCapacity) = (larger, capacity)
    }
    if count == entryCapacity {
      let larger = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * entryCapacity)
      larger.initialize(from: entries, count: count)
      entries.deallocate()
      (entries, entryCapacity) = (larger, 2 * entryCapacity)
    }
    (bytes + byteCount).update(from: key, count: length)
    (entries + count).initialize(to: Entry(hash: hash, offset: byteCount, length: length))
    byteCount += length
    count += 1
    if count * 2 > mask {
      slots.deallocate()
      mask = mask * 2 + 1
      slots = .allocate(capacity: mask + 1)
      slots.initialize(repeating: Slot(tag: 0, number: 0), count: mask + 1)
      for number in 0..<count { place(number, entries[number].hash) }
    } else {
      place(count - 1, hash)
    }
    return UInt32(count - 1)
  }

  private func place(_ number: Int, _ hash: UInt64) {
    var index = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[index].number != 0 { index = (index + 1) & mask }
    slots[index] = Slot(tag: UInt32(truncatingIfNeeded: hash), number: UInt32(number + 1))
  }
}
