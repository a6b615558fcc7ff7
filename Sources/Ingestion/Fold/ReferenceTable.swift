internal import CScan

/// The references of all rows seen, each with the place of its first row and a check of what it
/// said: what finds a repeated row among millions.
///
/// Open addressing over cache lines of five entries, in 256 parts that grow one by one, so that
/// growth never needs the table twice. At three quarters full a row costs 17 bytes. References are
/// exact up to 40 bits (12 digits); longer ones and texts go to a dictionary.
final class ReferenceTable {
  /// What an earlier row with the same reference said.
  struct Earlier {
    /// The ordinal of the earlier row, as it was claimed.
    let ordinal: UInt32
    /// Whether its check is another one.
    let conflicts: Bool
  }

  /// The first number that is too large to be kept as one.
  static let limit: UInt64 = 1 << 40 - 1

  /// A part of the table: lines of 64 bytes with five keys of 8 and five ordinals of 4.
  private struct Part {
    var lines: UnsafeMutableRawPointer
    var count: UInt64
    var used: UInt64
    /// Whether the memory is the part's own rather than a piece of the first allocation.
    var isOwned: Bool
  }

  private static let parts = 256
  private static let lineSize = 64
  private static let entries = 5
  private let table: UnsafeMutablePointer<Part>
  private let memory: UnsafeMutableRawPointer?
  private let size: Int
  private var texts: [String: (ordinal: UInt32, check: Int64)] = [:]

  /// Creates a table with room for about `expected` rows, which is only a matter of speed.
  init(expected: Int) {
    let lines = max(4, expected * 4 / 3 / Self.entries / Self.parts + 1)
    size = Self.parts * lines * Self.lineSize
    memory = cscan_table_allocate(size)
    table = .allocate(capacity: Self.parts)
    for index in 0..<Self.parts {
      let piece = memory.map { $0 + index * lines * Self.lineSize }
      (table + index).initialize(
        to: Part(
          lines: piece ?? Self.allocate(lines),
          count: UInt64(lines),
          used: 0,
          isOwned: piece == nil
        )
      )
    }
  }

  deinit {
    for index in 0..<Self.parts where table[index].isOwned { table[index].lines.deallocate() }
    if let memory { cscan_table_free(memory, size) }
    table.deallocate()
  }

  /// Fetches the place of a reference that will soon be claimed.
  @inline(__always)
  func prefetch(_ reference: UInt64) {
    let hash = Self.hash(reference)
    cscan_prefetch(Self.line(hash, table + Int(truncatingIfNeeded: hash & 255)))
  }

  /// Claims a reference for a row, or returns the row that has it already.
  ///
  /// `check` is compared by its low 24 bits: amounts in cents differ there unless they are a
  /// multiple of 167,772.16 apart.
  @inline(__always)
  func claim(_ reference: UInt64, check: Int64, ordinal: UInt32) -> Earlier? {
    let hash = Self.hash(reference)
    let part = table + Int(truncatingIfNeeded: hash & 255)
    let key = (reference &+ 1) << 24 | UInt64(truncatingIfNeeded: check) & 0xFF_FFFF
    var line = Self.line(hash, part)
    while true {
      let keys = line.assumingMemoryBound(to: UInt64.self)
      for entry in 0..<Self.entries {
        if keys[entry] == 0 {
          keys[entry] = key
          Self.ordinals(line)[entry] = ordinal
          part.pointee.used &+= 1
          if part.pointee.used &* 5 > part.pointee.count &* 21 { Self.grow(part) }
          return nil
        }
        if keys[entry] >> 24 == key >> 24 {
          return Earlier(
            ordinal: Self.ordinals(line)[entry],
            conflicts: keys[entry] & 0xFF_FFFF != key & 0xFF_FFFF
          )
        }
      }
      line = Self.next(line, part)
    }
  }

  /// Claims a reference that is no number of 12 digits.
  func claim(_ reference: String, check: Int64, ordinal: UInt32) -> Earlier? {
    if let earlier = texts[reference] {
      return Earlier(ordinal: earlier.ordinal, conflicts: earlier.check != check)
    }
    texts[reference] = (ordinal, check)
    return nil
  }

  /// Claims a reference of any form.
  func claim(any reference: String, check: Int64, ordinal: UInt32) -> Earlier? {
    // A leading zero would be lost in a number.
    if reference.utf8.count <= 12, reference.utf8.first != UInt8(ascii: "0"),
      let number = UInt64(reference), number < Self.limit
    {
      return claim(number, check: check, ordinal: ordinal)
    }
    return claim(reference, check: check, ordinal: ordinal)
  }

  @inline(__always)
  private static func line(
    _ hash: UInt64,
    _ part: UnsafeMutablePointer<Part>
  ) -> UnsafeMutableRawPointer {
    let index = hash.multipliedFullWidth(by: part.pointee.count).high
    return part.pointee.lines + Int(truncatingIfNeeded: index) &* lineSize
  }

  @inline(__always)
  private static func next(
    _ line: UnsafeMutableRawPointer,
    _ part: UnsafeMutablePointer<Part>
  ) -> UnsafeMutableRawPointer {
    let following = line + lineSize
    let end = part.pointee.lines + Int(part.pointee.count) &* lineSize
    return following == end ? part.pointee.lines : following
  }

  @inline(__always)
  private static func ordinals(_ line: UnsafeMutableRawPointer) -> UnsafeMutablePointer<UInt32> {
    (line + 40).assumingMemoryBound(to: UInt32.self)
  }

  private static func allocate(_ lines: Int) -> UnsafeMutableRawPointer {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: lines * lineSize, alignment: lineSize)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: lines * lineSize)
    return memory
  }

  @inline(never)
  private static func grow(_ part: UnsafeMutablePointer<Part>) {
    let old = part.pointee
    let lines = Int(old.count) * 3 / 2 + 1
    part.pointee = Part(lines: allocate(lines), count: UInt64(lines), used: old.used, isOwned: true)
    for index in 0..<Int(old.count) {
      let keys = (old.lines + index * lineSize).assumingMemoryBound(to: UInt64.self)
      let ordinals = ordinals(old.lines + index * lineSize)
      for entry in 0..<entries where keys[entry] != 0 {
        place(keys[entry], ordinals[entry], part)
      }
    }
    if old.isOwned { old.lines.deallocate() }
  }

  private static func place(
    _ key: UInt64,
    _ ordinal: UInt32,
    _ part: UnsafeMutablePointer<Part>
  ) {
    var line = line(hash(key >> 24 &- 1), part)
    while true {
      let keys = line.assumingMemoryBound(to: UInt64.self)
      for entry in 0..<entries where keys[entry] == 0 {
        keys[entry] = key
        ordinals(line)[entry] = ordinal
        return
      }
      line = next(line, part)
    }
  }

  /// Fibonacci hashing: the high bits, which choose the line, and the low ones, which choose the
  /// part, both depend on every digit.
  @inline(__always)
  private static func hash(_ reference: UInt64) -> UInt64 {
    let product = (reference &+ 1) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}
