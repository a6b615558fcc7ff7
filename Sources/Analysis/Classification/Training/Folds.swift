internal import Model

/// Parts of a set of labelled postings with equal shares of every label and source; postings of one
/// text are in one part, so that no model judges a text it has seen.
enum Folds {
  /// The part of each posting, 0 ..< `count`, by a seed.
  static func parts(_ postings: [LabelledPosting], count: Int, seed: UInt64) -> [Int] {
    var dice = SplitMix64(seed: seed)
    var parts = [Int](repeating: 0, count: postings.count)
    var next = 0
    for isAdvert in [false, true] {
      for isSeat in [false, true] {
        var group = postings.indices.filter {
          postings[$0].isEmploymentAdvert == isAdvert && postings[$0].isCollaborative == isSeat
        }
        for last in stride(from: group.count - 1, to: 0, by: -1) {
          group.swapAt(last, dice.below(last + 1))
        }
        for index in group {
          parts[index] = next % count
          next += 1
        }
      }
    }
    var first: [[String]: Int] = [:]
    for index in postings.indices {
      let text = postings[index].text
      if let part = first[text] { parts[index] = part } else { first[text] = parts[index] }
    }
    return parts
  }
}
