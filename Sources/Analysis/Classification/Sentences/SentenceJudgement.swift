/// What the sentence model says of one sentence or title.
struct SentenceJudgement: Sendable {
  /// The likeness to asides up to which a sentence counts in full, and from which it does not count.
  private static let ramp = (full: 0.25, none: 0.55)

  /// What it speaks for: 2 plainly for a seat in a team, −2 plainly for a task, near 0 for neither.
  let direction: Double
  /// How much it looks like an aside: about 0 for what is said of the work, about 1 for an aside.
  let aside: Double

  /// What the sentence counts, from 0 to ``SentenceWeight/whole``.
  var weight: Int32 {
    let share = (Self.ramp.none - aside) / (Self.ramp.none - Self.ramp.full)
    return Int32((min(1, max(0, share)) * Double(SentenceWeight.whole)).rounded())
  }
}
