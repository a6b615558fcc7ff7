/// The words and word pairs of one sentence or title, hashed, for the sentence model.
///
/// There are two blocks, each with a norm of its own: the words of any sentence, with its pairs of
/// neighbours, and the words and pairs of titles, with a gram that only titles have.
enum SentenceGrams {
  /// The number of blocks.
  static let blocks = 2
  private static let seeds: [UInt64] = (0..<blocks).map {
    Hash.adding(UInt8(0x80 + $0), to: Hash.empty)
  }

  /// Hands every gram to `body`: its block, its hash and its words.
  @inline(__always)
  static func forEach(
    _ passage: Passage,
    _ body: (_ block: Int, _ hash: UInt32, _ words: Range<Int>) -> Void
  ) {
    let (text, range) = (passage.text, passage.words)
    Grams.words(text, range, seed: seeds[0], pairs: !passage.isTitle) { body(0, $0, $1) }
    if passage.isTitle {
      body(1, Hash.folded(seeds[1]), range)
      Grams.words(text, range, seed: seeds[1], pairs: true) { body(1, $0, $1) }
    }
  }
}
