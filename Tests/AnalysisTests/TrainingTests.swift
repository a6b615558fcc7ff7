import Analysis
import Model
import Testing

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
    let validation = CrossValidation(PostingModelTrainer(labels), repetitions: 2, parts: 5)
    #expect(validation.judgements.count == 120)
    for repetition in 0..<2 {
      let judged = validation.judgements.filter { $0.repetition == repetition }
      #expect(judged.map(\.posting) == Array(0..<60))
      #expect(Set(judged.map(\.part)) == Set(0..<5))
    }
  }

  @Test("labels that contradict the words are not learned away: a shuffled set scores like chance")
  func shuffledLabels() {
    var labels = invented(80)
    for index in labels.indices { labels[index].isCollaborative = index / 2 % 2 == 0 }
    let judged = CrossValidation(PostingModelTrainer(labels), repetitions: 1, parts: 5).judgements
    let measures = QualityMeasures(
      judged.map(\.probability),
      isSeat: judged.map { labels[$0.posting].isCollaborative }
    )
    #expect(measures.accuracy < 0.75)
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
