internal import Model

/// How long tenures last: the Kaplan-Meier curve with its 95 % interval.
struct SurvivalPicture: Picture {
  private static let plot = (left: 52.0, top: 12.0, right: 620.0, bottom: 286.0)

  let anchor = "survival"
  private let steps: [SurvivalStep]
  private let hazard: HazardEstimate
  private let language: Language

  /// `nil` without departures.
  init?(_ audit: Audit, _ language: Language) {
    steps = audit.insight.survival
    hazard = audit.hazard
    self.language = language
    if steps.isEmpty { return nil }
  }

  var claim: String {
    if let half = steps.first(where: { $0.survival <= 0.5 }) {
      return language("survivalHalf", ["months": language.decimal(half.months, 0)])
    }
    let last = steps[steps.count - 1]
    return language(
      "survivalShare",
      [
        "share": language.percent(last.survival), "months": language.decimal(last.months, 0),
      ]
    )
  }

  var note: String {
    language(
      "survivalNote",
      [
        "departures": language.number(hazard.departures, "departure"),
        "spells": language.number(hazard.spells, "spell"),
        "rate": language.percent(hazard.perMonth, 1), "low": language.percent(hazard.low, 1),
        "high": language.percent(hazard.high, 1),
      ]
    )
  }

  var description: String { claim }

  var table: PictureTable {
    PictureTable(
      columns: [
        language("months"), language("atRiskCount"), language("departures"),
        language("stillThere"), language("interval95"),
      ],
      rows: steps.map { step in
        [
          language.decimal(step.months, 1), language.count(step.atRisk),
          language.count(step.departures), language.percent(step.survival, 1),
          step.low.flatMap { low in
            step.high.map {
              language("range", ["low": language.percent(low), "high": language.percent($0)])
            }
          } ?? language("notAvailable"),
        ]
      }
    )
  }

  var drawing: Drawing {
    let plot = Self.plot
    var drawing = Drawing(width: 640, height: 330)
    let end = Scale.roundEnd(max(1, steps.last?.months ?? 1), 6)
    let across = Scale(values: 0...end, places: (plot.left, plot.right))
    let up = Scale(values: 0...1, places: (plot.bottom, plot.top))
    for mark in [0, 0.25, 0.5, 0.75, 1] {
      drawing.line((plot.left, up(mark)), (plot.right, up(mark)), style: "grid")
      drawing.text(language.percent(mark), plot.left - 6, up(mark) + 4, .end, style: "tick")
    }
    for mark in across.marks(6) {
      drawing.text(language.plain(mark), across(mark), plot.bottom + 16, .middle, style: "tick")
    }
    drawing.text(
      language("survivalAcross"),
      (plot.left + plot.right) / 2,
      plot.bottom + 36,
      .middle
    )
    let band = steps.filter { $0.low != nil && $0.high != nil }
    if let first = band.first {
      let tops = stairs(band.map { ($0.months, $0.high ?? 1) }, from: first.months, to: end)
      let lows = stairs(band.map { ($0.months, $0.low ?? 0) }, from: first.months, to: end)
      let points = (tops + lows.reversed()).map {
        "\(Format.plain(across($0.0), 1)) \(Format.plain(up($0.1), 1))"
      }
      drawing.path("M" + points.joined(separator: "L") + "Z", style: "band1")
    }
    let curve = stairs([(0, 1)] + steps.map { ($0.months, $0.survival) }, from: 0, to: end)
    drawing.polyline(curve.map { (across($0.0), up($0.1)) }, style: "line1")
    return drawing
  }

  /// The corners of a curve that keeps its value until the next step.
  private func stairs(
    _ steps: [(Double, Double)],
    from start: Double,
    to end: Double
  ) -> [(Double, Double)] {
    var points: [(Double, Double)] = []
    for step in steps {
      if let last = points.last { points.append((step.0, last.1)) }
      points.append(step)
    }
    if let last = points.last { points.append((end, last.1)) }
    return points
  }
}
