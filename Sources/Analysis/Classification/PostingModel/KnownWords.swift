internal import Model

/// How much of a posting a model can read: the share of its words that the model knows.
///
/// A posting in a language that the training postings are not in has hardly a word that speaks for either
/// side; without this it would be judged as what most postings are. The log-odds of what is read count
/// as much as ``readable(_:usual:)`` says, so that a posting that cannot be read is mixed, for a person to
/// confirm.
enum KnownWords {
  /// Below this part of the usual share nothing counts.
  private static let least = 0.2
  /// From this part of the usual share on everything counts.
  private static let enough = 0.75

  /// The share of a posting's words that a table has or a concept of the guide covers, 1 for no words; of the
  /// description the sentences that count are looked at, each as much as it counts, so that an aside in another
  /// language changes nothing.
  static func share(of reading: PostingReading, _ table: GramTable) -> Double {
    var concepts = Set(reading.titleMatches.flatMap(\.words))
    var count = 0
    var known = 0
    func note(_ text: FoldedText, _ range: Range<Int>, _ weight: Int32) {
      each(text, range) { hash, word in
        count += Int(weight)
        if table.index(of: hash) != nil || concepts.contains(word) { known += Int(weight) }
      }
    }
    note(reading.title, 0..<reading.title.words.count, SentenceWeight.whole)
    for sentence in reading.sentences {
      concepts = Set(sentence.matches.flatMap(\.words))
      note(reading.body, sentence.words, sentence.weight)
    }
    return count == 0 ? 1 : Double(known) / Double(count)
  }

  /// The words of a posting's title and description, hashed as ``Grams`` does.
  static func hashes(of posting: Posting) -> [UInt32] {
    var hashes: [UInt32] = []
    for text in [posting.title, posting.description] {
      let folded = FoldedText(text)
      each(folded, 0..<folded.words.count) { hash, _ in hashes.append(hash) }
    }
    return hashes
  }

  /// Hands the words of a text to `body`; what begins with a digit is no word of a language.
  private static func each(
    _ text: FoldedText,
    _ range: Range<Int>,
    _ body: (_ hash: UInt32, _ word: Int) -> Void
  ) {
    Grams.single(text, range) { hash, word in
      let first = text.letters[text.words[word].letters.lowerBound]
      if !(0x30...0x39).contains(first) { body(hash, word) }
    }
  }

  /// What the log-odds of a posting count, 0 to 1, by the share of its words that are known and the share
  /// that is usual.
  static func readable(_ share: Double, usual: Double) -> Double {
    guard usual > 0 else { return 1 }
    return min(max((share / usual - least) / (enough - least), 0), 1)
  }

  /// The usual share: the median over postings of the words that at least `fewest` *other* postings have.
  static func usual(_ postings: [[UInt32]], fewest: Int) -> Double {
    var occurrences: [UInt32: Int] = [:]
    for words in postings {
      for word in Set(words) { occurrences[word, default: 0] += 1 }
    }
    let shares = postings.filter { !$0.isEmpty }.map { words in
      Double(words.count { occurrences[$0, default: 0] > fewest }) / Double(words.count)
    }
    return shares.isEmpty ? 0 : shares.sorted()[shares.count / 2]
  }
}
