internal import Foundation

/// Turns scores into log-odds by a logistic regression on the score alone.
///
/// Source: J. Platt, *Probabilistic Outputs for Support Vector Machines*, 1999; fitted by Newton's
/// method with a small penalty on the slope, so that separable scores have a finite one.
struct Calibration: Sendable {
  /// What one unit of score is worth in log-odds.
  let slope: Double
  /// The log-odds at a score of zero.
  let offset: Double

  /// Fits the calibration to scores that the model gave to postings it had not seen.
  init(scores: [Double], isSeat: [Bool]) {
    var slope = 1.0
    var offset = 0.0
    let penalty = 0.01
    for _ in 0..<100 {
      var gradient = (slope: penalty * slope, offset: 0.0)
      var curvature = (slope: penalty, mixed: 0.0, offset: 1e-9)
      for (score, seat) in zip(scores, isSeat) {
        let probability = PostingModel.probability(slope * score + offset)
        let error = probability - (seat ? 1 : 0)
        let weight = probability * (1 - probability)
        gradient.slope += error * score
        gradient.offset += error
        curvature.slope += weight * score * score
        curvature.mixed += weight * score
        curvature.offset += weight
      }
      let determinant =
        curvature.slope * curvature.offset - curvature.mixed * curvature.mixed
      guard determinant > 0 else { break }
      let change = (
        slope: (curvature.offset * gradient.slope - curvature.mixed * gradient.offset)
          / determinant,
        offset: (curvature.slope * gradient.offset - curvature.mixed * gradient.slope)
          / determinant
      )
      slope -= change.slope
      offset -= change.offset
      if abs(change.slope) + abs(change.offset) < 1e-12 { break }
    }
    self.slope = slope
    self.offset = offset
  }
}
