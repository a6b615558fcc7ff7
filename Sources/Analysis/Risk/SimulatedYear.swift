internal import Foundation
internal import Model

/// A company laid out for thousands of simulated years.
///
/// What a leaver loses privately is a number of his own, because the steadiest holders of a layer
/// are known beforehand: the private losses of a year are one sum over its leavers. Shared
/// knowledge is lost only down to the first of a role's holders, best first, who stays.
struct SimulatedYear: Sendable {
  private struct SharedRole: Sendable {
    /// The active people by knowledge, the best first, as positions in the order of the draws.
    let holders: [Int]
    /// What is lost when the best so many are gone.
    let lossByPrefix: [Double]
  }

  private let histories: [DepartureProbability.History]
  private let privateLoss: [Double]
  private let roles: [SharedRole]
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
    var roles: [SharedRole] = []
    for role in assessment.roles where !role.holders.isEmpty {
      let unit = role.unitHours * role.rate
      let holders = role.lossHolders(portfolio)
      for (holder, share) in Self.privateShares(holders, seats: role.seats) {
        privateLoss[position[role.holders[holder].person]].add(
          unit * (1 - parameters.sharedKnowledge) * share
        )
      }
      let order = RoleLoss.order(holders)
      roles.append(
        SharedRole(
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
    histories = active.map { assessment.people[$0].history }
    self.privateLoss = privateLoss.map(\.value)
    self.roles = roles
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
    let bounds = table.bounds(of: z)
    return withUnsafeTemporaryAllocation(of: Bool.self, capacity: max(1, histories.count)) { gone in
      var total = 0.0
      for person in histories.indices {
        let uniform = random.uniform()
        let (sure, impossible) = bounds.probabilities(person)
        let isGone: Bool
        if uniform < sure {
          isGone = true
        } else if uniform >= impossible {
          isGone = false
        } else {
          isGone = uniform < probability(person, hazard: h)
        }
        gone[person] = isGone
        if isGone { total += privateLoss[person] }
      }
      for role in roles where gone[role.holders[0]] {
        var prefix = 1
        while prefix < role.holders.count, gone[role.holders[prefix]] { prefix += 1 }
        total += role.lossByPrefix[prefix - 1]
      }
      return total
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

  private let values: [Double]
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
    let silences = histories.map { pauses.survival($0.relativeSilence, parameters: parameters) }
    var values = [Double](repeating: 0, count: Self.points * people)
    values.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      DispatchQueue.concurrentPerform(iterations: Self.points) { point in
        let h = hazard * exp((Double(point) * step - Self.reach) * spread)
        for person in 0..<people {
          results[point * people + person] =
            DepartureProbability(
              hazard: h,
              history: histories[person],
              pause: silences[person],
              parameters: parameters
            ).value
        }
      }
    }
    self.values = values
  }

  /// The rows of the table around a standard normal draw.
  struct Bounds {
    let values: [Double]
    let lower: Int?
    let upper: Int?

    /// The bounds of a person's probability.
    func probabilities(_ person: Int) -> (sure: Double, impossible: Double) {
      (
        lower.map { values[$0 + person] - ProbabilityTable.margin } ?? 0,
        upper.map { values[$0 + person] + ProbabilityTable.margin } ?? 1
      )
    }
  }

  func bounds(of z: Double) -> Bounds {
    let position = (z + Self.reach) / (2 * Self.reach) * Double(Self.points - 1)
    let below = Int(position.rounded(.down))
    return Bounds(
      values: values,
      lower: below < 0 ? nil : min(below, Self.points - 1) * people,
      upper: below + 1 >= Self.points ? nil : max(below + 1, 0) * people
    )
  }
}
