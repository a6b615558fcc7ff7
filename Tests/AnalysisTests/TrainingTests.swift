import Model
import Testing

@testable import Analysis

/// Training on a small invented set, and the measures of quality.
struct TrainingTests {
  /// Postings made of a few words, half of them seats.
  private func invented(_ count: Int) -> [LabelledPosting] {
    let seats = [
      "lead our team", "weekly meeting with the sales team", "work closely with founders",
    ]
    let tasks = ["logo as a vector file", "translate twelve pages", "fix one bug by Friday"]
    return (0..<count).map { number in
      let isSeat = number % 2 == 0
      var posting = Posting(
        location: SourceLocation(source: "t", line: number + 1),
        format: "labels",
        title: isSeat ? "Coordinator \(number)" : "Design job \(number)"
      )
      posting.description = (isSeat ? seats : tasks)[number / 2 % 3] + ". Number \(number % 7)."
      return LabelledPosting(posting: posting, isCollaborative: isSeat, confidence: 0.9)
    }
  }

  @Test("training twice gives the same bytes, and a model that separates what it learned")
  func training() {
    let labels = invented(60)
    let model = PostingModelTrainer(labels).model()
    #expect(model.fileText == PostingModelTrainer(labels).model().fileText)
    var judge = PostingJudge(model)
    #expect(labels.allSatisfy { (judge.probability($0.posting) > 0.5) == $0.isCollaborative })
  }

  @Test("cross-validation judges every posting once a repetition, by models without it")
  func crossValidation() {
    let labels = invented(60)
    let validation = CrossValidation(PostingModelTrainer(labels), of: 60, repetitions: 2, parts: 5)
    #expect(validation.judgements.count == 120)
    for repetition in 0..<2 {
      let judged = validation.judgements.filter { $0.repetition == repetition }
      #expect(judged.map(\.posting) == Array(0..<60))
      #expect(Set(judged.map(\.part)) == Set(0..<5))
    }
  }

  @Test("further postings are learned from in every part and judged in none")
  func furtherPostings() {
    let trainer = PostingModelTrainer(invented(60))
    let validation = CrossValidation(trainer, of: 40, repetitions: 1, parts: 5)
    #expect(validation.judgements.map(\.posting) == Array(0..<40))
    let alone = CrossValidation(
      PostingModelTrainer(invented(40)),
      of: 40,
      repetitions: 1,
      parts: 5
    )
    #expect(validation.judgements.map(\.part) == alone.judgements.map(\.part))
    #expect(validation.judgements.map(\.probability) != alone.judgements.map(\.probability))
  }

  @Test("what the reader quoted counts more than the words beside it")
  func quotes() {
    // Both words stand in every seat and in no task, so that only the quotes tell them apart.
    func postings(quoting words: String?) -> [LabelledPosting] {
      invented(60).map { posting in
        var posting = posting
        if posting.isCollaborative {
          posting.posting.description += " Huddle weekly in the zebra room."
          if let words { posting.quotes = [words] }
        }
        return posting
      }
    }
    func probability(of text: String, quoting words: String?) -> Double {
      var posting = Posting(location: SourceLocation(source: "t", line: 1), format: "t", title: "x")
      posting.description = text
      var judge = PostingJudge(PostingModelTrainer(postings(quoting: words)).model())
      return judge.probability(posting)
    }
    let text = "Weekly huddle."
    #expect(probability(of: text, quoting: "Huddle weekly") > probability(of: text, quoting: nil))
    #expect(
      probability(of: text, quoting: "Huddle") == probability(of: text, quoting: nil),
      "a single word is no quote"
    )
  }

  /// Postings that all end in the same sentence, which speaks of sales and seats; the marks, where
  /// there are any, call it an aside.
  private func withAside(isMarked: Bool) -> [LabelledPosting] {
    invented(120).map { posting in
      var posting = posting
      posting.posting.description += posting.isCollaborative ? " The gilded otter cares." : ""
      guard isMarked else { return posting }
      let sentences: [SentenceMarks.Side] =
        posting.isCollaborative ? [.seat, .neither, .aside] : [.task, .neither]
      posting.marks = SentenceMarks(
        title: posting.isCollaborative ? .ratherSeat : .ratherTask,
        sentences: sentences
      )
      return posting
    }
  }

  @Test("a sentence marked as an aside moves a judgement less than one that nobody marked")
  func asides() {
    func move(isMarked: Bool) -> Double {
      var judge = PostingJudge(PostingModelTrainer(withAside(isMarked: isMarked)).model())
      var posting = invented(4)[1].posting
      let before = judge.probability(posting)
      posting.description += " The gilded otter cares for sales."
      return abs(judge.probability(posting) - before)
    }
    #expect(move(isMarked: true) < move(isMarked: false) / 2)
  }

  @Test("a text that stands twice is judged by no model that has seen it")
  func repeatedTexts() {
    let postings = invented(60).map { posting in
      var posting = posting
      posting.isCollaborative = posting.posting.location.line % 3 == 0
      return posting
    }
    let judged = CrossValidation(
      PostingModelTrainer(postings + postings),
      of: 120,
      repetitions: 1,
      parts: 5
    ).judgements
    #expect(zip(judged.prefix(60), judged.suffix(60)).allSatisfy { $0.part == $1.part })
  }

  @Test("marks that are not as many as the sentences are told and not learned from")
  func misfits() {
    var postings = withAside(isMarked: true)
    postings[3].marks?.sentences.append(.seat)
    let trainer = PostingModelTrainer(postings)
    #expect(trainer.isMarked && trainer.misfits.map(\.posting) == [postings[3].posting])
    #expect(!PostingModelTrainer(invented(60)).isMarked)
  }

  @Test("a further reader who doubts a label makes it count less")
  func doubt() {
    func probability(doubting: Bool) -> Double {
      let labels = invented(60).map { posting in
        var posting = posting
        if doubting && posting.isCollaborative && posting.posting.description.contains("founders") {
          posting.readings = [0.2]
        }
        return posting
      }
      var judge = PostingJudge(PostingModelTrainer(labels).model())
      var posting = Posting(location: SourceLocation(source: "t", line: 1), format: "t", title: "x")
      posting.description = "Work closely with founders."
      return judge.probability(posting)
    }
    #expect(probability(doubting: true) < probability(doubting: false))
  }

  @Test("labels that contradict the words are not learned away: a shuffled set scores like chance")
  func shuffledLabels() {
    var labels = invented(80)
    for index in labels.indices { labels[index].isCollaborative = index / 2 % 2 == 0 }
    let judged = CrossValidation(PostingModelTrainer(labels), of: 80, repetitions: 1, parts: 5)
      .judgements
    let measures = QualityMeasures(
      judged.map(\.probability),
      isSeat: judged.map { labels[$0.posting].isCollaborative }
    )
    #expect(measures.accuracy < 0.75)
  }

  @Test("scores that order the postings upside down leave the share of seats")
  func upsideDown() {
    let isSeat = (0..<40).map { $0 < 10 }
    let curve = Calibration(scores: (0..<40).map { Double($0) / 10 }, isSeat: isSeat)
    #expect(curve.slope == 0)
    #expect(abs(curve.probability(-1) - 11.0 / 42) < 1e-12)
    #expect(curve.probability(-1) == curve.probability(4))
    let upright = Calibration(scores: (0..<40).map { -Double($0) / 10 }, isSeat: isSeat)
    #expect(upright.slope > 0 && upright.probability(0) > upright.probability(-4))
  }

  @Test("the measures agree with values computed by hand")
  func measures() {
    let measures = QualityMeasures(
      [0.9, 0.6, 0.4, 0.1, 0.5],
      isSeat: [true, false, true, false, true]
    )
    #expect(measures.accuracy == 0.6)
    // Seats: 2 found of 3, 3 said; tasks: 1 found of 2, 2 said.
    #expect(abs(measures.macroF1 - (2.0 / 3 + 0.5) / 2) < 1e-12)
    // Of six pairs of a seat and a task, the seat is ahead in 0.9>0.6, 0.9>0.1, 0.4>0.1, 0.5>0.1.
    #expect(abs((measures.auc ?? 0) - 4.0 / 6) < 1e-12)
    #expect(abs(measures.brier - (0.01 + 0.36 + 0.36 + 0.01 + 0.25) / 5) < 1e-12)
    #expect(abs(measures.calibrationError - (0.1 + 0.6 + 0.6 + 0.1 + 0.5) / 5) < 1e-12)
    #expect(abs(measures.recallOfSeats - 2.0 / 3) < 1e-12)
  }

  @Test("ties count half in the area under the curve, and one class has none")
  func ties() {
    #expect(QualityMeasures([0.5, 0.5], isSeat: [true, false]).auc == 0.5)
    #expect(QualityMeasures([0.5, 0.7], isSeat: [true, true]).auc == nil)
  }
}
