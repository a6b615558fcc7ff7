internal import Foundation

/// How often each known gram occurs in one posting; the memory is used again for the next.
struct GramCounts {
  /// For each block the sum of weighted grams before its norm.
  private(set) var sum = [Double](repeating: 0, count: Grams.blocks)
  /// For each block one over its norm, or 0 for an empty block.
  private(set) var scale = [Double](repeating: 0, count: Grams.blocks)
  /// The occurrences of each known gram.
  private(set) var occurrences: [Int32]
  private var touched: [(block: Int, index: Int)] = []

  init(_ model: PostingModel) {
    occurrences = [Int32](repeating: 0, count: model.grams.hashes.count)
  }

  /// The factor for a gram that occurs several times.
  static func damped(_ occurrences: Int32) -> Double {
    1 + Logarithm.ofOnePlus(Int(occurrences) - 1)
  }

  /// Counts a posting's grams, in the order of the text.
  mutating func count(_ reading: PostingReading, _ table: GramTable) {
    for (_, index) in touched { occurrences[index] = 0 }
    touched.removeAll(keepingCapacity: true)
    for block in 0..<Grams.blocks {
      sum[block] = 0
      scale[block] = 0
    }
    Grams.forEach(reading) { block, hash, _, _ in
      guard let index = table.index(of: hash) else { return }
      if occurrences[index] == 0 { touched.append((block, index)) }
      occurrences[index] += 1
    }
    for (block, index) in touched {
      let value = Self.damped(occurrences[index]) * table.rarity[index]
      sum[block] += value * table.weight(index)
      scale[block] += value * value
    }
    for block in 0..<Grams.blocks {
      scale[block] = scale[block] > 0 ? 1 / scale[block].squareRoot() : 0
    }
  }
}
