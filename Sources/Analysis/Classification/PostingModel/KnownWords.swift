internal import Model

/// How much of a posting a model can read: the share of its words that the model knows, by their bytes, so
/// that a script without spaces has its due.
///
/// A posting in a language that the training postings are not in has hardly a word that speaks for either
/// side; without this it would be judged as what most postings are. The log-odds of what is read count
/// as much as ``readable(_:usual:)`` says, so that a posting that cannot be read is mixed, for a person to
/// confirm.
enum KnownWords {
  /// A word of a posting: its hash as ``Grams`` has it, and its bytes.
  struct Word: Hashable {
    let hash: UInt32
    let bytes: Int32
  }

  /// Below this part of the usual share nothing counts.
  private static let least = 0.2
  /// From this part of the usual share on everything counts.
  private static let enough = 0.75
  /// What unknown words of a sentence count at least, although the sentence does not.
  ///
  /// Something, because most of a posting that cannot be read names nothing, and little, because it may be an
  /// aside in another language. Known words count as their sentence does: what is left out helps nobody to
  /// read the rest.
  private static let apart: Int32 = SentenceWeight.whole / 4

  /// The share of a posting's words that a table has or a concept of the guide covers, 0 for no words.
  static func share(of reading: PostingReading, _ table: GramTable) -> Double {
    var weights = [Int32](repeating: 0, count: reading.body.words.count)
    for sentence in reading.sentences {
      for word in sentence.words { weights[word] = sentence.weight }
    }
    let covered = reading.sentences.flatMap(\.matches)
    let inTitle = Set(reading.titleMatches.flatMap(\.words))
    let inBody = Set(covered.flatMap(\.words))
    var known = 0
    var unknown = 0
    func note(_ word: Word, _ weight: Int32, _ isConcept: Bool) {
      if isConcept || table.index(of: word.hash) != nil {
        known += Int(word.bytes) * Int(weight)
      } else {
        unknown += Int(word.bytes) * Int(max(apart, weight))
      }
    }
    each(reading.title) { note($0, SentenceWeight.whole, inTitle.contains($1)) }
    each(reading.body) { note($0, weights[$1], inBody.contains($1)) }
    return known == 0 ? 0 : Double(known) / Double(known + unknown)
  }

  /// The words of a posting's title and description.
  static func words(of posting: Posting) -> [Word] {
    var words: [Word] = []
    for text in [posting.title, posting.description] {
      each(FoldedText(text)) { word, _ in words.append(word) }
    }
    return words
  }

  /// Hands the words of a text and their places to `body`; what begins with a digit is no word of a language.
  private static func each(_ text: FoldedText, _ body: (_ word: Word, _ place: Int) -> Void) {
    Grams.single(text) { hash, place in
      let letters = text.words[place].letters
      if !(0x30...0x39).contains(text.letters[letters.lowerBound]) {
        body(Word(hash: hash, bytes: Int32(letters.count)), place)
      }
    }
  }

  /// What the log-odds of a posting count, 0 to 1, by the share of its words that are known and the share
  /// that is usual.
  static func readable(_ share: Double, usual: Double) -> Double {
    guard usual > 0 else { return 1 }
    return min(max((share / usual - least) / (enough - least), 0), 1)
  }

  /// The usual share: the median over postings of the words that at least `fewest` *other* postings have.
  static func usual(_ postings: [[Word]], fewest: Int) -> Double {
    var occurrences: [Word: Int] = [:]
    for words in postings {
      for word in Set(words) { occurrences[word, default: 0] += 1 }
    }
    func bytes(_ words: [Word]) -> Double { Double(words.reduce(0) { $0 + Int($1.bytes) }) }
    let shares = postings.filter { !$0.isEmpty }.map { words in
      bytes(words.filter { occurrences[$0, default: 0] > fewest }) / bytes(words)
    }
    return shares.isEmpty ? 0 : shares.sorted()[shares.count / 2]
  }
}
