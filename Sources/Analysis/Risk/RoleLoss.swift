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

  /// One layer: the knowledge between the m-th and the next best holder, held by the best m.
  struct Layer: Sendable, Hashable {
    /// The number of people who have it.
    let holders: Int
    /// The share of the largest loss that lies in it.
    let depth: Double
    /// The probability that all of them leave.
    let all: Double
    /// The sum of the smallest probabilities, as many as there are seats.
    let steadiest: Double
    /// What is expected to be lost of it.
    let loss: Double
  }

  /// The expected loss as a share of the largest one.
  public let fraction: Double
  /// What each holder contributes, in the order given; they add up to the fraction.
  public let contributions: [Double]
  /// The layers with a depth, from the one that only the best holder has.
  let layers: [Layer]

  /// Sums the layers.
  ///
  /// Inside a layer the contribution is in proportion to the departure probability. `seats` are
  /// full-time equivalents of work, at least one; `shared` is the share of knowledge that holders
  /// have in common (omega), 0 to 1.
  public init(_ holders: [Holder], seats: Double, shared: Double) {
    let order = Self.order(holders)
    var layers: [Layer] = []
    var total = CompensatedSum()
    var probabilitySum = CompensatedSum()
    var all = 1.0
    var steadiest = Steadiest(seats: seats)
    // What one unit of probability contributes in the layer of each rank.
    var weights = [Double](repeating: 0, count: order.count)
    for rank in order.indices {
      let holder = holders[order[rank]]
      all *= holder.departureProbability
      probabilitySum.add(holder.departureProbability)
      steadiest.add(holder.departureProbability)
      let next = rank + 1 < order.count ? holders[order[rank + 1]].knowledge : 0
      let depth = holder.knowledge - next
      guard depth > 0 else { continue }
      let loss = depth * (shared * all + (1 - shared) * steadiest.sum)
      total.add(loss)
      layers.append(
        Layer(holders: rank + 1, depth: depth, all: all, steadiest: steadiest.sum, loss: loss)
      )
      if probabilitySum.value > 0 { weights[rank] = loss / probabilitySum.value }
    }
    var contributions = [Double](repeating: 0, count: holders.count)
    var weight = CompensatedSum()
    for rank in order.indices.reversed() {
      weight.add(weights[rank])
      contributions[order[rank]] = holders[order[rank]].departureProbability * weight.value
    }
    fraction = total.value
    self.contributions = contributions
    self.layers = layers
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
    let isGone = holders.map { gone.contains($0.id) }
    func isSteadier(_ left: Int, _ right: Int) -> Bool {
      let (a, b) = (holders[left], holders[right])
      return a.departureProbability != b.departureProbability
        ? a.departureProbability < b.departureProbability : a.id.precedesBytewise(b.id)
    }
    let limit = Int(seats.rounded(.up))
    // The steadiest of the best so many holders, no more than there are seats.
    var steadiest: [Int] = []
    var all = true
    var total = CompensatedSum()
    for (rank, holder) in order.enumerated() {
      all = all && isGone[holder]
      let place = steadiest.prefixCount { isSteadier($0, holder) }
      if place < limit {
        steadiest.insert(holder, at: place)
        if steadiest.count > limit { steadiest.removeLast() }
      }
      let next = rank + 1 < order.count ? holders[order[rank + 1]].knowledge : 0
      let depth = holders[holder].knowledge - next
      guard depth > 0 else { continue }
      var left = min(seats, Double(rank + 1))
      var lost = 0.0
      for holder in steadiest where left > 0 {
        let weight = min(1, left)
        if isGone[holder] { lost += weight }
        left -= weight
      }
      total.add(depth * (shared * (all ? 1 : 0) + (1 - shared) * lost))
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
  static func order(_ holders: [Holder]) -> [Int] {
    holders.indices.sorted { left, right in
      let (a, b) = (holders[left], holders[right])
      return a.knowledge != b.knowledge ? a.knowledge > b.knowledge : a.id.precedesBytewise(b.id)
    }
  }
}

/// The sum of the smallest of some values, as many as there are seats, the last one in part.
private struct Steadiest {
  private let seats: Double
  private var smallest: [Double] = []
  private(set) var sum = 0.0

  init(seats: Double) { self.seats = seats }

  mutating func add(_ value: Double) {
    let limit = Int(seats.rounded(.up))
    let position = smallest.prefixCount { $0 <= value }
    guard position < limit else { return }
    smallest.insert(value, at: position)
    if smallest.count > limit { smallest.removeLast() }
    var left = seats
    sum = 0
    for value in smallest where left > 0 {
      let weight = min(1, left)
      sum += weight * value
      left -= weight
    }
  }
}

extension String {
  /// Whether this identifier comes before another in the order of their UTF-8 bytes.
  func precedesBytewise(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
