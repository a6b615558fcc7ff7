/// A sentence of a description, or a title, as the sentence model reads it.
struct Passage {
  /// The text it stands in.
  let text: FoldedText
  /// Its words.
  let words: Range<Int>
  /// Whether it is a title.
  let isTitle: Bool
  /// The places of the concepts and pairs in it with the words that show each.
  let claims: [(feature: Int, words: Range<Int>)]

  /// A title.
  init(title: FoldedText, _ matches: [Lexicon.Match]) {
    text = title
    words = 0..<title.words.count
    isTitle = true
    claims = matches.map { (FeatureLayout.guide.title($0.concept), $0.words) }
  }

  /// A sentence of a description.
  init(_ sentence: PostingReading.Sentence, of body: FoldedText) {
    text = body
    words = sentence.words
    isTitle = false
    claims = sentence.claims
  }

  /// The named features it shows, each once, ascending.
  var features: [Int] { Set(claims.map(\.feature)).sorted() }
}
