internal import Foundation

/// Turns scores into probabilities: `floor + (ceiling − floor) · σ(slope · score + offset)`.
///
/// The logistic curve is Platt's; its floor and ceiling leave room for readers who judge a posting
/// against its words, without which the curve would be too flat in the middle and too sure at its
/// ends. They are the best of a small grid, slope and offset are fitted by Fisher scoring. Sources:
/// J. Platt, *Probabilistic Outputs for Support Vector Machines*, 1999; the four parameters are those
/// of item response theory (F. Barton, F. Lord, 1981).
struct Calibration: Sendable {
  /// What one unit of score is worth in log-odds.
  let slope: Double
  /// The log-odds at a score of zero.
  let offset: Double
  /// The least probability.
  let floor: Double
  /// The greatest probability.
  let ceiling: Double

  private static let floors = [0, 0.005, 0.01, 0.02, 0.03, 0.05]
  private static let ceilings = [1, 0.98, 0.96, 0.94]
  /// A penalty on the slope, so that separable scores have a finite one.
  private static let penalty = 0.01

  /// Fits the calibration to scores that the model gave to postings it had not seen.
  init(scores: [Double], isSeat: [Bool]) {
    var best: (loss: Double, curve: Calibration)?
    for floor in Self.floors {
      for ceiling in Self.ceilings {
        let start = best?.curve ?? Calibration(slope: 1, offset: 0, floor: 0, ceiling: 1)
        let curve = Self.fitted(scores, isSeat, from: start, floor: floor, ceiling: ceiling)
        let loss = curve.loss(scores, isSeat)
        if best.map({ loss < $0.loss - 1e-9 }) ?? true { best = (loss, curve) }
      }
    }
    if let curve = best?.curve, curve.slope >= 0 {
      self = curve
    } else {
      // Scores that order left-out postings upside down say nothing; what is left is the share of seats.
      let seats = Double(isSeat.count { $0 } + 1) / Double(isSeat.count + 2)
      self = Calibration(slope: 0, offset: PostingModel.logit(seats), floor: 0, ceiling: 1)
    }
  }

  private init(slope: Double, offset: Double, floor: Double, ceiling: Double) {
    self.slope = slope
    self.offset = offset
    self.floor = floor
    self.ceiling = ceiling
  }

  /// The probability that belongs to a score.
  func probability(_ score: Double) -> Double {
    floor + (ceiling - floor) * PostingModel.logistic(slope * score + offset)
  }

  private func loss(_ scores: [Double], _ isSeat: [Bool]) -> Double {
    var sum = Self.penalty * slope * slope / 2
    for (score, seat) in zip(scores, isSeat) {
      let probability = min(max(self.probability(score), 1e-9), 1 - 1e-9)
      sum -= log(seat ? probability : 1 - probability)
    }
    return sum
  }

  private static func fitted(
    _ scores: [Double],
    _ isSeat: [Bool],
    from start: Calibration,
    floor: Double,
    ceiling: Double
  ) -> Calibration {
    var curve = Calibration(
      slope: start.slope,
      offset: start.offset,
      floor: floor,
      ceiling: ceiling
    )
    var loss = curve.loss(scores, isSeat)
    for _ in 0..<60 {
      var gradient = (slope: -penalty * curve.slope, offset: 0.0)
      var information = (slope: penalty, mixed: 0.0, offset: 1e-6)
      for (score, seat) in zip(scores, isSeat) {
        let share = PostingModel.logistic(curve.slope * score + curve.offset)
        let probability = min(max(floor + (ceiling - floor) * share, 1e-9), 1 - 1e-9)
        let change = (ceiling - floor) * share * (1 - share)
        let variance = probability * (1 - probability)
        let pull = ((seat ? 1 : 0) - probability) * change / variance
        let weight = change * change / variance
        gradient.slope += pull * score
        gradient.offset += pull
        information.slope += weight * score * score
        information.mixed += weight * score
        information.offset += weight
      }
      let determinant =
        information.slope * information.offset - information.mixed * information.mixed
      guard determinant > 1e-12 else { break }
      let step = (
        slope: (information.offset * gradient.slope - information.mixed * gradient.offset)
          / determinant,
        offset: (information.slope * gradient.offset - information.mixed * gradient.slope)
          / determinant
      )
      var share = 1.0
      var next = curve
      var nextLoss = loss
      repeat {
        next = Calibration(
          slope: curve.slope + share * step.slope,
          offset: curve.offset + share * step.offset,
          floor: floor,
          ceiling: ceiling
        )
        nextLoss = next.loss(scores, isSeat)
        share /= 2
      } while nextLoss > loss && share > 1e-4
      if nextLoss >= loss { break }
      let gain = loss - nextLoss
      (curve, loss) = (next, nextLoss)
      if gain < 1e-10 { break }
    }
    return curve
  }
}
