internal import Model

/// Judges postings by models that never saw them: repeated, stratified cross-validation.
public struct CrossValidation: Sendable {
  /// One judgement on a posting by a model that had not seen it.
  public struct Judgement: Sendable {
    /// The number of the repetition.
    public let repetition: Int
    /// The part of the postings it was in.
    public let part: Int
    /// The posting's index.
    public let posting: Int
    /// The model's probability of a seat.
    public let probability: Double
    /// The baselines' probabilities, in the order of ``Baseline/all``.
    public let baselines: [Double]
  }

  /// The judgements, one a posting and repetition, in the order of repetitions and postings.
  public let judgements: [Judgement]

  /// Judges the first `count` postings of the trainer `repetitions` times each; the others are learned
  /// from in every part.
  public init(
    _ trainer: PostingModelTrainer,
    of count: Int,
    repetitions: Int,
    parts: Int = 10,
    progress: (String) -> Void = { _ in }
  ) {
    var judgements: [Judgement] = []
    for repetition in 0..<repetitions {
      let judged = Array(trainer.postings.prefix(count))
      let part = Folds.parts(judged, count: parts, seed: UInt64(repetition + 1))
      let others = Array(trainer.postings.indices.dropFirst(count))
      var probabilities = [Double](repeating: 0, count: part.count)
      var baselines = [[Double]](repeating: [], count: part.count)
      for number in 0..<parts {
        progress("repetition \(repetition + 1), part \(number + 1) of \(parts)")
        let kept = part.indices.filter { part[$0] != number } + others
        var judge = PostingJudge(trainer.model(kept))
        let known = kept.map { trainer.postings[$0] }
        let judges = Baseline.all.map { $0.judge(known) }
        for index in part.indices where part[index] == number {
          probabilities[index] = judge.probability(trainer.postings[index].posting)
          baselines[index] = judges.map { $0(trainer.postings[index]) }
        }
      }
      for index in part.indices {
        judgements.append(
          Judgement(
            repetition: repetition,
            part: part[index],
            posting: index,
            probability: probabilities[index],
            baselines: baselines[index]
          )
        )
      }
    }
    self.judgements = judgements
  }
}
