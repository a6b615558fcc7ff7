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
  private let places: HashIndex

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
    places = HashIndex(hashes)
  }

  /// The inverse document frequency of a gram in `count` of `total` postings.
  static func rarity(_ count: Int, of total: Int) -> Double {
    log(Double(1 + total) / Double(1 + count)) + 1
  }

  /// The index of a gram, or `nil` when it is not known.
  @inline(__always)
  func index(of hash: UInt32) -> Int? { places[hash] }

  /// The weight of a gram.
  func weight(_ index: Int) -> Double { Double(weights[index]) * step }
}
