internal import Model

/// What the report shows of the ways to staff a department.
struct AlternativesView {
  private let comparison: StaffingComparison
  private let currency: Currency
  private let explanations: [String: Explanation]

  /// The bars of a tornado that are shown; all of them are in `audit.json`.
  private static let shownBars = 12
  /// The posts whose pay is listed; all of them are in `audit.json`.
  private static let shownPosts = 40

  init(
    _ comparison: StaffingComparison,
    currency: Currency,
    explanations: [String: Explanation]
  ) {
    self.comparison = comparison
    self.currency = currency
    self.explanations = explanations
  }

  /// The options with the decision.
  var model: ViewModel {
    let decision = comparison.decision
    return ViewModel([
      "subject": .text(title), "verdict": .text(verdict), "reason": .text(decision.reason),
      "notes": .texts(decision.notes), "options": .list(comparison.options.map(option)),
      "pay": .list(pay), "hasPay": .flag(!pay.isEmpty), "tornadoes": .list(tornadoes),
    ])
  }

  private var title: String {
    comparison.department.isEmpty
      ? "All departments together" : Format.shown(comparison.department)
  }

  private var verdict: String {
    let decision = comparison.decision
    return decision.recommended.map { "Recommended: \(Words.option($0))" }
      ?? "Undecided; find out first: \(decision.decideOn.map(StaffingComparison.words) ?? "more")"
  }

  private func money(_ amount: Double) -> String { Format.money(amount, currency) }

  private func option(_ option: AlternativeOption) -> ViewModel {
    let scope = comparison.department.isEmpty ? "company" : comparison.department
    let steps = explanations["option:\(scope)/\(option.option)"]?.steps ?? []
    return ViewModel([
      "name": .text(Words.option(option.option)),
      "isRecommended": .flag(option.option == comparison.decision.recommended),
      "posts": .text(
        option.posts.isEmpty
          ? "–" : Format.decimal(option.posts.map(\.posts).reduce(0, +), 1)
      ),
      "annual": .text(money(option.annual)), "oneOff": .text(money(option.oneOff)),
      "total": .text(money(option.total)),
      "breakEven": .text(
        option.option == "keep"
          ? "–" : option.breakEvenMonths.map { "month \(Format.decimal($0, 1))" } ?? "never"
      ),
      "knowledge": .text(money(option.annualPart("knowledge_loss"))),
      "services": .list(
        option.services.map { service in
          ViewModel([
            "name": .text(service.name),
            "amount": .text(service.amount.map { "\(money($0)) a year" } ?? "no price known"),
            "note": .text(service.note),
          ])
        }
      ),
      "steps": .list(steps.map(StepView.model)), "hasSteps": .flag(!steps.isEmpty),
    ])
  }

  private var pay: [ViewModel] {
    comparison.options.flatMap { option in
      option.posts.prefix(Self.shownPosts).map { post in
        let wage = post.wage
        return ViewModel([
          "option": .text(Words.option(option.option)), "role": .text(Format.shown(post.role)),
          "posts": .text(Format.decimal(post.posts, 1)),
          "pay": .text("\(Format.whole(wage.base.middle)) \(wage.unit.rawValue)"),
          "cost": .text(money(post.costPerHead)),
          "grade": .text(Words.grade(wage.grade)),
          "year": .text(wage.year.map { "\($0)" } ?? "not stated"),
          "source": .text("\(wage.job): \(wage.source) (\(Format.place(wage.place)))"),
        ])
      }
    }
  }

  private var tornadoes: [ViewModel] {
    comparison.tornadoes.filter { !$0.bars.isEmpty }.map { tornado in
      ViewModel([
        "option": .text(Words.option(tornado.option)),
        "advantage": .text(money(tornado.advantage)),
        "bars": .list(
          tornado.bars.prefix(Self.shownBars).map { bar in
            ViewModel([
              "parameter": .text(bar.parameter),
              "words": .text(StaffingComparison.words(for: bar.parameter)),
              "range": .text("\(Self.plain(bar.low)) to \(Self.plain(bar.high))"),
              "low": .text(money(bar.advantageAtLow)), "high": .text(money(bar.advantageAtHigh)),
              "swing": .text(money(bar.swing)),
            ])
          }
        ),
      ])
    }
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() ? Format.whole(value) : "\(value)"
  }
}

/// One step of a derivation.
enum StepView {
  static func model(_ step: Explanation.Step) -> ViewModel {
    ViewModel([
      "what": .text(step.what), "formula": .text(step.formula), "result": .text(step.result),
    ])
  }
}
