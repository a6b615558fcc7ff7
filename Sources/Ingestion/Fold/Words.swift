/// Bytes compared and hashed eight at a time.
///
/// The memory must be readable for seven bytes behind the count; blocks and tables have that room.
enum Words {
  /// Eight bytes from an address.
  @inline(__always)
  static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
  }

  /// The first `count` (0 to 7) of eight bytes, the rest zero.
  @inline(__always)
  static func tail(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    load(bytes) & ((1 as UInt64) << UInt64(truncatingIfNeeded: count &* 8) &- 1)
  }

  /// Whether two runs of bytes are equal.
  @inline(__always)
  static func areEqual(
    _ left: UnsafePointer<UInt8>,
    _ right: UnsafePointer<UInt8>,
    _ count: Int
  ) -> Bool {
    var index = 0
    while count &- index >= 8 {
      if load(left + index) != load(right + index) { return false }
      index &+= 8
    }
    return tail(left + index, count &- index) == tail(right + index, count &- index)
  }

  /// A hash of bytes that depends on all of them and on the seed; not for data that somebody could
  /// choose to make tables slow, which costs time and never correctness.
  @inline(__always)
  static func hash(
    _ bytes: UnsafePointer<UInt8>,
    _ count: Int,
    seed: UInt64 = 0x243F_6A88_85A3_08D3
  ) -> UInt64 {
    var hash = seed &+ UInt64(truncatingIfNeeded: count)
    var index = 0
    while count &- index >= 16 {
      hash = fold(hash ^ load(bytes + index), load(bytes + (index &+ 8)))
      index &+= 16
    }
    if count &- index >= 8 {
      return fold(hash ^ load(bytes + index), tail(bytes + (index &+ 8), count &- index &- 8))
    }
    return fold(hash ^ tail(bytes + index, count &- index), 0)
  }

  @inline(__always)
  private static func fold(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second ^ 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// The eight decimal digits of a word, first in memory most significant; `nil` when one of the
  /// bytes is none.
  @inline(__always)
  static func digits(_ word: UInt64) -> UInt64? {
    let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    let zeros: UInt64 = 0x3030_3030_3030_3030
    guard word & high == zeros, (word &+ 0x0606_0606_0606_0606) & high == zeros else { return nil }
    // Pairs of digits, then fours, then all eight.
    let ones = word &- zeros
    let pairs = ones &* 10 &+ ones >> 8
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    let fours = (pairs & mask) &* 0x000F_4240_0000_0064
    return (fours &+ (pairs >> 16 & mask) &* 0x0000_2710_0000_0001) >> 32
  }
}
