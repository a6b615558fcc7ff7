internal import Foundation
public import Model

/// The distribution of next year's actual loss: how uncertain the hazard is, and who really leaves
/// (model specification, 2.8; knowledge at risk after Rigby et al., ICSE 2016).
///
/// Each draw takes a hazard from its log-normal posterior by Box and Muller, then one uniform for
/// every active person in the order of their identifiers; a person who leaves, leaves all roles.
public struct YearSimulation: Sendable {
  /// The simulated losses in major units, ascending.
  public let losses: [Double]

  /// The seed of the specification.
  public static let seed: UInt64 = 20_260_630
  /// The number of draws of the specification.
  public static let draws = 10_000

  /// Simulates years; the same portfolio and seed give the same losses.
  public init(
    _ assessment: RiskAssessment,
    _ portfolio: Portfolio,
    parameters: RiskParameters,
    seed: UInt64 = Self.seed,
    draws: Int = Self.draws
  ) {
    var random = SplitMix64(seed: seed)
    let active = portfolio.people.indices.filter { assessment.people[$0].billing.isActive }
      .sorted { portfolio.people[$0].id.precedesBytewise(portfolio.people[$1].id) }
    let roles = assessment.roles.compactMap { SimulatedRole($0, portfolio, parameters) }
    var rolesOf = [[Int]](repeating: [], count: portfolio.people.count)
    for (index, role) in roles.enumerated() {
      for person in role.people { rolesOf[person].append(index) }
    }
    let spread = 1 / assessment.hazard.information.squareRoot()
    var gone = [Bool](repeating: false, count: portfolio.people.count)
    var losses: [Double] = []
    losses.reserveCapacity(draws)
    for _ in 0..<draws {
      let (u1, u2) = (1 - random.uniform(), random.uniform())
      let z = (-2 * log(u1)).squareRoot() * cos(2 * .pi * u2)
      let hazard = assessment.hazard.perMonth * exp(z * spread)
      var touched: Set<Int> = []
      for person in active {
        let probability = DepartureProbability(
          hazard: hazard,
          history: assessment.people[person].history,
          pauses: assessment.pauses,
          parameters: parameters
        )
        gone[person] = random.uniform() < probability.value
        if gone[person] { touched.formUnion(rolesOf[person]) }
      }
      losses.append(touched.sorted().map { roles[$0].loss(gone) }.compensatedSum())
    }
    self.losses = losses.sorted()
  }

  /// The mean loss.
  public var mean: Double { losses.compensatedSum() / Double(losses.count) }

  /// The share of years without loss.
  public var shareWithoutLoss: Double {
    Double(losses.count { $0 == 0 }) / Double(losses.count)
  }

  /// The loss at a quantile, by nearest rank.
  public func quantile(_ quantile: Double) -> Double {
    OrderStatistics.nearestRank(sorted: losses, quantile)
  }

  /// The mean of the worst twentieth of the years.
  public var worstTwentiethMean: Double {
    let worst = losses.suffix(max(1, losses.count / 20))
    return worst.compensatedSum() / Double(worst.count)
  }

  /// The figures of the report.
  func outcome(_ currency: Currency) -> YearOutcome {
    YearOutcome(
      median: Money(estimate: quantile(0.5), currency: currency),
      exceededOnceInTwenty: Money(estimate: quantile(0.95), currency: currency),
      worstTwentiethMean: Money(estimate: worstTwentiethMean, currency: currency),
      shareWithoutLoss: shareWithoutLoss,
      draws: losses.count
    )
  }
}

/// A role with its layers laid out once, for thousands of sets of leavers.
private struct SimulatedRole {
  private struct Layer {
    let depth: Double
    /// Everybody who has the layer's knowledge, the steadiest first, with the seat each one holds.
    let holders: [(person: Int, seat: Double)]
  }

  let people: [Int]
  private let layers: [Layer]
  private let unit: Double
  private let shared: Double

  init?(
    _ role: RiskAssessment.RoleRisk,
    _ portfolio: Portfolio,
    _ parameters: RiskParameters
  ) {
    guard !role.holders.isEmpty else { return nil }
    let codified = 1 - role.codifiedShare
    unit = role.curve.largestLossHours * role.multiplier * codified * role.rate
    shared = parameters.sharedKnowledge
    people = role.holders.map(\.person)
    let order = role.holders.sorted { left, right in
      left.knowledge != right.knowledge
        ? left.knowledge > right.knowledge
        : portfolio.people[left.person].id.precedesBytewise(portfolio.people[right.person].id)
    }
    layers = order.indices.compactMap { index in
      let next = index + 1 < order.count ? order[index + 1].knowledge : 0
      let depth = order[index].knowledge - next
      guard depth > 0 else { return nil }
      let steadiest = order[...index].sorted { left, right in
        left.departureProbability != right.departureProbability
          ? left.departureProbability < right.departureProbability
          : portfolio.people[left.person].id.precedesBytewise(portfolio.people[right.person].id)
      }
      var left = min(role.seats, Double(index + 1))
      return Layer(
        depth: depth,
        holders: steadiest.map { holder in
          let seat = max(0, min(1, left))
          left -= seat
          return (holder.person, seat)
        }
      )
    }
  }

  /// The loss when these people are gone (``RoleLoss/realised(_:gone:seats:shared:)``).
  func loss(_ gone: [Bool]) -> Double {
    var fraction = CompensatedSum()
    for layer in layers {
      var seats = 0.0
      var areAllGone = true
      for (person, seat) in layer.holders {
        if gone[person] { seats += seat } else { areAllGone = false }
      }
      fraction.add(layer.depth * (shared * (areAllGone ? 1 : 0) + (1 - shared) * seats))
    }
    return unit * fraction.value
  }
}
