internal import Model

/// The prediction that the model would have made twelve months ago, against what happened.
enum BacktestAnalysis {
  /// The months between the prediction and its outcome.
  private static let months = 12.0

  /// Predicts with the data of that day and compares; `nil` when nobody worked then.
  static func run(
    _ assessment: RiskAssessment,
    _ portfolio: Portfolio,
    parameters: RiskParameters
  ) -> Backtest? {
    let day = portfolio.asOf - Int((months * Experience.daysPerMonth).rounded(.down))
    var past = portfolio.standing(on: day)
    past.people = past.people.map { $0.known(on: day) }
    var horizon = parameters
    horizon.horizonMonths = months
    let then = RiskAssessment(past, assessment.book, postingsUntil: day, parameters: horizon)
    var predictions: [(probability: Double, isGone: Bool)] = []
    var completed = 0
    for person in portfolio.people.indices where then.people[person].billing.isActive {
      let spells = assessment.people[person].billing.spells
      guard let last = spells.last(where: { $0.firstDay <= day }) else { continue }
      switch last.ending {
      case .ongoing: predictions.append((then.people[person].departure.value, false))
      case .departure: predictions.append((then.people[person].departure.value, true))
      case .completion: completed += 1
      }
    }
    guard !predictions.isEmpty || completed > 0 else { return nil }
    let observed = predictions.count(where: \.isGone)
    return Backtest(
      asOf: day,
      people: predictions.count,
      expected: predictions.map(\.probability).compensatedSum(),
      observed: observed,
      completed: completed,
      brier: brier(predictions),
      brierOfBaseRate: predictions.isEmpty
        ? nil
        : {
          let share = Double(observed) / Double(predictions.count)
          return share * (1 - share)
        }()
    )
  }

  private static func brier(_ predictions: [(probability: Double, isGone: Bool)]) -> Double? {
    guard !predictions.isEmpty else { return nil }
    return predictions.map { probability, isGone in
      let error = probability - (isGone ? 1 : 0)
      return error * error
    }.compensatedSum() / Double(predictions.count)
  }
}
