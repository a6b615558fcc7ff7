/// Where hashes stand in a list, found in a table with open addressing.
struct HashIndex: Sendable {
  private let hashes: [UInt32]
  private let slots: [Int32]
  private let mask: UInt32

  /// An index of hashes without repetitions.
  init(_ hashes: [UInt32]) {
    self.hashes = hashes
    var size = 64
    while size < hashes.count * 2 { size *= 2 }
    mask = UInt32(size - 1)
    var slots = [Int32](repeating: -1, count: size)
    for (index, hash) in hashes.enumerated() {
      var slot = hash & mask
      while slots[Int(slot)] >= 0 { slot = (slot + 1) & mask }
      slots[Int(slot)] = Int32(index)
    }
    self.slots = slots
  }

  /// The place of a hash, or `nil` when it is not in the list.
  @inline(__always)
  subscript(hash: UInt32) -> Int? {
    var slot = hash & mask
    while true {
      let index = slots[Int(slot)]
      if index < 0 { return nil }
      if hashes[Int(index)] == hash { return Int(index) }
      slot = (slot + 1) & mask
    }
  }
}
