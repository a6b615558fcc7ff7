internal import Foundation

/// A linear model of posting texts: named features of the guide and hashed words, added up and
/// calibrated.
///
/// `logit P(seat) = slope · (intercept + Σ named + Σ blocks Σ grams) + offset`. Every term belongs to
/// words of the posting, which is what the evidence shows.
public struct PostingModel: Sendable {
  /// The name of the format and its version, the first line of a model file.
  static let formatName = "tacit-role-model 1"

  /// What the model was made from and how well it did, in words.
  public var card: [String]
  /// The lexicon it was trained with.
  let lexicon: UInt64
  /// The number of training postings.
  let trainingPostings: Int
  /// The weights of the named features, in the order of the layout.
  let named: [Double]
  /// What the score starts from.
  let intercept: Double
  /// The calibration: what one unit of score is worth in log-odds.
  let slope: Double
  /// The calibration: the log-odds at a score of zero.
  let offset: Double
  /// The words.
  let grams: GramTable

  /// The log-odds that a posting is a seat in a team.
  func logOdds(_ reading: PostingReading) -> Double {
    var scratch = GramCounts(self)
    return logOdds(reading, &scratch)
  }

  /// The log-odds that a posting is a seat in a team, with memory that is used again.
  func logOdds(_ reading: PostingReading, _ scratch: inout GramCounts) -> Double {
    var score = intercept
    for (feature, value) in NamedFeatures.values(reading) { score += named[feature] * value }
    scratch.count(reading, grams)
    for block in 0..<Grams.blocks { score += scratch.sum[block] * scratch.scale[block] }
    return slope * score + offset
  }

  /// The probability that belongs to log-odds.
  static func probability(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }
}
