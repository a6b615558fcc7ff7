/// What the arithmetic of the invoices shows: how often each rule could be computed, and every
/// place where a document states something else than its own figures give.
public struct ArithmeticChecks: Sendable, Hashable {
  /// How often each rule could be computed; a document that lacks a figure is not counted.
  public private(set) var computed: [ArithmeticFact.Rule: Int] = [:]
  /// The differences, within and beyond their tolerances, in the order in which they were found.
  public private(set) var differences: [ArithmeticFact] = []

  /// What each document asks to be paid, in the order in which they were read.
  public private(set) var totals: [DocumentTotal] = []

  /// No checks.
  public init() {}

  /// Checks that were kept: how often each rule could be computed, differences included.
  public init(
    computed: [ArithmeticFact.Rule: Int],
    differences: [ArithmeticFact],
    totals: [DocumentTotal]
  ) {
    self.computed = computed
    self.differences = differences
    self.totals = totals
  }

  /// Counts a figure that a rule confirms to the last digit.
  public mutating func confirm(_ rule: ArithmeticFact.Rule) { computed[rule, default: 0] += 1 }

  /// Adds a figure that differs from what a rule gives.
  public mutating func add(_ fact: ArithmeticFact) {
    computed[fact.rule, default: 0] += 1
    differences.append(fact)
  }

  /// Adds what a document asks to be paid.
  public mutating func add(_ total: DocumentTotal) { totals.append(total) }

  /// Adds the checks of another input.
  public mutating func add(_ other: ArithmeticChecks) {
    computed.merge(other.computed) { $0 + $1 }
    differences += other.differences
    totals += other.totals
  }

  /// The checks of several inputs together.
  public init(_ parts: some Sequence<ArithmeticChecks>) {
    for part in parts { add(part) }
  }
}
