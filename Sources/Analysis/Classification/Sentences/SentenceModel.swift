internal import Foundation

/// Tells of one sentence what it speaks for and how much it looks like an aside.
///
/// Both are linear: a start, the concepts of the guide that the sentence shows, and its words and word
/// pairs, whose weights share a norm of one within their block. An aside – who the employer is, what it
/// values, how to apply – stands in postings of both classes and says nothing about either.
struct SentenceModel: Sendable {
  /// The weights of one of the two outputs.
  struct Output: Sendable {
    /// What the output starts from.
    let start: Double
    /// The weights of the named features, in the order of the layout.
    let named: [Double]
    /// The weights of the grams in steps of ``step``.
    let weights: [Int16]
    /// What one step of a weight is worth.
    let step: Double
  }

  /// The hashes of the grams, ascending.
  let hashes: [UInt32]
  /// What a sentence speaks for.
  let direction: Output
  /// How much it looks like an aside.
  let aside: Output
  private let places: HashIndex

  init(hashes: [UInt32], direction: Output, aside: Output) {
    self.hashes = hashes
    self.direction = direction
    self.aside = aside
    places = HashIndex(hashes)
  }

  /// What the model says of a sentence or a title.
  func judge(_ passage: Passage) -> SentenceJudgement {
    var (toward, likeness) = (direction.start, aside.start)
    for feature in passage.features {
      toward += direction.named[feature]
      likeness += aside.named[feature]
    }
    for (index, value) in values(passage) {
      toward += value * Double(direction.weights[index]) * direction.step
      likeness += value * Double(aside.weights[index]) * aside.step
    }
    return SentenceJudgement(direction: toward, aside: likeness)
  }

  /// What each word of a sentence or a title adds to its direction, the start shared out evenly; the
  /// first belongs to the first word.
  func shares(_ passage: Passage) -> [Double] {
    let first = passage.words.lowerBound
    var shares = [Double](
      repeating: direction.start / Double(max(1, passage.words.count)),
      count: passage.words.count
    )
    func add(_ amount: Double, to words: Range<Int>) {
      for word in words { shares[word - first] += amount / Double(words.count) }
    }
    let counts = passage.claims.reduce(into: [Int: Int]()) { $0[$1.feature, default: 0] += 1 }
    for (feature, words) in passage.claims {
      add(direction.named[feature] / Double(counts[feature] ?? 1), to: words)
    }
    let values = values(passage).reduce(into: [Int: Double]()) { $0[$1.index] = $1.value }
    var occurrences: [Int: Int] = [:]
    SentenceGrams.forEach(passage) { _, hash, _ in
      if let index = places[hash] { occurrences[index, default: 0] += 1 }
    }
    SentenceGrams.forEach(passage) { _, hash, words in
      guard let index = places[hash], let value = values[index] else { return }
      let whole = value * Double(direction.weights[index]) * direction.step
      add(whole / Double(occurrences[index] ?? 1), to: words)
    }
    return shares
  }

  /// The known grams of a sentence with their values, ascending.
  private func values(_ passage: Passage) -> [(index: Int, value: Double)] {
    var found: [(index: Int, block: Int)] = []
    found.reserveCapacity(passage.words.count * 2)
    SentenceGrams.forEach(passage) { block, hash, _ in
      if let index = places[hash] { found.append((index, block)) }
    }
    found.sort { $0.index < $1.index }
    var values: [(index: Int, value: Double)] = []
    var blocks: [Int] = []
    var norms = [Double](repeating: 0, count: SentenceGrams.blocks)
    var start = 0
    while start < found.count {
      var end = start + 1
      while end < found.count, found[end].index == found[start].index { end += 1 }
      let value = 1 + Logarithm.ofOnePlus(end - start - 1)
      values.append((found[start].index, value))
      blocks.append(found[start].block)
      norms[found[start].block] += value * value
      start = end
    }
    for index in values.indices { values[index].value /= norms[blocks[index]].squareRoot() }
    return values
  }
}
