/// The words, word pairs and parts of words of a posting, hashed.
///
/// There are five blocks, each with a norm of its own: words and pairs of the whole text, of the
/// title, of the first two sentences that count, parts of three to five bytes of every word, which is
/// what spelling mistakes and other languages leave alike, and the words of the skills asked for.
enum Grams {
  /// The number of blocks.
  static let blocks = 5
  /// The words taken of each leading sentence.
  private static let leadWords = 30
  /// A hash that starts each block's names; word pairs go on from the first word's.
  private static let seeds: [UInt64] = (0..<blocks).map {
    Hash.adding(UInt8($0), to: Hash.empty)
  }

  /// Hands every gram of a posting to `body`: its block, its hash, its place and what its sentence
  /// counts.
  @inline(__always)
  static func forEach(
    _ reading: PostingReading,
    _ body: (
      _ block: Int, _ hash: UInt32, _ part: PostingReading.Part, _ words: Range<Int>,
      _ weight: Int32
    ) -> Void
  ) {
    let whole = SentenceWeight.whole
    let title = reading.title
    let all = 0..<title.words.count
    words(title, all, seed: seeds[0], pairs: false) { body(0, $0, .title, $1, whole) }
    words(title, all, seed: seeds[1], pairs: true) { body(1, $0, .title, $1, whole) }
    parts(title, all) { body(3, $0, .title, $1, whole) }
    for (number, sentence) in reading.sentences.enumerated() {
      let weight = sentence.weight
      words(reading.body, sentence.words, seed: seeds[0], pairs: true) {
        body(0, $0, .body, $1, weight)
      }
      if number < 2 {
        words(reading.body, sentence.words.prefix(leadWords), seed: seeds[2], pairs: true) {
          body(2, $0, .body, $1, weight)
        }
      }
      parts(reading.body, sentence.words) { body(3, $0, .body, $1, weight) }
    }
    let skills = reading.skills
    words(skills, 0..<skills.words.count, seed: seeds[4], pairs: false) {
      body(4, $0, .skills, $1, whole)
    }
  }

  /// Hands every word of a text to `body`, hashed as a word of the whole text, with its place.
  static func single(_ text: FoldedText, _ body: (_ hash: UInt32, _ place: Int) -> Void) {
    words(text, 0..<text.words.count, seed: seeds[0], pairs: false) { body($0, $1.lowerBound) }
  }

  /// Hands some words and, where asked for, the pairs of neighbours to `body`.
  @inline(__always)
  static func words(
    _ text: FoldedText,
    _ range: Range<Int>,
    seed: UInt64,
    pairs: Bool,
    _ body: (UInt32, Range<Int>) -> Void
  ) {
    var previous: UInt64?
    for index in range {
      let letters = text.words[index].letters
      var single = seed
      for place in letters { single = Hash.adding(text.letters[place], to: single) }
      body(Hash.folded(single), index..<(index + 1))
      if pairs, let before = previous {
        var pair = Hash.adding(0x20, to: before)
        for place in letters { pair = Hash.adding(text.letters[place], to: pair) }
        body(Hash.folded(pair), (index - 1)..<(index + 1))
      }
      previous = single
    }
  }

  /// Hands the parts of three to five bytes of some words to `body`.
  @inline(__always)
  private static func parts(
    _ text: FoldedText,
    _ range: Range<Int>,
    _ body: (UInt32, Range<Int>) -> Void
  ) {
    for index in range {
      let letters = text.words[index].letters
      // The word stands between two spaces, so that beginnings and ends are parts of their own.
      let count = letters.count + 2
      func byte(_ position: Int) -> UInt8 {
        position == 0 || position == count - 1
          ? 0x20 : text.letters[letters.lowerBound + position - 1]
      }
      for start in 0..<max(0, count - 2) {
        var hash = seeds[3]
        for length in 0..<min(5, count - start) {
          hash = Hash.adding(byte(start + length), to: hash)
          if length >= 2 { body(Hash.folded(hash), index..<(index + 1)) }
        }
      }
    }
  }
}

extension Range<Int> {
  /// The first part of a range.
  fileprivate func prefix(_ count: Int) -> Range<Int> {
    lowerBound..<Swift.min(upperBound, lowerBound + count)
  }
}
