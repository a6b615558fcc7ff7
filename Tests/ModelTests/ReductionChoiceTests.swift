import Model
import Testing

@Suite("Which way to lower a risk is taken")
struct ReductionChoiceTests {
  private static func way(
    _ way: RiskReduction.Way,
    cost: Double,
    loss: Double,
    index: Double,
    upkeep: Double = 0
  ) -> RiskReduction {
    RiskReduction(way: way, hours: cost, cost: cost, upkeep: upkeep, loss: loss, index: index)
  }

  @Test("The cheapest way that is enough goes before a cheaper one that is not")
  func cheapestThatIsEnough() {
    let choice = ReductionChoice(
      [
        Self.way(.secondPerson, cost: 100, loss: 500, index: 5),
        Self.way(.document, cost: 300, loss: 300, index: 3),
        Self.way(.both, cost: 400, loss: 100, index: 1),
      ],
      loss: 1_000
    )
    #expect(choice.best?.way == .document && choice.isEnough)
  }

  @Test("Where none is enough, cost and remaining loss decide together")
  func leastSum() {
    let choice = ReductionChoice(
      [
        Self.way(.document, cost: 300, loss: 700, index: 7),
        Self.way(.both, cost: 900, loss: 500, index: 5),
      ],
      loss: 1_000
    )
    #expect(choice.best?.way == .document && !choice.isEnough)
  }

  @Test("A way that raises the loss is no way, and one that is outdone is named")
  func effects() {
    let raising = Self.way(.secondPerson, cost: 183, loss: 83.92, index: 1)
    let documents = Self.way(.document, cost: 10, loss: 0.2, index: 0.1)
    let both = Self.way(.both, cost: 20, loss: 0.3, index: 0.2)
    let choice = ReductionChoice([documents, both, raising], loss: 0.59)
    #expect(choice.effect(of: raising) == .doesNotLower)
    #expect(choice.effect(of: both) == .isOutdone(by: .document))
    #expect(choice.effect(of: documents) == .lowers)
    #expect(choice.best?.way == .document)
    #expect(ReductionChoice([raising], loss: 0.59).best == nil)
  }
}
