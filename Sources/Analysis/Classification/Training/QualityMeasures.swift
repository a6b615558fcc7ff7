/// How well probabilities agree with labels.
public struct QualityMeasures: Sendable, Hashable {
  /// One bar of a reliability diagram.
  public struct Bin: Sendable, Hashable {
    /// The number of postings.
    public let count: Int
    /// The mean of their probabilities.
    public let predicted: Double
    /// The share of seats among them.
    public let observed: Double
  }

  /// The number of postings.
  public let count: Int
  /// The share judged right at a probability of one half.
  public let accuracy: Double
  /// The mean of the F1 of both classes.
  public let macroF1: Double
  /// The chance that a seat has a higher probability than a task; `nil` with one class.
  public let auc: Double?
  /// The mean squared error of the probabilities.
  public let brier: Double
  /// The mean distance of predicted and observed shares over ten equal bins.
  public let calibrationError: Double
  /// The share of seats that are found.
  public let recallOfSeats: Double
  /// The ten bins, from 0 to 1.
  public let bins: [Bin]

  /// Measures probabilities against labels.
  public init(_ probabilities: [Double], isSeat: [Bool]) {
    count = probabilities.count
    let total = Double(max(1, count))
    var counts = (hits: 0, seats: 0, said: 0, both: 0)
    var squares = 0.0
    var sums = [(count: Int, predicted: Double, seats: Int)](repeating: (0, 0, 0), count: 10)
    for (probability, seat) in zip(probabilities, isSeat) {
      let says = probability >= 0.5
      if says == seat { counts.hits += 1 }
      if seat { counts.seats += 1 }
      if says { counts.said += 1 }
      if says, seat { counts.both += 1 }
      squares += (probability - (seat ? 1 : 0)) * (probability - (seat ? 1 : 0))
      let bin = min(9, max(0, Int(probability * 10)))
      sums[bin].count += 1
      sums[bin].predicted += probability
      if seat { sums[bin].seats += 1 }
    }
    accuracy = Double(counts.hits) / total
    brier = squares / total
    recallOfSeats = counts.seats == 0 ? 0 : Double(counts.both) / Double(counts.seats)
    let tasks = count - counts.seats
    let bothTasks = counts.hits - counts.both
    func f1(_ both: Int, _ said: Int, _ are: Int) -> Double {
      said + are == 0 ? 0 : 2 * Double(both) / Double(said + are)
    }
    macroF1 =
      (f1(counts.both, counts.said, counts.seats)
        + f1(bothTasks, count - counts.said, tasks)) / 2
    bins = sums.map { sum in
      Bin(
        count: sum.count,
        predicted: sum.count == 0 ? 0 : sum.predicted / Double(sum.count),
        observed: sum.count == 0 ? 0 : Double(sum.seats) / Double(sum.count)
      )
    }
    var distance = 0.0
    for bin in bins { distance += Double(bin.count) * abs(bin.predicted - bin.observed) }
    calibrationError = distance / total
    auc = Self.auc(probabilities, isSeat)
  }

  /// The Mann-Whitney statistic with ties counted half.
  private static func auc(_ probabilities: [Double], _ isSeat: [Bool]) -> Double? {
    let order = probabilities.indices.sorted { probabilities[$0] < probabilities[$1] }
    var ranks = 0.0
    var seats = 0.0
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, probabilities[order[end]] == probabilities[order[start]] {
        end += 1
      }
      let rank = Double(start + end + 1) / 2
      for place in start..<end where isSeat[order[place]] {
        ranks += rank
        seats += 1
      }
      start = end
    }
    let tasks = Double(order.count) - seats
    guard seats > 0, tasks > 0 else { return nil }
    return (ranks - seats * (seats + 1) / 2) / (seats * tasks)
  }
}
