/// A set of numbers below 2^40 wherever they lie, 9 to 19 bytes each.
///
/// Open addressing in 256 parts that grow one by one, so that growth never needs the set twice.
final class NumberSet {
  private struct Part {
    var slots: UnsafeMutablePointer<UInt64>
    var mask: Int
    var used = 0
  }

  private static let partCount = 256
  private var parts: UnsafeMutablePointer<Part>?

  deinit {
    guard let parts else { return }
    for index in 0..<Self.partCount { parts[index].slots.deallocate() }
    parts.deallocate()
  }

  /// Inserts a number; `false` when it is there already.
  func insert(_ number: UInt64) -> Bool {
    let hash = Self.hash(number)
    let part = (parts ?? makeParts()) + Int(truncatingIfNeeded: hash & 255)
    guard Self.place(number + 1, hash, part) else { return false }
    part.pointee.used += 1
    if part.pointee.used * 8 > part.pointee.mask * 7 { Self.grow(part) }
    return true
  }

  private func makeParts() -> UnsafeMutablePointer<Part> {
    let made = UnsafeMutablePointer<Part>.allocate(capacity: Self.partCount)
    for index in 0..<Self.partCount {
      (made + index).initialize(to: Part(slots: Self.slots(16), mask: 15))
    }
    parts = made
    return made
  }

  /// Puts a key, which is a number plus one, into its slot unless it is there.
  private static func place(
    _ key: UInt64,
    _ hash: UInt64,
    _ part: UnsafeMutablePointer<Part>
  ) -> Bool {
    let (slots, mask) = (part.pointee.slots, part.pointee.mask)
    var index = Int(truncatingIfNeeded: hash >> 8) & mask
    while slots[index] != 0 {
      if slots[index] == key { return false }
      index = (index + 1) & mask
    }
    slots[index] = key
    return true
  }

  private static func grow(_ part: UnsafeMutablePointer<Part>) {
    let old = part.pointee
    part.pointee.mask = old.mask * 2 + 1
    part.pointee.slots = slots(part.pointee.mask + 1)
    for index in 0...old.mask where old.slots[index] != 0 {
      _ = place(old.slots[index], hash(old.slots[index] - 1), part)
    }
    old.slots.deallocate()
  }

  private static func slots(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
    slots.initialize(repeating: 0, count: count)
    return slots
  }

  /// Fibonacci hashing, folded so that the low bits depend on every digit.
  private static func hash(_ number: UInt64) -> UInt64 {
    let product = (number &+ 1) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}
