public import Model

/// Judges postings one after the other by a model; its memory is used again for each.
public struct PostingJudge: Sendable {
  private let model: PostingModel
  private var scratch: GramCounts

  /// Creates a judge.
  public init(_ model: PostingModel = .builtIn) {
    self.model = model
    scratch = GramCounts(model)
  }

  /// The judgement on a posting by its text and fields alone, with the phrases that moved it.
  public mutating func judge(_ posting: Posting) -> Collaboration {
    let evidence = PostingEvidence(posting, model, &scratch)
    return Collaboration(
      degree: evidence.probability,
      source: .postings,
      evidence: evidence.cues
    )
  }

  /// The probability that a posting is a seat in a team.
  public mutating func probability(_ posting: Posting) -> Double {
    let reading = model.read(posting)
    return model.probability(model.logOdds(reading, &scratch) * model.readable(reading))
  }
}
