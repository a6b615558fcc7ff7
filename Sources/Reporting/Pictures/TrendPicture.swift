internal import Model

/// Spend and index by quarter, one above the other over the same quarters.
struct TrendPicture: Picture {
  private static let plot = (left: 64.0, right: 628.0)
  private static let spend = (top: 26.0, bottom: 176.0)
  private static let index = (top: 232.0, bottom: 340.0)

  let anchor = "trend"
  private let quarters: [QuarterSummary]
  private let currency: Currency
  private let language: Language

  /// `nil` without quarters.
  init?(_ audit: Audit, _ language: Language) {
    quarters = Array(audit.quarters.suffix(12))
    currency = audit.currency
    self.language = language
    if quarters.isEmpty { return nil }
  }

  var claim: String {
    let known = quarters.filter { $0.index != nil }
    guard let first = known.first, let last = known.last, known.count > 1 else {
      return language("trendShort")
    }
    return language(
      "trendClaim",
      [
        "from": language.index(first.index), "first": first.quarter.description,
        "to": language.index(last.index), "last": last.quarter.description,
      ]
    )
  }

  var note: String { language("trendNote") }

  var description: String {
    quarters.suffix(4).map {
      "\($0.quarter): \(language.money($0.spend)), \(language.index($0.index))"
    }.joined(separator: "; ")
  }

  var table: PictureTable {
    PictureTable(
      columns: [
        language("quarter"), language("billed"), language("hoursWord"), language("people"),
        language("departures"), language("indexWord"),
      ],
      rows: quarters.map {
        [
          $0.quarter.description, language.exact($0.spend), language.whole($0.hours),
          language.count($0.holders), language.count($0.departures), language.index($0.index),
        ]
      }
    )
  }

  var drawing: Drawing {
    var drawing = Drawing(width: 640, height: 384)
    let width = (Self.plot.right - Self.plot.left) / Double(quarters.count)
    func middle(_ position: Int) -> Double { Self.plot.left + width * (Double(position) + 0.5) }
    let most = quarters.map(\.spend.doubleValue).max() ?? 0
    let money = Scale(
      values: 0...max(1, Scale.roundEnd(most, 4)),
      places: (Self.spend.bottom, Self.spend.top)
    )
    drawing.text(
      language("trendSpend", ["currency": currency.code]),
      4,
      12,
      style: "strong"
    )
    axis(money.marks(4), money, { language.whole($0) }, into: &drawing)
    let bar = min(44, width * 0.62)
    for (position, quarter) in quarters.enumerated() {
      let top = money(max(0, quarter.spend.doubleValue))
      drawing.box(
        middle(position) - bar / 2,
        top,
        bar,
        Self.spend.bottom - top,
        style: "fill1"
      )
      drawing.text(
        quarter.quarter.description,
        middle(position),
        Self.spend.bottom + 16,
        .middle,
        style: "tick"
      )
      drawing.text(
        quarter.departures == 0 ? "–" : "−\(quarter.departures)",
        middle(position),
        Self.index.bottom + 18,
        .middle,
        style: "tick"
      )
    }
    drawing.text(
      language("trendLeft"),
      Self.plot.left - 8,
      Self.index.bottom + 18,
      .end,
      style: "tick"
    )
    let indexes = quarters.compactMap(\.index)
    let percent = Scale(
      values: 0...max(1, Scale.roundEnd((indexes.max() ?? 0) * 1.05, 3)),
      places: (Self.index.bottom, Self.index.top)
    )
    drawing.text(language("trendIndex"), 4, Self.index.top - 14, style: "strong")
    axis(percent.marks(3), percent, { "\(language.plain($0))\u{A0}%" }, into: &drawing)
    let points = quarters.enumerated().compactMap { position, quarter in
      quarter.index.map { (x: middle(position), y: percent($0)) }
    }
    drawing.polyline(points, style: "line2")
    for (position, quarter) in quarters.enumerated() {
      guard let index = quarter.index else { continue }
      drawing.circle(middle(position), percent(index), 3.5, style: "fill2")
      let isLow = percent(index) - 9 < Self.index.top
      drawing.text(
        language.decimal(index, 1),
        middle(position),
        percent(index) + (isLow ? 17 : -8),
        .middle
      )
    }
    return drawing
  }

  private func axis(
    _ marks: [Double],
    _ scale: Scale,
    _ words: (Double) -> String,
    into drawing: inout Drawing
  ) {
    for mark in marks {
      drawing.line((Self.plot.left, scale(mark)), (Self.plot.right, scale(mark)), style: "grid")
      drawing.text(words(mark), Self.plot.left - 6, scale(mark) + 4, .end, style: "tick")
    }
  }
}
