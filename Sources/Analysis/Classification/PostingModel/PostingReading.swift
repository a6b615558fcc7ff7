internal import Model

/// A posting as the model sees it: words, sentences that count, and the concepts in them.
struct PostingReading {
  /// Where words stand.
  enum Part: Sendable {
    case title
    case body
    case skills
  }

  /// A sentence of the description that counts.
  struct Sentence {
    /// Its words in the body.
    let words: Range<Int>
    /// The concepts in it.
    let matches: [Lexicon.Match]
    /// The pairs in it: the place of the feature and the words from the verb to the object.
    let pairs: [(feature: Int, words: Range<Int>)]
    /// What it counts, from 0 to ``SentenceWeight/whole``; the more it looks like an aside, the less.
    private(set) var weight = SentenceWeight.whole
    /// What it speaks for, as much as it counts.
    private(set) var direction = 0.0

    /// The sentence with what it counts and what it speaks for when it counts in full.
    func weighed(_ weight: Int32, _ direction: Double) -> Sentence {
      var sentence = self
      sentence.weight = weight
      sentence.direction = direction * Double(weight) / Double(SentenceWeight.whole)
      return sentence
    }

    /// The places of its concepts and pairs with the words that show each.
    var claims: [(feature: Int, words: Range<Int>)] {
      matches.map { (FeatureLayout.guide.text($0.concept), $0.words) } + pairs
    }
  }

  /// The title's words.
  let title: FoldedText
  /// The description's words.
  let body: FoldedText
  /// The words of the skills asked for; each skill is a sentence.
  let skills: FoldedText
  /// The concepts of the title, which is read as one sentence.
  let titleMatches: [Lexicon.Match]
  /// The sentences of the description that count: those that name work, people, things or terms.
  ///
  /// Greetings, boilerplate, asides and sentences that say nothing about the work are left out.
  let sentences: [Sentence]
  /// What the title speaks for.
  let titleDirection: Double
  /// The fields that hold, with their values.
  let fields: [(field: FeatureLayout.Field, value: Double)]

  /// The sentences whose direction counts by itself, for either side.
  static let strongest = 3
  /// The most words between a verb and the object it is paired with.
  private static let reach = 7
  private static let greetings = Set(
    ["hi", "hello", "hey", "greetings", "dear", "hallo", "hola", "bonjour", "olá", "ciao"].map {
      Hash.of($0.utf8)
    }
  )
  private static let negators = Set(
    [
      "no", "not", "without", "never", "nor", "neither", "cannot", "nobody", "none", "dont",
      "doesnt", "wont", "kein", "keine", "nicht", "ohne", "sin",
    ].map { Hash.of($0.utf8) }
  )

  /// What makes a negation none: "not only", "never miss", "without exception".
  private static let undoers = Set(
    [
      "only", "just", "merely", "simply", "miss", "skip", "late", "forget", "fail", "hesitate",
      "exception", "nonsense", "doubt",
    ].map { Hash.of($0.utf8) }
  )
  /// What stands before the apostrophe of a shortened "not".
  private static let shortened = Set(
    [
      "don", "doesn", "didn", "won", "wouldn", "aren", "isn", "wasn", "weren", "can", "couldn",
      "shouldn", "needn", "haven", "hasn",
    ].map { Hash.of($0.utf8) }
  )
  /// Words that begin a clause of their own, which a negation before them does not reach.
  private static let clauseStarts = Set(
    ["but", "because", "however", "so", "please", "i", "you", "he", "she", "we", "they", "it"].map {
      Hash.of($0.utf8)
    }
  )
  /// The most words from a negation to the last it reaches.
  private static let negationReach = 5

  /// Reads a posting; without a sentence model every sentence that counts does so in full.
  init(_ posting: Posting, _ model: SentenceModel?) {
    title = FoldedText(posting.title)
    body = FoldedText(posting.description)
    skills = FoldedText(posting.skills.joined(separator: "\n"))
    titleMatches = Lexicon.guide.matches(in: title, 0..<title.words.count)
    sentences = Self.telling(body, model)
    if let model, !title.words.isEmpty {
      titleDirection = model.judge(Passage(title: title, titleMatches)).direction
    } else {
      titleDirection = 0
    }
    fields =
      Self.fields(posting) + Self.form(sentences, of: body)
      + Self.directions(title: titleDirection, sentences)
  }

  /// The sentences that count; none where all is boilerplate or aside, and the title speaks alone.
  private static func telling(_ body: FoldedText, _ model: SentenceModel?) -> [Sentence] {
    let read = read(body)
    for worth in [Worth.telling, .plain] {
      let found = read.filter { $0.worth == worth }.map { sentence, _ in
        guard let model else { return sentence }
        let judgement = model.judge(Passage(sentence, of: body))
        return sentence.weighed(judgement.weight, judgement.direction)
      }.filter { $0.weight > 0 }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The sentences of a description with their worth, greetings left out.
  static func read(_ body: FoldedText) -> [(sentence: Sentence, worth: Worth)] {
    body.sentences.compactMap { read($0, of: body) }
  }

  /// What a sentence is worth to the judgement.
  enum Worth {
    /// It names work, people, things or terms.
    case telling
    /// It names nothing the guide knows; it counts where no sentence tells, as in other languages.
    case plain
    /// Every posting has it.
    case boilerplate
  }

  /// A sentence with its concepts and its worth, or `nil` for a greeting.
  static func read(
    _ all: Range<Int>,
    of body: FoldedText
  ) -> (sentence: Sentence, worth: Worth)? {
    var words = all
    while let first = words.first, greetings.contains(body.words[first].hash) {
      if all.count <= 6 { return nil }
      words.removeFirst()
    }
    let lexicon = Lexicon.guide
    let layout = FeatureLayout.guide
    let matches = lexicon.matches(in: body, words).filter {
      lexicon.concepts[$0.concept].kind != .title && !isNegated($0, in: body, words)
    }
    var pairs: [(feature: Int, words: Range<Int>)] = []
    for verb in matches where layout.verbs[verb.concept] >= 0 {
      for object in matches where layout.objects[object.concept] >= 0 {
        let gap = object.words.lowerBound - verb.words.upperBound
        if gap >= -1, gap < reach, object.words.lowerBound >= verb.words.lowerBound {
          pairs.append(
            (
              layout.pair(verb.concept, object.concept),
              verb.words.lowerBound..<max(object.words.upperBound, verb.words.upperBound)
            )
          )
        }
      }
    }
    let sentence = Sentence(words: words, matches: matches, pairs: pairs)
    if sentence.shows(layout.outweighsBoilerplate) { return (sentence, .telling) }
    if !Lexicon.boilerplate.matches(in: body, words).isEmpty
      || (pairs.isEmpty && !Lexicon.filler.matches(in: body, words).isEmpty)
    {
      return (sentence, .boilerplate)
    }
    return (sentence, sentence.shows(layout.isSubstance) ? .telling : .plain)
  }

  /// Whether a negation stands shortly before a concept, in the same clause.
  private static func isNegated(
    _ match: Lexicon.Match,
    in body: FoldedText,
    _ sentence: Range<Int>
  ) -> Bool {
    let start = max(sentence.lowerBound, match.words.lowerBound - negationReach)
    for index in (start..<match.words.lowerBound).reversed() {
      let word = body.words[index].hash
      if clauseStarts.contains(word) || undoers.contains(word) { return false }
      if negators.contains(word) { return true }
      // "don't" is cut into two words.
      if word == Hash.of("t".utf8), index > 0, shortened.contains(body.words[index - 1].hash) {
        return true
      }
    }
    return false
  }

  /// What the words that count show as a whole.
  private static func form(
    _ sentences: [Sentence],
    of body: FoldedText
  ) -> [(field: FeatureLayout.Field, value: Double)] {
    var count = 0
    var numbers = 0
    for sentence in sentences {
      count += sentence.words.count * Int(sentence.weight)
      for index in sentence.words
      where body.letters[body.words[index].letters].contains(where: { (0x30...0x39).contains($0) })
      {
        numbers += Int(sentence.weight)
      }
    }
    return [
      (.length, Logarithm.ofOnePlus(units: count)),
      (.numbers, Logarithm.ofOnePlus(units: numbers)),
    ]
  }

  /// The sentences that speak most for a seat and most for a task, at most ``strongest`` of each.
  ///
  /// Where fewer speak for it, the mean is of zeros too: one strong sentence weighs a third of three.
  static func strongest(
    _ sentences: [Sentence]
  ) -> (forSeat: [Sentence], forTask: [Sentence]) {
    let ordered = sentences.filter { $0.direction != 0 }.enumerated()
      .sorted { ($0.element.direction, $0.offset) < ($1.element.direction, $1.offset) }
      .map(\.element)
    return (
      ordered.suffix(strongest).filter { $0.direction > 0 },
      ordered.prefix(strongest).filter { $0.direction < 0 }
    )
  }

  /// What the sentence model says of the title and of the strongest sentences.
  private static func directions(
    title: Double,
    _ sentences: [Sentence]
  ) -> [(field: FeatureLayout.Field, value: Double)] {
    let (forSeat, forTask) = strongest(sentences)
    func mean(_ sentences: [Sentence]) -> Double {
      sentences.map(\.direction).reduce(0, +) / Double(strongest)
    }
    return [
      (.titleSpeaks, title), (.speaksForSeat, mean(forSeat)), (.speaksForTask, mean(forTask)),
    ]
  }

  private static func fields(
    _ posting: Posting
  ) -> [(field: FeatureLayout.Field, value: Double)] {
    var found: [FeatureLayout.Field] = []
    if let duration = posting.duration.flatMap(DurationWords.field) { found.append(duration) }
    if let hours = posting.hoursPerWeek.flatMap(DurationWords.hours) { found.append(hours) }
    let type = posting.type?.lowercased() ?? ""
    if type.contains("fixed") {
      found.append(.fixedPrice)
    } else if type.contains("hour") {
      found.append(.hourly)
    } else if type.contains("full") {
      found.append(.fullTime)
    }
    return found.map { ($0, 1) }
  }
}

extension PostingReading.Sentence {
  /// Whether it shows one of the marked features.
  fileprivate func shows(_ marked: [Bool]) -> Bool {
    matches.contains { marked[FeatureLayout.guide.text($0.concept)] }
      || pairs.contains { marked[$0.feature] }
  }
}
