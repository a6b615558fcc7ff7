internal import Foundation

/// The grams that a model knows, with the postings they occurred in and their weights.
struct GramTable: Sendable {
  /// The hashes, ascending.
  let hashes: [UInt32]
  /// In how many training postings each occurred.
  let postings: [UInt16]
  /// The weights in steps of ``step``.
  let weights: [Int16]
  /// What one step of a weight is worth.
  let step: Double
  /// The inverse document frequencies, ln((1 + N) / (1 + n)) + 1.
  let rarity: [Double]
  private let slots: [Int32]
  private let mask: UInt32

  init(
    hashes: [UInt32],
    postings: [UInt16],
    weights: [Int16],
    step: Double,
    trainingPostings: Int
  ) {
    self.hashes = hashes
    self.postings = postings
    self.weights = weights
    self.step = step
    rarity = postings.map { Self.rarity(Int($0), of: trainingPostings) }
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

  /// The inverse document frequency of a gram in `count` of `total` postings.
  static func rarity(_ count: Int, of total: Int) -> Double {
    log(Double(1 + total) / Double(1 + count)) + 1
  }

  /// The index of a gram, or `nil` when it is not known.
  @inline(__always)
  func index(of hash: UInt32) -> Int? {
    var slot = hash & mask
    while true {
      let index = slots[Int(slot)]
      if index < 0 { return nil }
      if hashes[Int(index)] == hash { return Int(index) }
      slot = (slot + 1) & mask
    }
  }

  /// The weight of a gram.
  func weight(_ index: Int) -> Double { Double(weights[index]) * step }
}
