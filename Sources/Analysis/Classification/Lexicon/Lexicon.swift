/// The concepts of the labelling guide, ready to be found in a text.
struct Lexicon: Sendable {
  /// What a concept is to a sentence.
  enum Kind: String, Sendable {
    /// What is done; counts by itself and in pairs.
    case verb
    /// With whom or on what; counts by itself and in pairs.
    case object
    /// A sign that counts by itself.
    case sign
    /// A sign that counts in titles only.
    case title
  }

  /// One concept.
  struct Concept: Sendable {
    /// The name, for example `ritual`.
    let name: String
    /// What it is to a sentence.
    let kind: Kind
    /// What the guide says before any posting was read; above zero speaks for a seat.
    let prior: Double
    /// The facet of the guide it speaks to: `a` to `e`, `role` for a default by role type, or `-`.
    let facet: String
    /// What a posting that shows it does, as the end of a sentence.
    let meaning: String
  }

  /// A concept found in a text.
  struct Match: Sendable {
    /// The concept's index.
    let concept: Int
    /// The words that show it.
    let words: Range<Int>
  }

  /// A number that changes when any list of phrases does; a model fits one of them.
  static let fingerprint = [
    LexiconText.concepts, LexiconText.boilerplate, LexiconText.filler, LexiconText.pairs,
  ].reduce(Hash.empty) { Hash.adding($1.utf8, to: $0) }

  /// The lexicon of the guide.
  static let guide = Lexicon(LexiconText.concepts)
  /// The phrases that carry no weight, as one concept.
  static let boilerplate = Lexicon(
    "boilerplate / sign / 0 / - / is said by every posting\n"
      + LexiconText.boilerplate
  )

  /// The phrases that carry no weight where no verb and object stand with them, as one concept.
  static let filler = Lexicon(
    "filler / sign / 0 / - / is said by many postings\n" + LexiconText.filler
  )

  /// The concepts, in the order of the text.
  let concepts: [Concept]

  /// A word of a phrase: the whole word, or how it begins.
  private struct Piece: Sendable {
    let hash: UInt64
    /// The length of the beginning in bytes, or 0 for a whole word.
    let prefix: Int
  }

  private struct Phrase: Sendable {
    let concept: Int
    let pieces: [Piece]
  }

  private let phrases: [Phrase]
  private let byFirstWord: [UInt64: [Int]]
  private let byBeginning: [UInt64: [Int]]
  private let beginnings: ClosedRange<Int>

  /// Reads a lexicon from its text.
  init(_ text: String) {
    var concepts: [Concept] = []
    var lists: [String] = []
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "/").map { Self.trimmed($0) }
      if line.first != " ", fields.count == 5, let kind = Kind(rawValue: fields[1]),
        let prior = Double(fields[2])
      {
        concepts.append(
          Concept(
            name: fields[0],
            kind: kind,
            prior: prior,
            facet: fields[3],
            meaning: fields[4]
          )
        )
        lists.append("")
      } else if !lists.isEmpty {
        lists[lists.count - 1] += " " + line
      }
    }
    var phrases: [Phrase] = []
    for (concept, list) in lists.enumerated() {
      for phrase in list.split(separator: "|") {
        let pieces = phrase.split(separator: " ").map { word in
          word.last == "*"
            ? Piece(hash: Hash.of(word.utf8.dropLast()), prefix: word.utf8.count - 1)
            : Piece(hash: Hash.of(word.utf8), prefix: 0)
        }
        if !pieces.isEmpty { phrases.append(Phrase(concept: concept, pieces: pieces)) }
      }
    }
    var byFirstWord: [UInt64: [Int]] = [:]
    var byBeginning: [UInt64: [Int]] = [:]
    for (index, phrase) in phrases.enumerated() {
      if phrase.pieces[0].prefix == 0 {
        byFirstWord[phrase.pieces[0].hash, default: []].append(index)
      } else {
        byBeginning[phrase.pieces[0].hash, default: []].append(index)
      }
    }
    let lengths = phrases.map(\.pieces[0].prefix).filter { $0 > 0 }
    self.concepts = concepts
    self.phrases = phrases
    self.byFirstWord = byFirstWord
    self.byBeginning = byBeginning
    beginnings = (lengths.min() ?? 1)...(lengths.max() ?? 1)
  }

  /// The concepts of a sentence in the order of their first words; one word may show several.
  func matches(in text: FoldedText, _ sentence: Range<Int>) -> [Match] {
    var found: [Match] = []
    for index in sentence {
      if let candidates = byFirstWord[text.words[index].hash] {
        for candidate in candidates { note(candidate, text, index, sentence, &found) }
      }
      guard !byBeginning.isEmpty else { continue }
      let letters = text.words[index].letters
      var hash = Hash.empty
      for (length, place) in zip(1..., letters) {
        if length > beginnings.upperBound { break }
        hash = Hash.adding(text.letters[place], to: hash)
        if length >= beginnings.lowerBound, let candidates = byBeginning[hash] {
          for candidate in candidates where phrases[candidate].pieces[0].prefix == length {
            note(candidate, text, index, sentence, &found)
          }
        }
      }
    }
    return found
  }

  private func note(
    _ candidate: Int,
    _ text: FoldedText,
    _ index: Int,
    _ sentence: Range<Int>,
    _ found: inout [Match]
  ) {
    let phrase = phrases[candidate]
    let end = index + phrase.pieces.count
    guard end <= sentence.upperBound else { return }
    for (offset, piece) in phrase.pieces.enumerated().dropFirst() {
      let word = text.words[index + offset]
      if piece.prefix == 0 {
        guard word.hash == piece.hash else { return }
      } else {
        guard word.letters.count >= piece.prefix,
          Hash.of(text.letters[word.letters.prefix(piece.prefix)]) == piece.hash
        else { return }
      }
    }
    found.append(Match(concept: phrase.concept, words: index..<end))
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}
