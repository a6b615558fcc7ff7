internal import Model

/// A simple judge to compare with, fitted on the same postings as the model.
public struct Baseline: Sendable {
  /// The name.
  public let name: String
  /// Makes a judge from known postings; the judge gives the probability of a seat.
  let judge: @Sendable ([LabelledPosting]) -> @Sendable (LabelledPosting) -> Double

  /// The baselines, in the order in which they are shown.
  public static let all = [
    Baseline(name: "majority") { known in
      let rate = rate(known.filter { $0.isMarketplace })
      return { _ in rate }
    },
    Baseline(name: "cue words") { known in
      @Sendable func score(_ posting: LabelledPosting) -> Double {
        CueClassifier().judge(posting.posting).evidence.map(\.logOdds).compensatedSum()
      }
      let market = known.filter { $0.isMarketplace }
      let chosen = market.isEmpty ? known : market
      let calibration = Calibration(
        scores: chosen.map(score),
        isSeat: chosen.map(\.isCollaborative)
      )
      return { calibration.probability(score($0)) }
    },
    Baseline(name: "duration only") { known in
      let groups = Dictionary(grouping: known.filter { $0.isMarketplace }, by: terms)
      let rates = groups.mapValues(rate)
      let other = rate(known)
      return { rates[terms($0)] ?? other }
    },
  ]

  /// The share of seats, with one of each added.
  private static func rate(_ postings: [LabelledPosting]) -> Double {
    Double(postings.count { $0.isCollaborative } + 1) / Double(postings.count + 2)
  }

  private static func terms(_ posting: LabelledPosting) -> String {
    [
      posting.posting.duration.flatMap(DurationWords.field)?.rawValue ?? "",
      posting.posting.hoursPerWeek.flatMap(DurationWords.hours)?.rawValue ?? "",
    ].joined(separator: " ")
  }
}
