import Analysis
import Model
import TestSupport
import Testing

/// Properties P1 to P7, P20, P21 and P27 of the specification, on random roles.
struct RoleLossProperties {
  private static let cases = 4_000
  private static let seed: UInt64 = 7
  private let epsilon = 1e-12

  /// One random role: holders, seats and shared knowledge.
  private struct Case {
    var holders: [RoleLoss.Holder]
    let shared: Double
    let seats: Double

    init(_ random: inout SplitMix64) {
      let count = 1 + random.below(6)
      holders = (0..<count).map { index in
        RoleLoss.Holder(
          id: "h\(index)",
          knowledge: random.uniform() * 0.999,
          departureProbability: random.uniform()
        )
      }
      shared = random.uniform()
      seats = 1 + random.uniform() * Double(count - 1)
    }

    var top: Double { holders.map(\.knowledge).max() ?? 0 }

    func loss(seats: Double? = nil, shared: Double? = nil) -> Double {
      RoleLoss(holders, seats: seats ?? self.seats, shared: shared ?? self.shared).fraction
    }

    func adding(knowledge: Double, probability: Double) -> Case {
      var copy = self
      copy.holders.append(
        RoleLoss.Holder(id: "z", knowledge: knowledge, departureProbability: probability)
      )
      return copy
    }
  }

  private func forAll(_ body: (Case, inout SplitMix64, Comment) -> Void) {
    var random = SplitMix64(seed: Self.seed)
    for number in 0..<Self.cases {
      let role = Case(&random)
      body(role, &random, "seed \(Self.seed), case \(number)")
    }
  }

  @Test("P1: with one seat the loss lies between nothing and the best holder's knowledge")
  func bounds() {
    forAll { role, _, comment in
      let loss = role.loss(seats: 1)
      #expect(loss >= -epsilon && loss <= role.top + epsilon, comment)
    }
  }

  @Test("P2: contributions are not negative and add up to the loss")
  func contributions() {
    forAll { role, _, comment in
      let loss = RoleLoss(role.holders, seats: role.seats, shared: role.shared)
      #expect(loss.contributions.allSatisfy { $0 >= -epsilon }, comment)
      #expect(
        abs(loss.contributions.reduce(0, +) - loss.fraction) <= epsilon * max(1, loss.fraction),
        comment
      )
    }
  }

  @Test("P3: a higher departure probability of anyone never lowers the loss")
  func probability() {
    forAll { role, random, comment in
      var raised = role
      let index = random.below(role.holders.count)
      let old = role.holders[index]
      let higher =
        old.departureProbability + random.uniform() * (1 - old.departureProbability)
      raised.holders[index] = RoleLoss.Holder(
        id: old.id,
        knowledge: old.knowledge,
        departureProbability: higher
      )
      #expect(raised.loss(seats: 1) >= role.loss(seats: 1) - epsilon, comment)
    }
  }

  @Test("P4: with one seat a backup never raises the loss, whatever its own hazard")
  func backup() {
    forAll { role, random, comment in
      let backed = role.adding(
        knowledge: random.uniform() * role.top,
        probability: random.uniform()
      )
      #expect(backed.loss(seats: 1) <= role.loss(seats: 1) + epsilon, comment)
    }
  }

  @Test("P4b: with many seats a backup below the last seat's holder never raises the loss")
  func backupWithSeats() {
    forAll { role, random, comment in
      let sorted = role.holders.map(\.knowledge).sorted(by: >)
      let last = sorted[min(sorted.count, Int((role.seats - 1e-12).rounded(.up))) - 1]
      let backed = role.adding(knowledge: random.uniform() * last, probability: random.uniform())
      #expect(backed.loss() <= role.loss() + epsilon, comment)
    }
  }

  @Test("P5: more shared knowledge never raises the loss")
  func shared() {
    forAll { role, random, comment in
      let more = role.shared + random.uniform() * (1 - role.shared)
      #expect(role.loss(shared: more) <= role.loss() + epsilon, comment)
    }
  }

  @Test("P6: more seats never lower the loss")
  func seats() {
    forAll { role, random, comment in
      #expect(role.loss(seats: role.seats + random.uniform()) >= role.loss() - epsilon, comment)
    }
  }

  @Test("P7: splitting one holder's hours over two never raises the loss")
  func splitting() {
    let curve = LearningCurve(weeksToFull: 8, parameters: RiskParameters())
    forAll { role, random, comment in
      let hours = random.uniform() * 5 * curve.tau
      let probability = random.uniform()
      func holder(_ id: String, _ hours: Double) -> RoleLoss.Holder {
        RoleLoss.Holder(
          id: id,
          knowledge: curve.stock(effectiveHours: hours),
          departureProbability: probability
        )
      }
      let one = RoleLoss([holder("a", hours)], seats: 1, shared: role.shared).fraction
      let equal = RoleLoss(
        [holder("a", hours / 2), holder("b", hours / 2)],
        seats: 1,
        shared: role.shared
      )
      #expect(equal.fraction <= one + epsilon, comment)
    }
  }

  @Test("P20: the stock rises with experience and stays within 0 and 1")
  func stock() {
    let curve = LearningCurve(weeksToFull: 20, parameters: RiskParameters())
    forAll { _, random, comment in
      let hours = [random.uniform() * 5000, random.uniform() * 5000].sorted()
      let (less, more) = (
        curve.stock(effectiveHours: hours[0]), curve.stock(effectiveHours: hours[1])
      )
      #expect(0 <= less && less <= more && more <= 1, comment)
    }
  }

  @Test("P21: a tiny change in knowledge makes a tiny change in the loss")
  func continuity() {
    forAll { role, _, comment in
      var moved = role
      moved.holders = role.holders.map {
        RoleLoss.Holder(
          id: $0.id,
          knowledge: max(0, $0.knowledge - 1e-6),
          departureProbability: $0.departureProbability
        )
      }
      #expect(abs(moved.loss() - role.loss()) <= 1e-5, comment)
    }
  }

  @Test("P27: the closed form is the expectation over all sets of leavers")
  func enumeration() {
    forAll { role, _, comment in
      guard role.holders.count <= 5 else { return }
      var expectation = 0.0
      for mask in 0..<(1 << role.holders.count) {
        var gone: Set<String> = []
        var probability = 1.0
        for (index, holder) in role.holders.enumerated() {
          let leaves = mask >> index & 1 == 1
          if leaves { gone.insert(holder.id) }
          probability *= leaves ? holder.departureProbability : 1 - holder.departureProbability
        }
        expectation +=
          probability
          * RoleLoss.realised(role.holders, gone: gone, seats: role.seats, shared: role.shared)
      }
      #expect(abs(expectation - role.loss()) <= epsilon, comment)
    }
  }
}
