internal import Model

/// The phrases of a posting that moved its judgement.
///
/// The model is a sum; every term is shared out to the words that caused it, and the phrases are the
/// runs of words with the largest sums. With the rest, the starting point, what is taken off for words that
/// the model does not know and the doubt that the calibration leaves they add up to the log-odds of the
/// probability.
struct PostingEvidence {
  /// The most words of a phrase.
  private static let longest = 12
  /// The least log-odds worth showing.
  private static let least = 0.1
  /// The most phrases shown.
  private static let most = 6

  /// Fields that are no words of their own: those of the whole form go with the other words, the
  /// directions with the words they come from.
  private static let unquoted: Set<FeatureLayout.Field> = [
    .length, .numbers, .titleSpeaks, .speaksForSeat, .speaksForTask,
  ]

  /// A named feature and the words that show it.
  private struct Claim {
    let feature: Int
    let words: Range<Int>
    let logOdds: Double
  }

  /// The cues, strongest first, then what is left.
  private(set) var cues: [Collaboration.Cue]
  /// The probability of a seat.
  let probability: Double

  private let logOdds: Double
  private let readable: Double
  private let reading: PostingReading
  private let model: PostingModel
  private var titleWords: [Double]
  private var bodyWords: [Double]
  private var skillWords: [Double]
  private var titleClaims: [Claim] = []
  private var bodyClaims: [Claim] = []

  init(_ posting: Posting, _ model: PostingModel, _ scratch: inout GramCounts) {
    let reading = model.read(posting)
    self.reading = reading
    self.model = model
    titleWords = [Double](repeating: 0, count: reading.title.words.count)
    bodyWords = [Double](repeating: 0, count: reading.body.words.count)
    skillWords = [Double](repeating: 0, count: reading.skills.words.count)
    logOdds = model.logOdds(reading, &scratch)
    readable = model.readable(reading)
    probability = model.probability(logOdds * readable)
    cues = []
    shareGrams(scratch)
    shareConcepts()
    shareDirections()
    cues = collect(posting)
  }

  private mutating func shareGrams(_ scratch: GramCounts) {
    let table = model.grams
    var title = titleWords
    var body = bodyWords
    var skills = skillWords
    let slope = model.slope
    Grams.forEach(reading) { block, hash, part, words, weight in
      guard let index = table.index(of: hash) else { return }
      let occurrences = scratch.occurrences[index]
      let share =
        slope * scratch.scale[block] * GramCounts.damped(occurrences) * table.rarity[index]
        * table.weight(index) * Double(weight) / (Double(occurrences) * Double(words.count))
      switch part {
      case .title: for word in words { title[word] += share }
      case .body: for word in words { body[word] += share }
      case .skills: for word in words { skills[word] += share }
      }
    }
    skillWords = skills
    titleWords = title
    bodyWords = body
  }

  private mutating func shareConcepts() {
    let layout = FeatureLayout.guide
    func share(_ claims: [(feature: Int, words: Range<Int>)], _ weights: [Int: Double]) -> [Claim] {
      var counts: [Int: Int] = [:]
      for claim in claims { counts[claim.feature, default: 0] += 1 }
      return claims.map { claim in
        Claim(
          feature: claim.feature,
          words: claim.words,
          logOdds: (weights[claim.feature] ?? 0) / Double(counts[claim.feature] ?? 1)
        )
      }
    }
    var weights: [Int: Double] = [:]
    for (feature, value) in NamedFeatures.values(reading) {
      weights[feature] = model.slope * model.named[feature] * value
    }
    titleClaims = share(
      reading.titleMatches.map { (layout.title($0.concept), $0.words) },
      weights
    )
    var sentences: [Int: Int32] = [:]
    let claims = reading.sentences.map(\.claims)
    for (sentence, claims) in zip(reading.sentences, claims) {
      for feature in Set(claims.map(\.feature)) {
        sentences[feature, default: 0] += sentence.weight
      }
    }
    bodyClaims = zip(reading.sentences, claims).flatMap { sentence, claims in
      share(
        claims,
        Dictionary(
          uniqueKeysWithValues: Set(claims.map(\.feature)).map { feature in
            let total = Double(sentences[feature] ?? SentenceWeight.whole)
            return (feature, (weights[feature] ?? 0) * Double(sentence.weight) / total)
          }
        )
      )
    }
    for claim in titleClaims {
      for word in claim.words { titleWords[word] += claim.logOdds / Double(claim.words.count) }
    }
    for claim in bodyClaims {
      for word in claim.words { bodyWords[word] += claim.logOdds / Double(claim.words.count) }
    }
  }

  /// What the directions of the title and of the strongest sentences add, shared out to their words.
  private mutating func shareDirections() {
    func worth(_ field: FeatureLayout.Field) -> Double {
      model.slope * model.named[FeatureLayout.guide.field(field)]
    }
    if !titleWords.isEmpty {
      let shares = model.sentences.shares(Passage(title: reading.title, reading.titleMatches))
      for (word, share) in shares.enumerated() {
        titleWords[word] += worth(.titleSpeaks) * share
      }
    }
    let (forSeat, forTask) = PostingReading.strongest(reading.sentences)
    for (sentences, field) in [
      (forSeat, FeatureLayout.Field.speaksForSeat), (forTask, .speaksForTask),
    ] {
      for sentence in sentences {
        let counted = Double(sentence.weight) / Double(SentenceWeight.whole)
        let part = worth(field) * counted / Double(PostingReading.strongest)
        let shares = model.sentences.shares(Passage(sentence, of: reading.body))
        for (word, share) in zip(sentence.words, shares) { bodyWords[word] += part * share }
      }
    }
  }

  /// A phrase with what it adds.
  private struct Phrase {
    let part: PostingReading.Part
    let words: Range<Int>
    let logOdds: Double
  }

  private func collect(_ posting: Posting) -> [Collaboration.Cue] {
    var phrases = Self.phrases(titleWords, 0..<titleWords.count, .title)
    for sentence in reading.sentences {
      phrases += Self.phrases(bodyWords, sentence.words, .body)
    }
    for skill in reading.skills.sentences {
      phrases += Self.phrases(skillWords, skill, .skills)
    }
    phrases = phrases.enumerated().sorted {
      (abs($1.element.logOdds), $0.offset) < (abs($0.element.logOdds), $1.offset)
    }.map(\.element)
    let shown = phrases.prefix(Self.most)
    let fields = fieldCues(posting)
    let start = model.slope * model.intercept + model.offset
    let rest =
      logOdds - start - (shown.map(\.logOdds) + fields.map(\.logOdds)).compensatedSum()
    let strongest = (shown.map { cue($0, posting) } + fields).sorted {
      (abs($1.logOdds), $0.name) < (abs($0.logOdds), $1.name)
    }
    let unread =
      readable < 1
      ? [
        Collaboration.Cue(
          name: "unknown-words",
          observation: "the model does not know many of the words, so all the rest counts less",
          logOdds: logOdds * (readable - 1)
        )
      ] : []
    return strongest + unread + [
      Collaboration.Cue(
        name: "other-words",
        observation:
          "all other words of the posting together, its length and weaker phrases among them",
        logOdds: rest
      ),
      Collaboration.Cue(
        name: "starting-point",
        observation: "what a posting is before a word of it is read",
        logOdds: start
      ),
      Collaboration.Cue(
        name: "readers-doubt",
        observation:
          "careful readers judge some postings against their words, so no words are surer",
        logOdds: PostingModel.logit(probability) - logOdds * readable
      ),
    ]
  }

  /// The strongest phrase for a seat and the strongest for a task in a run of words.
  private static func phrases(
    _ weights: [Double],
    _ range: Range<Int>,
    _ part: PostingReading.Part
  ) -> [Phrase] {
    var best = Phrase(part: part, words: range.lowerBound..<range.lowerBound, logOdds: 0)
    var worst = best
    for start in range {
      var sum = 0.0
      for end in start..<min(range.upperBound, start + longest) {
        sum += weights[end]
        if sum > best.logOdds {
          best = Phrase(part: part, words: start..<(end + 1), logOdds: sum)
        }
        if sum < worst.logOdds {
          worst = Phrase(part: part, words: start..<(end + 1), logOdds: sum)
        }
      }
    }
    let found = [best, worst].filter { abs($0.logOdds) >= least }
    return found.count == 2 && best.words.overlaps(worst.words)
      ? [best.logOdds > -worst.logOdds ? best : worst] : found
  }

  private func cue(_ phrase: Phrase, _ posting: Posting) -> Collaboration.Cue {
    let (claims, text, place) =
      switch phrase.part {
      case .title: (titleClaims, reading.title, "the title has")
      case .body: (bodyClaims, reading.body, "the text has")
      case .skills: ([], reading.skills, "the skills have")
      }
    let leading = claims.filter {
      $0.words.overlaps(phrase.words) && ($0.logOdds > 0) == (phrase.logOdds > 0)
        && abs($0.logOdds) >= 0.02
    }.max { (abs($0.logOdds), $1.feature) < (abs($1.logOdds), $0.feature) }
    guard let leading else {
      return Collaboration.Cue(
        name: "words",
        observation: "\(place) words that labelled \(Self.kind(phrase.logOdds)) have",
        logOdds: phrase.logOdds,
        quotes: [text.quote(phrase.words)],
        locations: [posting.location]
      )
    }
    let feature = FeatureLayout.guide.features[leading.feature]
    return Collaboration.Cue(
      name: Self.kebab(feature.name),
      observation:
        "\(phrase.part == .title ? "the title" : "the text") \(feature.meaning) (\(Self.rule(feature.facet)))",
      logOdds: phrase.logOdds,
      quotes: [text.quote(phrase.words)],
      locations: [posting.location]
    )
  }

  private func fieldCues(_ posting: Posting) -> [Collaboration.Cue] {
    reading.fields.compactMap { field, value in
      let index = FeatureLayout.guide.field(field)
      let logOdds = model.slope * model.named[index] * value
      guard !Self.unquoted.contains(field), abs(logOdds) >= 0.02 else { return nil }
      let feature = FeatureLayout.guide.features[index]
      let quote: String? =
        switch feature.name.dropFirst("field:".count).split(separator: "-").first {
        case "duration": posting.duration
        case "hours": posting.hoursPerWeek
        default: posting.type
        }
      return Collaboration.Cue(
        name: Self.kebab(feature.name),
        observation: "the work \(feature.meaning) (\(Self.rule(feature.facet)))",
        logOdds: logOdds,
        quotes: quote.map { [$0] } ?? [],
        locations: [posting.location]
      )
    }
  }

  private static func kind(_ logOdds: Double) -> String {
    logOdds > 0 ? "seats in a team" : "tasks"
  }

  private static func kebab(_ name: String) -> String {
    name.split { ":>".contains($0) }.joined(separator: "-")
  }

  /// The part of the labelling guide that a feature speaks to.
  private static func rule(_ facet: String) -> String {
    switch facet {
    case "a": "facet a: work with the client's people"
    case "b": "facet b: how far the output is fixed up front"
    case "c": "facet c: knowledge of the client's business"
    case "d": "facet d: duration and continuity"
    case "e": "facet e: decisions on the client's behalf"
    case "role": "default by type of role"
    default: "form"
    }
  }
}
