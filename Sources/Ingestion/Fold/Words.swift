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

  /// A hash of bytes that depends on all of them; not for data that somebody could choose to make
  /// tables slow, which costs time and never correctness.
  @inline(__always)
  static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var hash = 0x243F_6A88_85A3_08D3 &+ UInt64(truncatingIfNeeded: count)
    var index = 0
    while count &- index >= 8 {
      hash = fold(hash ^ load(bytes + index))
      index &+= 8
    }
    return fold(hash ^ tail(bytes + index, count &- index))
  }

  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
