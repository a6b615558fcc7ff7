internal import Foundation
internal import Model

/// A linear model of posting texts: named features of the guide and hashed words, added up and
/// calibrated.
///
/// A model of sentences first says of every sentence whether it speaks of the work at all, and for
/// which side. The log-odds of the words are `slope · (intercept + Σ named + Σ blocks Σ grams) + offset`; every
/// term belongs to words of the posting, which is what the evidence shows. Of a posting that it can
/// hardly read they count less (``KnownWords``). The probability of a seat is
/// `floor + (ceiling − floor) · σ(log-odds)`, in the middle where nothing can be read.
public struct PostingModel: Sendable {
  /// The name of the format and its version, the first line of a model file.
  static let formatName = "tacit-role-model 4"

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
  /// The least probability, however plain the words are.
  let floor: Double
  /// The greatest probability, however plain the words are.
  let ceiling: Double
  /// The share of a posting's words that the model usually knows.
  let usuallyKnown: Double
  /// What is made of single sentences.
  let sentences: SentenceModel
  /// The words.
  let grams: GramTable

  /// A posting as this model sees it.
  func read(_ posting: Posting) -> PostingReading { PostingReading(posting, sentences) }

  /// What the log-odds of a posting's words count, from 0 to 1, by how much of it the model can read.
  func readable(_ reading: PostingReading) -> Double {
    KnownWords.readable(KnownWords.share(of: reading, grams), usual: usuallyKnown)
  }

  /// The log-odds of a posting's words, above zero for a seat in a team, if all of it could be read.
  func logOdds(_ reading: PostingReading, _ scratch: inout GramCounts) -> Double {
    var score = intercept
    for (feature, value) in NamedFeatures.values(reading) { score += named[feature] * value }
    scratch.count(reading, grams)
    for block in 0..<Grams.blocks { score += scratch.sum[block] * scratch.scale[block] }
    return slope * score + offset
  }

  /// The probability of a seat that belongs to log-odds.
  func probability(_ logOdds: Double) -> Double {
    floor + (ceiling - floor) * Self.logistic(logOdds)
  }

  /// The probability that belongs to log-odds without floor and ceiling.
  static func logistic(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

  /// The log-odds that belong to a probability.
  static func logit(_ probability: Double) -> Double { log(probability / (1 - probability)) }
}
