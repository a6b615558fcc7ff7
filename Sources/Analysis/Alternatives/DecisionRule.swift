internal import Model

/// Which option to recommend, or what to find out first (model specification, 3.1).
struct DecisionRule {
  /// The options; keeping comes first.
  let options: [AlternativeOption]
  /// The longest bar of an option with posts, and its advantage over keeping.
  let longestBar: (AlternativeOption) -> StaffingComparison.Bar?
  /// The degree of collaboration, weighted by hours.
  let collaboration: Double
  /// The band of the index today.
  let band: RiskBand
  /// The full-time posts that the hours make.
  let demand: Double
  /// The reporting currency.
  let currency: Currency
  /// What else to notice.
  let notes: [String]

  /// The demand below which a team is never recommended.
  private static let leastDemand = 0.5

  var decision: StaffingComparison.Decision {
    let specific = Collaboration.Class(degree: collaboration) == .specific
    if specific {
      let keeps = band <= .moderate
      return result(
        keeps ? "keep" : "document",
        keeps
          ? "Mostly specific tasks with a \(band.rawValue) index: the marketplace serves them well."
          : "Mostly specific tasks with a \(band.rawValue) index: most of the work can be written "
            + "down."
      )
    }
    let candidates = options.filter { demand >= Self.leastDemand || $0.posts.isEmpty }
    let safe = candidates.filter { ($0.index.map(RiskBand.init(index:)) ?? .low) < .critical }
    guard let best = cheapest(safe.isEmpty ? candidates : safe), let keep = options.first else {
      return result("keep", "There is no other option.")
    }
    let small =
      demand < Self.leastDemand
      ? " The hours make \(Phrase.decimal(demand)) of a post, too few for a team." : ""
    guard best.posts.isEmpty else {
      return decide(for: best, advantage: keep.total - best.total, against: "keeping", bar: best)
    }
    guard let rival = cheapest(candidates.filter { !$0.posts.isEmpty }) else {
      return result(best.option, cheap(best) + small)
    }
    return decide(
      for: best,
      advantage: rival.total - best.total,
      against: Self.name(rival.option),
      bar: rival
    )
  }

  private func decide(
    for best: AlternativeOption,
    advantage: Double,
    against other: String,
    bar option: AlternativeOption
  ) -> StaffingComparison.Decision {
    guard let bar = longestBar(option), advantage < bar.swing else {
      return result(
        best.option,
        cheap(best) + " It is \(money(advantage)) cheaper than \(other), more than any single "
          + "parameter can turn."
      )
    }
    return StaffingComparison.Decision(
      recommended: nil,
      decideOn: bar.parameter,
      reason:
        "\(capitalised(Self.name(best.option))) is \(money(advantage)) cheaper than \(other), but "
        + "\(StaffingComparison.words(for: bar.parameter)) alone (\(bar.parameter), "
        + "\(Digits.of(bar.low)) to \(Digits.of(bar.high))) moves the comparison by "
        + "\(money(bar.swing)). Decide on it first.",
      notes: notes
    )
  }

  private func cheapest(_ options: [AlternativeOption]) -> AlternativeOption? {
    options.min { ($0.total, $0.option) < ($1.total, $1.option) }
  }

  private func cheap(_ option: AlternativeOption) -> String {
    "The cheapest option over the horizon: \(Self.name(option.option)), \(money(option.total))."
  }

  private func result(_ option: String, _ reason: String) -> StaffingComparison.Decision {
    StaffingComparison.Decision(
      recommended: option,
      decideOn: nil,
      reason: reason,
      notes: notes
    )
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private func money(_ amount: Double) -> String { Phrase.money(amount, currency) }

  /// An option in words.
  static func name(_ option: String) -> String {
    switch option {
    case "keep": "keeping"
    case "document": "documenting everything"
    case "in_house_us": "hiring in-house in the United States"
    case "philippines_team": "a dedicated team in the Philippines"
    default:
      "a dedicated team in "
        + option.replacingSuffix("_team").split(separator: "_")
        .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
  }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
