/// The named features of a posting.
enum NamedFeatures {
  /// The features that are not zero with their values, ascending.
  ///
  /// A concept counts ln(1 + sentences that show it) in the description, where a sentence that looks
  /// like an aside is only part of one, and once in the title.
  static func values(_ reading: PostingReading) -> [(feature: Int, value: Double)] {
    let layout = FeatureLayout.guide
    var counts = [Int32](repeating: 0, count: layout.features.count)
    var last = counts
    for match in reading.titleMatches { counts[layout.title(match.concept)] = -1 }
    for (number, sentence) in zip(Int32(1)..., reading.sentences) {
      func note(_ feature: Int) {
        if last[feature] != number {
          last[feature] = number
          counts[feature] += sentence.weight
        }
      }
      for match in sentence.matches { note(layout.text(match.concept)) }
      for pair in sentence.pairs { note(pair.feature) }
    }
    var values: [(feature: Int, value: Double)] = []
    for (feature, count) in counts.enumerated() where count != 0 {
      values.append(
        (feature, count < 0 ? 1 : Logarithm.ofOnePlus(units: Int(count)))
      )
    }
    for (field, value) in reading.fields { values.append((layout.field(field), value)) }
    return values
  }
}
