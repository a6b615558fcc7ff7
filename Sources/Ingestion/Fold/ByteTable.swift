/// Runs of bytes, each kept once with a value.
///
/// Open addressing; an entry stands in one piece, so that finding it takes one line of the cache
/// after that of the slot.
final class ByteTable {
  private struct Slot {
    var tag: UInt32
    /// Where the entry stands, in words, plus one; 0 is empty.
    var place: UInt32
  }

  /// An entry: its head and the bytes behind it.
  struct Entry {
    fileprivate struct Head {
      let hash: UInt64
      let count: UInt32
      let value: UInt32
    }

    fileprivate let head: UnsafeMutablePointer<Head>

    @inline(__always)
    var value: UInt32 { head.pointee.value }
    /// The number of bytes.
    @inline(__always)
    var count: Int { Int(head.pointee.count) }
    /// The bytes; seven more behind them can be read.
    @inline(__always)
    var bytes: UnsafePointer<UInt8> {
      UnsafePointer(UnsafeMutableRawPointer(head + 1).assumingMemoryBound(to: UInt8.self))
    }
  }

  /// A search under way.
  struct Search {
    fileprivate let tag: UInt32
    fileprivate var index: Int
  }

  private static let wordSize = 8
  private static let headSize = MemoryLayout<Entry.Head>.size

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var memory: UnsafeMutableRawPointer
  private var capacity = 1 << 16
  private var used = 0
  /// The number of entries.
  private(set) var count = 0

  init() {
    mask = 4095
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(tag: 0, place: 0), count: mask + 1)
    memory = Self.allocate(capacity)
  }

  deinit {
    slots.deallocate()
    memory.deallocate()
  }

  private static func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size + wordSize, alignment: 64)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: size + wordSize)
    return memory
  }

  /// Begins to look for a hash.
  @inline(__always)
  func search(_ hash: UInt64) -> Search {
    Search(
      tag: UInt32(truncatingIfNeeded: hash),
      index: Int(truncatingIfNeeded: hash >> 32) & mask
    )
  }

  /// The next entry that may have the hash, or `nil` when there is none.
  @inline(__always)
  func next(_ search: inout Search) -> Entry? {
    while slots[search.index].place != 0 {
      let slot = slots[search.index]
      search.index = (search.index &+ 1) & mask
      if slot.tag == search.tag { return entry(slot.place &- 1) }
    }
    return nil
  }

  @inline(__always)
  private func entry(_ place: UInt32) -> Entry {
    Entry(head: (memory + Int(place) &* Self.wordSize).assumingMemoryBound(to: Entry.Head.self))
  }

  /// The entry at a place that ``insert(_:hash:value:)`` returned.
  subscript(place: UInt32) -> Entry { entry(place) }

  /// Adds an entry that is not there and returns its place.
  func insert(_ run: UnsafeBufferPointer<UInt8>, hash: UInt64, value: UInt32) -> UInt32 {
    let size = (Self.headSize + run.count + Self.wordSize) / Self.wordSize * Self.wordSize
    if used + size > capacity {
      let larger = (used + size) * 3 / 2
      let moved = Self.allocate(larger)
      moved.copyMemory(from: memory, byteCount: used)
      memory.deallocate()
      (memory, capacity) = (moved, larger)
    }
    let start = memory + used
    start.initializeMemory(
      as: Entry.Head.self,
      to: Entry.Head(hash: hash, count: UInt32(run.count), value: value)
    )
    if let first = run.baseAddress {
      (start + Self.headSize).copyMemory(from: first, byteCount: run.count)
    }
    let place = UInt32(used / Self.wordSize)
    used += size
    count += 1
    if count * 2 > mask { grow() }
    link(place, hash)
    return place
  }

  private func grow() {
    let old = (slots: slots, count: mask + 1)
    mask = mask * 2 + 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(tag: 0, place: 0), count: mask + 1)
    for index in 0..<old.count where old.slots[index].place != 0 {
      let place = old.slots[index].place - 1
      link(place, entry(place).head.pointee.hash)
    }
    old.slots.deallocate()
  }

  private func link(_ place: UInt32, _ hash: UInt64) {
    var index = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[index].place != 0 { index = (index + 1) & mask }
    slots[index] = Slot(tag: UInt32(truncatingIfNeeded: hash), place: place + 1)
  }
}
