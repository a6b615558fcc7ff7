internal import Foundation
internal import Model

/// A company laid out for thousands of simulated years.
///
/// What a leaver loses privately is a number of his own, because the steadiest holders of a layer
/// are known beforehand: the private losses of a year are one sum over its leavers. Shared
/// knowledge is lost only down to the first of a role's holders, best first, who stays.
struct SimulatedYear: Sendable {
  /// What holders share of each role.
  private let shared: SharedKnowledge

  private let histories: [DepartureProbability.History]
  private let privateLoss: [Double]
  private let pauses: BillingPauses
  private let parameters: RiskParameters
  private let hazard: Double
  private let spread: Double
  private let table: ProbabilityTable

  init(_ assessment: RiskAssessment, _ portfolio: Portfolio, parameters: RiskParameters) {
    let active = portfolio.people.indices.filter { assessment.people[$0].billing.isActive }
      .sorted { portfolio.people[$0].id.precedesBytewise(portfolio.people[$1].id) }
    var position = [Int](repeating: -1, count: portfolio.people.count)
    for (index, person) in active.enumerated() { position[person] = index }
    var privateLoss = [CompensatedSum](repeating: CompensatedSum(), count: active.count)
    var shared: [SharedKnowledge.Role] = []
    for role in assessment.roles where !role.holders.isEmpty {
      let unit = role.unitHours * role.rate
      let holders = role.lossHolders(portfolio)
      for (holder, share) in Self.privateShares(holders, seats: role.seats) {
        privateLoss[position[role.holders[holder].person]].add(
          unit * (1 - parameters.sharedKnowledge) * share
        )
      }
      let order = RoleLoss.order(holders)
      shared.append(
        SharedKnowledge.Role(
          holders: order.map { position[role.holders[$0].person] },
          lossByPrefix: Self.cumulative(
            order.indices.map { rank in
              let next = rank + 1 < order.count ? holders[order[rank + 1]].knowledge : 0
              return unit * parameters.sharedKnowledge * (holders[order[rank]].knowledge - next)
            }
          )
        )
      )
    }
    self.shared = SharedKnowledge(shared)
    histories = active.map { assessment.people[$0].history }
    self.privateLoss = privateLoss.map(\.value)
    pauses = assessment.pauses
    self.parameters = parameters
    hazard = assessment.hazard.perMonth
    spread = 1 / assessment.hazard.information.squareRoot()
    table = ProbabilityTable(
      histories,
      hazard: hazard,
      spread: spread,
      pauses: pauses,
      parameters: parameters
    )
  }

  /// The loss of one draw.
  func loss(seed: UInt64, draw: Int) -> Double {
    var random = SplitMix64(seed: seed, skipping: draw * (2 + histories.count))
    let (u1, u2) = (1 - random.uniform(), random.uniform())
    let z = (-2 * log(u1)).squareRoot() * cos(2 * .pi * u2)
    let h = hazard * exp(z * spread)
    let people = histories.count
    return table.withBounds(of: z) { sure, possible in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, people)) { gone in
        var total = 0.0
        privateLoss.withUnsafeBufferPointer { privateLoss in
          for person in 0..<people {
            let uniform = random.uniform()
            var isGone = uniform < sure[person]
            // Between the bounds only the formula decides; elsewhere nothing branches.
            if isGone != (uniform < possible[person]) {
              isGone = uniform < probability(person, hazard: h)
            }
            // A conversion, because a branch on a coin would be mispredicted every other time.
            gone[person] = unsafeBitCast(isGone, to: UInt8.self)
            total += Double(gone[person]) * privateLoss[person]
          }
        }
        return total + shared.loss(gone)
      }
    }
  }

  private func probability(_ person: Int, hazard: Double) -> Double {
    DepartureProbability(
      hazard: hazard,
      history: histories[person],
      pauses: pauses,
      parameters: parameters
    ).value
  }

  /// The share of a role's knowledge that goes privately with each holder: in every layer the
  /// steadiest have a seat each, the last one in part.
  static func privateShares(
    _ holders: [RoleLoss.Holder],
    seats: Double
  ) -> [(holder: Int, share: Double)] {
    let order = RoleLoss.order(holders)
    let limit = Int(seats.rounded(.up))
    var steadiest: [Int] = []
    var shares = [CompensatedSum](repeating: CompensatedSum(), count: holders.count)
    func isSteadier(_ left: Int, _ right: Int) -> Bool {
      let (a, b) = (holders[left], holders[right])
      return a.departureProbability != b.departureProbability
        ? a.departureProbability < b.departureProbability : a.id.precedesBytewise(b.id)
    }
    for rank in order.indices {
      let place = steadiest.prefixCount { isSteadier($0, order[rank]) }
      if place < limit {
        steadiest.insert(order[rank], at: place)
        if steadiest.count > limit { steadiest.removeLast() }
      }
      let next = rank + 1 < order.count ? holders[order[rank + 1]].knowledge : 0
      let depth = holders[order[rank]].knowledge - next
      guard depth > 0 else { continue }
      var left = min(seats, Double(rank + 1))
      for holder in steadiest where left > 0 {
        shares[holder].add(depth * min(1, left))
        left -= 1
      }
    }
    return shares.indices.filter { shares[$0].value > 0 }.map { ($0, shares[$0].value) }
  }

  private static func cumulative(_ values: [Double]) -> [Double] {
    var sum = CompensatedSum()
    return values.map { value in
      sum.add(value)
      return sum.value
    }
  }
}

/// The probabilities of leaving at fixed points of the hazard.
///
/// A probability rises with the hazard (property P12), so that the points around a draw's hazard
/// bound it; only uniforms that fall between the bounds need the formula.
private struct ProbabilityTable: Sendable {
  private static let points = 161
  private static let reach = 5.0
  /// More than rounding can move a probability.
  private static let margin = 1e-12

  /// For each point, and one beyond either end, what is surely and what is possibly gone.
  private let sure: [Double]
  private let possible: [Double]
  private let people: Int

  init(
    _ histories: [DepartureProbability.History],
    hazard: Double,
    spread: Double,
    pauses: BillingPauses,
    parameters: RiskParameters
  ) {
    let step = 2 * Self.reach / Double(Self.points - 1)
    let people = histories.count
    self.people = people
    let pauses = histories.map { pauses.survival($0.relativeSilence, parameters: parameters) }
    var values = [Double](repeating: 0, count: (Self.points + 2) * people)
    values.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      Parallel.perform(Self.points) { point in
        let h = hazard * exp((Double(point) * step - Self.reach) * spread)
        for person in 0..<people {
          results[(point + 1) * people + person] =
            DepartureProbability(
              hazard: h,
              history: histories[person],
              pause: pauses[person],
              parameters: parameters
            ).value
        }
      }
      for person in 0..<people { results[(Self.points + 1) * people + person] = 1 }
    }
    sure = values.map { $0 - Self.margin }
    possible = values.map { $0 + Self.margin }
  }

  /// Hands out the bounds of everybody's probability for a standard normal draw.
  func withBounds<Result>(
    of z: Double,
    _ body: (_ sure: UnsafePointer<Double>, _ possible: UnsafePointer<Double>) -> Result
  ) -> Result {
    let position = (z + Self.reach) / (2 * Self.reach) * Double(Self.points - 1)
    let below = max(-1, min(Self.points - 1, Int(position.rounded(.down))))
    return sure.withUnsafeBufferPointer { sure in
      possible.withUnsafeBufferPointer { possible in
        guard let low = sure.baseAddress, let high = possible.baseAddress else {
          return withUnsafePointer(to: 0.0) { body($0, $0) }
        }
        return body(low + (below + 1) * people, high + (below + 2) * people)
      }
    }
  }
}
