internal import Model

/// The days on which people bill, up to a day of the data, and the gaps between them: all that the
/// rule of gaps is applied to, whatever its parameters.
struct BillingRhythm: Sendable {
  /// A number of days between two billings of a person, and how often it occurs.
  struct Gap: Sendable {
    let days: Int
    var count: Int
  }

  /// The day.
  let asOf: Day
  /// The distinct days on which each person worked, ascending.
  let days: [ArraySlice<Day>]
  /// The different gaps of each person, ascending.
  let gaps: [[Gap]]
  /// The median gap of each person in days; with fewer than three gaps that of all.
  let cadences: [Double]
  /// All gaps, each divided by its own person's median.
  let relative: CountedValues

  init(_ index: PortfolioIndex, asOf: Day) {
    self.asOf = asOf
    days = index.daysOfPerson.map { $0.prefix($0.prefixCount { $0 <= asOf }) }
    let gaps = days.map(Self.gaps)
    var all: [Double: Int] = [:]
    for gap in gaps.joined() { all[Double(gap.days), default: 0] += gap.count }
    let base = CountedValues(counts: all).median ?? 7
    let cadences = gaps.map { Self.median($0) ?? base }
    self.gaps = gaps
    self.cadences = cadences
    relative = Self.relative(gaps, cadences) { _, _ in true }
  }

  /// The gaps shorter than a limit of each person, each divided by that person's median.
  func pauses(below limits: [Double]) -> BillingPauses {
    BillingPauses(counted: Self.relative(gaps, cadences) { $1 < limits[$0] })
  }

  private static func relative(
    _ gaps: [[Gap]],
    _ cadences: [Double],
    where isCounted: (_ person: Int, _ days: Double) -> Bool
  ) -> CountedValues {
    var counts: [Double: Int] = [:]
    for person in gaps.indices {
      for gap in gaps[person] where isCounted(person, Double(gap.days)) {
        counts[Double(gap.days) / cadences[person], default: 0] += gap.count
      }
    }
    return CountedValues(counts: counts)
  }

  private static func gaps(_ days: ArraySlice<Day>) -> [Gap] {
    var gaps: [Gap] = []
    for (next, day) in zip(days.dropFirst(), days) {
      let length = next - day
      let position = gaps.prefixCount { $0.days < length }
      if position < gaps.count, gaps[position].days == length {
        gaps[position].count += 1
      } else {
        gaps.insert(Gap(days: length, count: 1), at: position)
      }
    }
    return gaps
  }

  /// The median of three gaps or more, for an even number the mean of the middle two.
  private static func median(_ gaps: [Gap]) -> Double? {
    let count = gaps.reduce(0) { $0 + $1.count }
    guard count >= 3 else { return nil }
    func value(atRank rank: Int) -> Double {
      var seen = 0
      for gap in gaps {
        seen += gap.count
        if seen >= rank { return Double(gap.days) }
      }
      return 0
    }
    let low = value(atRank: (count + 1) / 2)
    return count % 2 == 1 ? low : 0.5 * (low + value(atRank: count / 2 + 1))
  }
}
