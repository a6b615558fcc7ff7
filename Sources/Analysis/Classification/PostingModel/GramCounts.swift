internal import Foundation

/// How often each known gram occurs in one posting; the memory is used again for the next.
struct GramCounts {
  /// For each block the sum of weighted grams before its norm.
  private(set) var sum = [Double](repeating: 0, count: Grams.blocks)
  /// For each block one over its norm, or 0 for an empty block.
  private(set) var scale = [Double](repeating: 0, count: Grams.blocks)
  /// The occurrences of each known gram, in units of ``SentenceWeight/whole``.
  private(set) var occurrences: [Int32]
  private var touched: [(block: Int, index: Int)] = []

  init(_ model: PostingModel) {
    occurrences = [Int32](repeating: 0, count: model.grams.hashes.count)
  }

  /// The factor for a gram of so many occurrences: 1 + ln(n), below one occurrence n itself.
  static func damped(_ units: Int32) -> Double {
    let occurrences = Double(units) / Double(SentenceWeight.whole)
    if occurrences <= 1 { return occurrences }
    return units % SentenceWeight.whole == 0
      ? 1 + Logarithm.ofOnePlus(Int(units / SentenceWeight.whole) - 1) : 1 + log(occurrences)
  }

  /// Counts a posting's grams, in the order of the text.
  mutating func count(_ reading: PostingReading, _ table: GramTable) {
    for (_, index) in touched { occurrences[index] = 0 }
    touched.removeAll(keepingCapacity: true)
    for block in 0..<Grams.blocks {
      sum[block] = 0
      scale[block] = 0
    }
    Grams.forEach(reading) { block, hash, _, _, weight in
      guard let index = table.index(of: hash) else { return }
      if occurrences[index] == 0 { touched.append((block, index)) }
      occurrences[index] += weight
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
