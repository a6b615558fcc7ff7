/// Sums of floating-point numbers that do not lose small terms beside large ones.
///
/// Algorithm: A. Neumaier, *Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
/// Summen*, ZAMM 54 (1974), 39–51.
struct CompensatedSum {
  private var sum = 0.0
  private var compensation = 0.0

  /// The sum so far.
  var value: Double { sum + compensation }

  /// Adds one term.
  mutating func add(_ term: Double) {
    let next = sum + term
    compensation += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }
}

extension Sequence<Double> {
  /// The compensated sum of all elements.
  func compensatedSum() -> Double {
    var sum = CompensatedSum()
    for element in self { sum.add(element) }
    return sum.value
  }
}
