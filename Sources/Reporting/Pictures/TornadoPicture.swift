internal import Model

/// What a figure rests on: its value at both ends of each assumption's range, the widest first.
struct TornadoPicture: Picture {
  /// One assumption.
  struct Bar {
    let name: String
    let low: String
    let high: String
    let atLow: Double
    let atHigh: Double
  }

  private static let plot = (left: 264.0, right: 560.0)
  private static let row = 34.0
  private static let shown = 10
  private static let shownOfOptions = 16

  let anchor: String
  let claim: String
  let note: String
  private let base: Double
  private let baseWords: String
  private let bars: [Bar]
  private let figure: (Double) -> String
  private let language: Language

  /// What the company's index rests on; `nil` without an index.
  init?(indexOf audit: Audit, _ language: Language) {
    guard let index = audit.total.index else { return nil }
    let entries = audit.insight.sensitivity.filter { $0.swing >= 0.05 }
    guard let first = entries.first else { return nil }
    bars = entries.prefix(Self.shown).map {
      Bar(
        name: Words.spaced($0.parameter),
        low: $0.low,
        high: $0.high,
        atLow: $0.indexAtLow ?? index,
        atHigh: $0.indexAtHigh ?? index
      )
    }
    anchor = "tornado"
    base = index
    figure = { language.index($0) }
    baseWords = language("tornadoBase", ["index": language.index(index)])
    claim = language(
      "tornadoClaim",
      [
        "name": Words.spaced(first.parameter), "low": language.index(first.indexAtLow),
        "high": language.index(first.indexAtHigh),
      ]
    )
    note = language("tornadoNote")
    self.language = language
  }

  /// What the advantage of the recommended way, else of the best team, rests on; `nil` without bars.
  init?(
    of comparison: StaffingComparison,
    anchor: String,
    _ currency: Currency,
    _ language: Language
  ) {
    guard
      let tornado = comparison.tornadoes.first(where: {
        $0.option == comparison.decision.recommended
      }) ?? comparison.tornadoes.max(by: { $0.advantage < $1.advantage }),
      !tornado.bars.isEmpty
    else { return nil }
    let name = Words(language).option(tornado.option)
    // Bars that no reader could see say nothing.
    bars = tornado.bars.filter { $0.swing >= 0.5 }.prefix(Self.shownOfOptions).map {
      Bar(
        name: Words.spaced($0.parameter),
        low: language.plain($0.low),
        high: language.plain($0.high),
        atLow: $0.advantageAtLow,
        atHigh: $0.advantageAtHigh
      )
    }
    self.anchor = anchor
    base = tornado.advantage
    figure = { language.money($0, currency) }
    baseWords = language("tornadoAdvantage", ["money": language.money(tornado.advantage, currency)])
    claim = language("tornadoOptionClaim", ["option": name])
    note = language("tornadoOptionNote")
    self.language = language
  }

  var description: String {
    bars.prefix(3).map { "\($0.name): \(figure($0.atLow)) – \(figure($0.atHigh))" }
      .joined(separator: "; ")
  }

  var table: PictureTable {
    PictureTable(
      columns: [
        language("assumption"), language("lowEnd"), language("highEnd"), language("atLowEnd"),
        language("atHighEnd"),
      ],
      rows: bars.map { [$0.name, $0.low, $0.high, figure($0.atLow), figure($0.atHigh)] }
    )
  }

  var drawing: Drawing {
    let top = 30.0
    let bottom = top + Self.row * Double(bars.count)
    var drawing = Drawing(width: 640, height: bottom + 8)
    let ends = bars.flatMap { [$0.atLow, $0.atHigh] } + [base]
    let low = ends.min() ?? 0
    let high = max(ends.max() ?? 1, low + 1e-9)
    let scale = Scale(values: low...high, places: (Self.plot.left, Self.plot.right))
    let middle = scale(base)
    drawing.text(
      baseWords,
      min(max(middle, 150), 520),
      14,
      .middle,
      style: "strong"
    )
    for (position, bar) in bars.enumerated() {
      let y = top + Self.row * Double(position)
      drawing.text(Drawing.fitted(bar.name, 182), 184, y + 12, .end)
      drawing.text(
        Drawing.fitted("\(bar.low) … \(bar.high)", 182),
        184,
        y + 26,
        .end,
        style: "tick"
      )
      drawing.box(middle, y + 5, scale(bar.atLow) - middle, 18, style: "fill3")
      drawing.box(middle, y + 5, scale(bar.atHigh) - middle, 18, style: "fill1")
      let sides = [bar.atLow, bar.atHigh].sorted()
      drawing.text(
        figure(min(sides[0], base)),
        scale(min(sides[0], base)) - 4,
        y + 17,
        .end,
        style: "tick"
      )
      drawing.text(
        figure(max(sides[1], base)),
        scale(max(sides[1], base)) + 4,
        y + 17,
        style: "tick"
      )
    }
    drawing.line((middle, 20), (middle, bottom), style: "now")
    return drawing
  }
}
