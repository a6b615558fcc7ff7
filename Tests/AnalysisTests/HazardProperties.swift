import Analysis
import Model
import TestSupport
import Testing

/// Properties P8 to P19 of the specification, on random documents, people and spells.
struct HazardProperties {
  private static let cases = 4_000
  private static let seed: UInt64 = 11
  private let epsilon = 1e-12
  private let parameters = RiskParameters()

  private func forAll(_ body: (inout SplitMix64, Comment) -> Void) {
    var random = SplitMix64(seed: Self.seed)
    for number in 0..<Self.cases { body(&random, "seed \(Self.seed), case \(number)") }
  }

  private func factor(_ collaboration: Double, _ documents: Documentation) -> Double {
    Documentation.multiplier(collaboration: collaboration, parameters)
      * (1 - documents.codifiedShare(collaboration: collaboration, parameters))
  }

  private struct Person {
    var hazard: Double
    var history: DepartureProbability.History
    let pauses: BillingPauses

    init(_ random: inout SplitMix64) {
      hazard = 0.005 + random.uniform() * 0.3
      let silence = random.below(60)
      history = DepartureProbability.History(
        months: random.uniform() * 60,
        departures: random.below(3),
        attachment: random.uniform(),
        silenceDays: silence,
        relativeSilence: Double(silence) / 7
      )
      pauses = BillingPauses((0..<random.below(30)).map { _ in 0.2 + random.uniform() * 6 })
    }

    func probability(_ parameters: RiskParameters) -> Double {
      DepartureProbability(
        hazard: hazard,
        history: history,
        pauses: pauses,
        parameters: parameters
      ).value
    }
  }

  private func spells(_ random: inout SplitMix64) -> [Hazard.Observation] {
    (0..<random.below(25)).map { _ in
      Hazard.Observation(
        months: 0.25 + random.uniform() * 30,
        isDeparture: random.uniform() < 0.5
      )
    }
  }

  @Test("P8 to P10: collaboration never lowers, documents never raise, their age never lowers")
  func documents() {
    forAll { random, comment in
      let c = [random.uniform(), random.uniform()].sorted()
      let (coverage, age) = (random.uniform(), random.uniform() * 36)
      let documents = Documentation(coverage: coverage, ageMonths: age)
      #expect(factor(c[1], documents) >= factor(c[0], documents) - epsilon, comment)
      let more = Documentation(
        coverage: coverage + random.uniform() * (1 - coverage),
        ageMonths: age
      )
      #expect(factor(c[0], more) <= factor(c[0], documents) + epsilon, comment)
      let older = Documentation(coverage: coverage, ageMonths: age + random.uniform() * 24)
      #expect(factor(c[0], older) >= factor(c[0], documents) - epsilon, comment)
    }
  }

  @Test("P11 to P15: the probability stays in bounds and moves the way each input says")
  func departures() {
    forAll { random, comment in
      let person = Person(&random)
      let p = person.probability(parameters)
      #expect((0...1).contains(p), comment)
      var other = person
      other.hazard += random.uniform() * 0.3
      #expect(other.probability(parameters) >= p - epsilon, comment)
      other = person
      other.history.months += random.uniform() * 24
      #expect(other.probability(parameters) <= p + epsilon, comment)
      other = person
      other.history.silenceDays += random.below(30)
      other.history.relativeSilence = Double(other.history.silenceDays) / 7
      #expect(other.probability(parameters) >= p - epsilon, comment)
      other = person
      other.history.attachment += random.uniform() * (1 - other.history.attachment)
      #expect(other.probability(parameters) <= p + epsilon, comment)
    }
  }

  @Test(
    "P16 to P19: the hazard converges, its information is bounded below, spells move it rightly"
  )
  func hazard() {
    forAll { random, comment in
      let spells = spells(&random)
      let estimate = Hazard.fit(spells, parameters: parameters)
      #expect(estimate.iterations < 10_000 && estimate.perMonth > 0, comment)
      #expect(
        estimate.information >= estimate.perMonth * parameters.hazardPriorMonths - 1e-9,
        comment
      )
      func with(_ months: Double, _ isDeparture: Bool) -> Double {
        Hazard.fit(
          spells + [Hazard.Observation(months: months, isDeparture: isDeparture)],
          parameters: parameters
        ).perMonth
      }
      #expect(with(5, true) > with(5, false), comment)
      #expect(with(0.1 + random.uniform() * 20, false) < estimate.perMonth, comment)
    }
  }
}
