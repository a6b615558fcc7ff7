internal import Model

/// What moved the expected loss since the quarter before, cause by cause.
struct WaterfallPicture: Picture {
  private struct Bar {
    let name: String
    let from: Double
    let to: Double
    let isTotal: Bool
  }

  private static let plot = (left: 16.0, top: 26.0, right: 628.0, bottom: 250.0)

  let anchor = "waterfall"
  private let bars: [Bar]
  private let quarter: Quarter
  private let currency: Currency
  private let language: Language

  /// `nil` without an earlier quarter.
  init?(_ audit: Audit, _ language: Language) {
    guard let now = audit.quarters.last(where: { $0.quarter == audit.quarter }),
      let before = audit.quarters.last(where: { $0.quarter == audit.quarter.previous }),
      let change = now.lossChange, let old = before.loss, let new = now.loss
    else { return nil }
    var bars = [Bar(name: before.quarter.description, from: 0, to: old, isTotal: true)]
    var level = old
    for part in change.parts {
      bars.append(
        Bar(
          name: language("cause_\(part.name)"),
          from: level,
          to: level + part.value,
          isTotal: false
        )
      )
      level += part.value
    }
    bars.append(Bar(name: now.quarter.description, from: 0, to: new, isTotal: true))
    self.bars = bars
    quarter = audit.quarter
    currency = audit.currency
    self.language = language
  }

  private var difference: Double { bars[bars.count - 1].to - bars[0].to }

  var claim: String {
    let amount = language.money(abs(difference), currency)
    guard abs(difference) >= 0.5 else {
      return language("waterfallSame", ["quarter": quarter.previous.description])
    }
    return language(
      difference > 0 ? "waterfallUp" : "waterfallDown",
      ["money": amount, "quarter": quarter.previous.description]
    )
  }

  var note: String { language("waterfallNote") }

  var description: String {
    bars.map { "\($0.name): \(signed($0))" }.joined(separator: "; ")
  }

  var table: PictureTable {
    PictureTable(
      columns: [language("cause"), language("changeWord")],
      rows: bars.map { [$0.name, signed($0)] }
    )
  }

  private func signed(_ bar: Bar) -> String {
    let change = bar.to - bar.from
    guard !bar.isTotal else { return language.money(bar.to, currency) }
    let digits = language.whole(abs(change))
    return digits == "0" ? "±0" : (change > 0 ? "+" : "−") + digits
  }

  var drawing: Drawing {
    let plot = Self.plot
    var drawing = Drawing(width: 640, height: 284)
    let levels = bars.flatMap { [$0.from, $0.to] }
    // The bars of the quarters begin at zero where that leaves the changes visible, else the
    // picture says that its foot is cut off.
    let lowest = bars.dropFirst().dropLast().flatMap { [$0.from, $0.to] }.min() ?? 0
    let highest = levels.max() ?? 1
    let changes = bars.dropFirst().dropLast().map { abs($0.to - $0.from) }.max() ?? 0
    let isCut = lowest > 0 && changes < highest * 0.25
    let base = isCut ? max(0, lowest - (highest - lowest) * 0.6) : min(0, levels.min() ?? 0)
    let up = Scale(values: base...max(highest, base + 1), places: (plot.bottom, plot.top))
    let width = (plot.right - plot.left) / Double(bars.count)
    for (position, bar) in bars.enumerated() {
      let left = plot.left + width * Double(position) + width * 0.14
      let from = bar.isTotal ? plot.bottom : up(bar.from)
      let to = up(bar.to)
      let style = bar.isTotal ? "fill5" : bar.to > bar.from ? "fill2" : "fill3"
      drawing.box(left, from, width * 0.72, abs(to - from) < 1 ? 1 : to - from, style: style)
      drawing.text(
        bar.isTotal ? language.whole(bar.to) : signed(bar),
        left + width * 0.36,
        min(from, to) - 6,
        .middle
      )
      drawing.text(
        Drawing.fitted(bar.name, width),
        left + width * 0.36,
        plot.bottom + 17,
        .middle,
        style: "tick"
      )
      if position + 1 < bars.count {
        drawing.line((left + width * 0.72, to), (left + width, to), style: "lead")
      }
      if isCut, bar.isTotal {
        drawing.path(
          "M\(Format.plain(left - 3, 1)) \(plot.bottom - 12)l\(Format.plain(width * 0.72 + 6, 1)) -5",
          style: "cut"
        )
      }
    }
    drawing.line((plot.left, plot.bottom), (plot.right, plot.bottom), style: "axis")
    if isCut {
      drawing.text(language("waterfallCut"), plot.right, plot.bottom + 32, .end, style: "tick")
    }
    return drawing
  }
}
