internal import Model

/// A parameter with the ends of what is plausible for it (model specification, 2.9).
struct ParameterVariation: Sendable {
  /// What has to be computed anew when it changes.
  enum Depth: Sendable, Hashable {
    /// The hazard, the people and the roles.
    case people
    /// The experience of the holders as well.
    case experience
    /// Who is active and who left as well.
    case gaps
  }

  /// The name in `audit.yml`, or of an assumption.
  let name: String
  /// The low end.
  let low: Double
  /// The high end.
  let high: Double
  /// Puts a value into the model.
  let apply: @Sendable (Double, inout VariedModel) -> Void
  /// What has to be computed anew.
  var depth = Depth.people
  /// Whether the ends are factors or differences rather than values.
  var form = Form.value

  /// How the ends are written.
  enum Form: Sendable {
    case value, factor, difference
  }

  /// An end in words.
  func word(_ end: Double) -> String {
    switch form {
    case .value: "\(Self.trimmed(end))"
    case .factor: "×\(Self.trimmed(end))"
    case .difference: "\(end < 0 ? "−" : "+")\(Self.trimmed(abs(end)))"
    }
  }

  private static func trimmed(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }

  private static func scalar(
    _ name: String,
    _ low: Double,
    _ high: Double,
    _ path: any WritableKeyPath<RiskParameters, Double> & Sendable,
    _ depth: Depth = .people
  ) -> Self {
    Self(
      name: name,
      low: low,
      high: high,
      apply: { $1.parameters[keyPath: path] = $0 },
      depth: depth
    )
  }

  /// The variations of the specification; the ranges of the gap rule and of the pauses are ours.
  static let all: [Self] = [
    scalar("horizon_months", 6, 24, \.horizonMonths),
    scalar("knowledge_retention_per_month", 0.90, 1.00, \.knowledgeRetentionPerMonth, .experience),
    scalar("initial_productivity", 0.50, 0, \.initialProductivity),
    Self(
      name: "weeks_to_full_productivity",
      low: 0.5,
      high: 1.5,
      apply: { $1.weeksFactor = $0 },
      form: .factor
    ),
    scalar("multiplier_collab", 0, 2, \.multiplierCollab),
    Self(
      name: "codifiable_specific and codifiable_collab",
      low: 0.2,
      high: -0.2,
      apply: { change, model in
        model.parameters.codifiableSpecific = min(1, model.parameters.codifiableSpecific + change)
        model.parameters.codifiableCollab = max(0, model.parameters.codifiableCollab + change)
      },
      form: .difference
    ),
    scalar("doc_half_life_months", 36, 6, \.docHalfLifeMonths),
    scalar("shared_knowledge", 0.50, 0.10, \.sharedKnowledge),
    scalar("hazard_prior_months", 48, 14.2, \.hazardPriorMonths),
    scalar("frailty_shape", 1, 50, \.frailtyShape),
    scalar("attachment_hazard_ratio", 1, 2, \.attachmentHazardRatio),
    scalar("marketplace_fee", 0.03, 0.10, \.marketplaceFee),
    scalar("gap_factor", 3, 6, \.gapFactor, .gaps),
    scalar("gap_min_days", 28, 60, \.gapMinDays, .gaps),
    scalar("gap_max_days", 90, 180, \.gapMaxDays, .gaps),
    scalar("gap_prior_weight", 50, 800, \.gapPriorWeight),
    Self(
      name: "all endings are departures",
      low: 0,
      high: 1,
      apply: { $1.endingsAreDepartures = $0 == 1 }
    ),
  ]

  /// The knowledge parameters of the tornado, in the order of the specification.
  static let ofTornado = [
    "knowledge_retention_per_month", "initial_productivity", "multiplier_collab",
    "shared_knowledge", "frailty_shape", "weeks_to_full_productivity", "hazard_prior_months",
  ].compactMap { name in all.first { $0.name == name } }
}

/// The model with something changed.
struct VariedModel: Sendable {
  var parameters: RiskParameters
  var weeksFactor = 1.0
  var endingsAreDepartures = false
}

/// The assessment of a portfolio at the ends of every variation.
struct VariedAssessments: Sendable {
  private let ends: [String: (low: RiskAssessment, high: RiskAssessment)]

  init(_ base: RiskAssessment, _ portfolio: Portfolio, parameters: RiskParameters) {
    let variations = ParameterVariation.all
    // Every end stands alone, so that threads cannot change a result.
    let assessments = Parallel.map(2 * variations.count) { end in
      let variation = variations[end / 2]
      let value = end % 2 == 0 ? variation.low : variation.high
      return Self.assess(variation, value, base, portfolio, parameters)
    }
    ends = Dictionary(
      variations.enumerated().map {
        ($1.name, (low: assessments[2 * $0], high: assessments[2 * $0 + 1]))
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The assessments at the low and the high end of a variation.
  func ends(of variation: ParameterVariation) -> (low: RiskAssessment, high: RiskAssessment)? {
    ends[variation.name]
  }

  /// The company's index at the ends of every variation, the widest first.
  var sensitivity: [Sensitivity] {
    ParameterVariation.all.compactMap { variation -> Sensitivity? in
      guard let ends = ends[variation.name] else { return nil }
      return Sensitivity(
        parameter: variation.name,
        low: variation.word(variation.low),
        high: variation.word(variation.high),
        indexAtLow: ends.low.index,
        indexAtHigh: ends.high.index
      )
    }.sorted { ($1.swing, $0.parameter) < ($0.swing, $1.parameter) }
  }

  private static func assess(
    _ variation: ParameterVariation,
    _ value: Double,
    _ base: RiskAssessment,
    _ portfolio: Portfolio,
    _ parameters: RiskParameters
  ) -> RiskAssessment {
    var model = VariedModel(parameters: parameters)
    variation.apply(value, &model)
    var varied = portfolio
    if model.weeksFactor != 1 {
      for role in varied.roles.indices { varied.roles[role].weeksToFull *= model.weeksFactor }
    }
    if variation.depth == .gaps {
      return base.judgingGapsAnew(varied, parameters: model.parameters)
    }
    return base.under(
      varied,
      parameters: model.parameters,
      feeChange: model.parameters.marketplaceFee - parameters.marketplaceFee,
      isRemembered: variation.depth == .people,
      endingsAreDepartures: model.endingsAreDepartures
    )
  }
}
