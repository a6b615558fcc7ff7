/// What the sentence model says of one sentence or title.
struct SentenceJudgement: Sendable {
  /// The likeness to asides up to which a sentence counts in full, and from which it does not count.
  private static let ramp = (full: 0.25, none: 0.55)

  /// By how much a direction of one lowers the likeness to asides.
  private static let relief = 0.2

  /// What it speaks for: 2 plainly for a seat in a team, −2 plainly for a task, near 0 for neither.
  let direction: Double
  /// How much it looks like an aside: about 0 for what is said of the work, about 1 for an aside.
  let aside: Double

  /// What the sentence counts, from 0 to ``SentenceWeight/whole``.
  ///
  /// One that speaks for a side counts although it looks like an aside: a likeness is a guess, and to
  /// leave out what decides is worse than to read a phrase too many.
  var weight: Int32 {
    let likeness = aside - Self.relief * abs(direction)
    let share = (Self.ramp.none - likeness) / (Self.ramp.none - Self.ramp.full)
    return Int32((min(1, max(0, share)) * Double(SentenceWeight.whole)).rounded())
  }
}
