internal import Model

/// Which option to recommend, or what to find out first (model specification, 3.1).
struct DecisionRule {
  /// The options; keeping comes first.
  let options: [AlternativeOption]
  /// The bars of an option with posts, longest first: its advantage over keeping.
  let bars: (AlternativeOption) -> [StaffingComparison.Bar]
  /// The degree of collaboration, weighted by hours.
  let collaboration: Double
  /// The band of the index today.
  let band: RiskBand
  /// The full-time posts that the hours make.
  let demand: Double
  /// The months over which totals are compared.
  let months: Double
  /// The reporting currency.
  let currency: Currency
  /// What else to notice.
  let notes: [String]

  /// The demand below which a team is never recommended.
  private static let leastDemand = 0.5

  var decision: StaffingComparison.Decision {
    let candidates = options.filter { demand >= Self.leastDemand || $0.posts.isEmpty }
    if Collaboration.Class(degree: collaboration) == .specific {
      let keeps = band <= .moderate
      return result(
        keeps ? "keep" : "document",
        (keeps
          ? "Mostly specific tasks with a \(band.rawValue) index: the marketplace serves them well."
          : "Mostly specific tasks with a \(band.rawValue) index: most of the work can be written "
            + "down.")
          + price(keeps ? "keep" : "document")
      )
    }
    let safe = candidates.filter { ($0.index.map(RiskBand.init(index:)) ?? .low) < .critical }
    guard let best = cheapest(safe.isEmpty ? candidates : safe), let keep = options.first else {
      return result("keep", "There is no other option.")
    }
    let passed = passedOver(best)
    guard best.posts.isEmpty else {
      return decide(
        for: best,
        advantage: keep.total - best.total,
        against: "keeping",
        bars: bars(best),
        passed
      ) { $0 }
    }
    guard let rival = cheapest(candidates.filter { !$0.posts.isEmpty }) else {
      return result(best.option, cheap(best, passed) + passed)
    }
    return decide(
      for: best,
      advantage: rival.total - best.total,
      against: Self.name(rival.option),
      bars: bars(rival),
      passed
    ) { keep.total - best.total - $0 }
  }

  /// The decision for the best option by the length of the longest bar; `advantage` at an end of a
  /// bar follows from the bar's own figure by `ofBest`.
  private func decide(
    for best: AlternativeOption,
    advantage: Double,
    against other: String,
    bars: [StaffingComparison.Bar],
    _ passed: String,
    ofBest: (Double) -> Double
  ) -> StaffingComparison.Decision {
    func lowest(_ bar: StaffingComparison.Bar) -> Double {
      min(ofBest(bar.advantageAtLow), ofBest(bar.advantageAtHigh))
    }
    func range(_ bar: StaffingComparison.Bar) -> String {
      "\(StaffingComparison.words(for: bar.parameter)) (\(bar.parameter), \(Digits.of(bar.low)) to "
        + "\(Digits.of(bar.high)))"
    }
    let turning = bars.first { lowest($0) < 0 }
    guard let longest = bars.first, advantage < longest.swing else {
      return result(
        best.option,
        cheap(best, passed) + " It is \(money(advantage)) cheaper than \(other), more than any "
          + "single parameter moves it"
          + (turning.map { "; \(range($0)) could still turn it" } ?? "") + "." + passed
      )
    }
    let facts =
      "\(capitalised(Self.name(best.option))) is \(money(advantage)) cheaper than \(other)"
    let reason =
      if let turning {
        "\(facts), but \(range(turning)) alone can turn that: at the worse end \(other) is "
          + "\(money(-lowest(turning))) cheaper. Decide on it first."
          + (turning.parameter == longest.parameter
            ? "" : " \(capitalised(range(longest))) moves it most, by \(money(longest.swing)).")
      } else {
        "\(facts), and no single parameter turns that; it is left undecided because "
          + "\(range(longest)) moves it by \(money(longest.swing)), which is more than the "
          + "advantage."
      }
    return StaffingComparison.Decision(
      recommended: nil,
      decideOn: longest.parameter,
      reason: reason + passed,
      notes: notes
    )
  }

  /// What an option that a rule chose costs against keeping and against the cheapest.
  private func price(_ name: String) -> String {
    guard let chosen = options.first(where: { $0.option == name }), let keep = options.first,
      let least = cheapest(options)
    else { return "" }
    var sentences: [String] = []
    let more = chosen.total - keep.total
    if more > 0 {
      sentences.append(
        "\(capitalised(Self.name(name))) costs \(money(more)) more than keeping over "
          + "\(Digits.of(months)) months and "
          + (chosen.breakEvenMonths.map { "pays off after \(Phrase.decimal($0)) months." }
            ?? "never pays off.")
      )
    }
    if chosen.total - least.total >= 0.5, least.option != "keep" {
      sentences.append(
        "\(capitalised(Self.name(least.option))) would be \(money(chosen.total - least.total)) "
          + "cheaper over \(Digits.of(months)) months"
          + (tooSmall(least) ? ", but \(smallDemand)" : "") + "."
      )
    }
    guard !sentences.isEmpty else { return "" }
    return " The rule for specific tasks decides here, not the cheapest figure. "
      + sentences.joined(separator: " ")
  }

  private func tooSmall(_ option: AlternativeOption) -> Bool {
    demand < Self.leastDemand && !option.posts.isEmpty
  }

  private var smallDemand: String {
    "the hours make \(Phrase.cents(demand)) of a post, too few for a team"
  }

  /// The cheaper options that a rule forbids, as a sentence; empty where the best is the cheapest.
  private func passedOver(_ best: AlternativeOption) -> String {
    guard let least = cheapest(options), best.total - least.total >= 0.5 else { return "" }
    let why = tooSmall(least) ? smallDemand : "its index would be critical"
    return
      " \(capitalised(Self.name(least.option))) would be \(money(best.total - least.total)) cheaper "
      + "over \(Digits.of(months)) months, but a rule excludes it: \(why)."
  }

  private func cheapest(_ options: [AlternativeOption]) -> AlternativeOption? {
    options.min { ($0.total, $0.option) < ($1.total, $1.option) }
  }

  private func cheap(_ option: AlternativeOption, _ passed: String) -> String {
    "The cheapest option \(passed.isEmpty ? "over the horizon" : "that the rules allow"): "
      + "\(Self.name(option.option)), \(money(option.total))."
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
