/// The expected loss of a role's knowledge, counted once (model specification, 2.7).
///
/// What several holders share is lost only if all of them leave; what one holds privately is lost
/// with its holder, one private part for each seat of work.
public struct RoleLoss: Sendable {
  /// One holder of the role.
  public struct Holder: Sendable, Hashable {
    /// The identifier, for ties.
    public let id: String
    /// The share of the largest loss that the holder embodies, 0 to 1.
    public let knowledge: Double
    /// The probability of being gone within the horizon.
    public let departureProbability: Double

    /// Creates a holder.
    public init(id: String, knowledge: Double, departureProbability: Double) {
      self.id = id
      self.knowledge = knowledge
      self.departureProbability = departureProbability
    }
  }

  /// The expected loss as a share of the largest one.
  public let fraction: Double
  /// What each holder contributes, in the order given; they add up to the fraction.
  public let contributions: [Double]

  /// Sums the layers.
  ///
  /// Layer m is the knowledge between the m-th and the next best holder, held by the best m;
  /// inside it the contribution is in proportion to the departure probability. `seats` are
  /// full-time equivalents of work, at least one; `shared` is the share of knowledge that holders
  /// have in common (omega), 0 to 1.
  public init(_ holders: [Holder], seats: Double, shared: Double) {
    let order = Self.order(holders)
    var contributions = [Double](repeating: 0, count: holders.count)
    var total = CompensatedSum()
    for m in order.indices.map({ $0 + 1 }) {
      let top = order[..<m]
      let next = m < order.count ? holders[order[m]].knowledge : 0
      let depth = holders[order[m - 1]].knowledge - next
      guard depth > 0 else { continue }
      let probabilities = top.map { holders[$0].departureProbability }
      let all = probabilities.reduce(1, *)
      let layer =
        depth
        * (shared * all
          + (1 - shared) * Self.smallest(probabilities, seats: min(seats, Double(m))))
      total.add(layer)
      let sum = probabilities.compensatedSum()
      guard sum > 0 else { continue }
      for index in top {
        contributions[index] += layer * holders[index].departureProbability / sum
      }
    }
    fraction = total.value
    self.contributions = contributions
  }

  /// The loss of one realised set of leavers, by the same rule: private knowledge sits with the
  /// steadiest holders of a layer.
  public static func realised(
    _ holders: [Holder],
    gone: Set<String>,
    seats: Double,
    shared: Double
  ) -> Double {
    let order = order(holders)
    var total = CompensatedSum()
    for m in order.indices.map({ $0 + 1 }) {
      let top = order[..<m].map { holders[$0] }
      let next = m < order.count ? holders[order[m]].knowledge : 0
      let depth = top[m - 1].knowledge - next
      guard depth > 0 else { continue }
      let steadiest = top.sorted {
        ($0.departureProbability, $0.id) < ($1.departureProbability, $1.id)
      }
      var left = min(seats, Double(m))
      var lost = 0.0
      for holder in steadiest where left > 0 {
        let weight = min(1, left)
        if gone.contains(holder.id) { lost += weight }
        left -= weight
      }
      let all = top.allSatisfy { gone.contains($0.id) } ? 1.0 : 0.0
      total.add(depth * (shared * all + (1 - shared) * lost))
    }
    return total.value
  }

  /// The number of holders whose going leaves less than half of the best knowledge; 0 without
  /// holders.
  ///
  /// After the truck factor of G. Avelino, L. Passos, A. Hora and M. T. Valente, ICPC 2016.
  public static func busFactor(_ holders: [Holder]) -> Int {
    let knowledge = holders.map(\.knowledge).sorted(by: >)
    guard let best = knowledge.first else { return 0 }
    for removed in 1...knowledge.count {
      let rest = removed < knowledge.count ? knowledge[removed] : 0
      if rest < 0.5 * best { return removed }
    }
    return knowledge.count
  }

  /// The Herfindahl-Hirschman index of shares, 0 to 10,000; 0 without any value.
  public static func concentration(_ values: [Double]) -> Double {
    let sum = values.compensatedSum()
    guard sum > 0 else { return 0 }
    return 10_000 * values.map { ($0 / sum) * ($0 / sum) }.compensatedSum()
  }

  /// The best first; ties by identifier, bytewise.
  private static func order(_ holders: [Holder]) -> [Int] {
    holders.indices.sorted { left, right in
      let (a, b) = (holders[left], holders[right])
      return a.knowledge != b.knowledge ? a.knowledge > b.knowledge : a.id.precedesBytewise(b.id)
    }
  }

  /// The sum of the smallest values, as many as there are seats, the last one in part.
  private static func smallest(_ values: [Double], seats: Double) -> Double {
    var left = seats
    var sum = 0.0
    for value in values.sorted() where left > 0 {
      let weight = min(1, left)
      sum += weight * value
      left -= weight
    }
    return sum
  }
}

extension String {
  /// Whether this identifier comes before another in the order of their UTF-8 bytes.
  func precedesBytewise(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
