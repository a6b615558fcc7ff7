/// The named features of a posting.
enum NamedFeatures {
  /// The features that are not zero with their values, ascending.
  ///
  /// A concept counts ln(1 + sentences that show it) in the description, once in the title.
  static func values(_ reading: PostingReading) -> [(feature: Int, value: Double)] {
    let layout = FeatureLayout.guide
    var counts = [Int32](repeating: 0, count: layout.features.count)
    for match in reading.titleMatches { counts[layout.title(match.concept)] = -1 }
    for (number, sentence) in reading.sentences.enumerated() {
      // The lower 16 bits count sentences, the upper ones remember the last.
      let mark = Int32(truncatingIfNeeded: (number + 1) & 0x7FFF) << 16
      func note(_ feature: Int) {
        if counts[feature] & 0x7FFF_0000 != mark {
          counts[feature] = mark | ((counts[feature] & 0xFFFF) + 1)
        }
      }
      for match in sentence.matches { note(layout.text(match.concept)) }
      for pair in sentence.pairs { note(pair.feature) }
    }
    var values: [(feature: Int, value: Double)] = []
    for (feature, count) in counts.enumerated() where count != 0 {
      values.append(
        (feature, count < 0 ? 1 : Logarithm.ofOnePlus(Int(count & 0xFFFF)))
      )
    }
    for (field, value) in reading.fields { values.append((layout.field(field), value)) }
    return values
  }
}
