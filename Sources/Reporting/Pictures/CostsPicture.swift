internal import Model

/// What each way to staff costs from the first day on: the change at the start, then the months;
/// where a line crosses that of keeping, the change has paid off.
struct CostsPicture: Picture {
  private static let plot = (left: 70.0, top: 14.0, right: 446.0, bottom: 290.0)

  let anchor: String
  private let subject: String
  private let comparison: StaffingComparison
  private let options: [AlternativeOption]
  private let months: Double
  private let currency: Currency
  private let language: Language

  /// `nil` with fewer than two ways.
  init?(
    _ comparison: StaffingComparison,
    subject: String,
    anchor: String,
    _ language: Language
  ) {
    guard let keep = comparison.options.first, comparison.options.count > 1, keep.annual > 0 else {
      return nil
    }
    self.anchor = anchor
    self.subject = subject
    self.comparison = comparison
    options = Array(comparison.options.prefix(6))
    months = max(12, (12 * (keep.total - keep.oneOff) / keep.annual).rounded())
    currency = keep.annualMoney.currency
    self.language = language
  }

  var claim: String {
    guard let name = comparison.decision.recommended else {
      return language("costsUndecided", ["subject": subject])
    }
    let words = Words(language)
    guard let cheaper = comparison.passedOver, let chosen = comparison.recommendedOption else {
      return language("costsClaim", ["subject": subject, "option": words.option(name)])
    }
    return language(
      "costsByRule",
      [
        "subject": subject, "option": words.option(name), "other": words.option(cheaper.option),
        "money": language.money(chosen.total - cheaper.total, currency),
        "months": language.plain(months),
      ]
    )
  }

  var note: String { language("costsNote") }

  var description: String {
    options.map { "\(Words(language).option($0.option)): \(language.money($0.total, currency))" }
      .joined(separator: "; ")
  }

  var table: PictureTable {
    PictureTable(
      columns: [
        language("option"), language("oneOff"), language("aYear"),
        language("totalOver", ["months": language.plain(months)]), language("breakEven"),
      ],
      rows: options.enumerated().map { position, option in
        [
          Words(language).option(option.option), language.exact(option.oneOffMoney),
          language.exact(option.annualMoney), language.money(option.total, currency),
          position == 0
            ? "–"
            : option.breakEvenMonths.map {
              language("afterMonths", ["months": language.decimal($0, 1)])
            } ?? language("never"),
        ]
      }
    )
  }

  var drawing: Drawing {
    let plot = Self.plot
    var drawing = Drawing(width: 640, height: 330)
    let most = options.map { max($0.total, $0.oneOff) }.max() ?? 1
    let across = Scale(values: 0...months, places: (plot.left, plot.right))
    let up = Scale(
      values: 0...max(1, Scale.roundEnd(most, 5)),
      places: (plot.bottom, plot.top)
    )
    for mark in up.marks(5) {
      drawing.line((plot.left, up(mark)), (plot.right, up(mark)), style: "grid")
      drawing.text(language.whole(mark), plot.left - 6, up(mark) + 4, .end, style: "tick")
    }
    for mark in stride(from: 0, through: months, by: 6) {
      drawing.text(language.plain(mark), across(mark), plot.bottom + 16, .middle, style: "tick")
    }
    drawing.text(
      language("costsAcross", ["currency": currency.code]),
      (plot.left + plot.right) / 2,
      plot.bottom + 36,
      .middle
    )
    var ends: [(y: Double, words: String, style: Int)] = []
    for (position, option) in options.enumerated() {
      let style = position % 5 + 1
      let end = (x: plot.right, y: up(option.total))
      drawing.polyline(
        [(across(0), up(option.oneOff)), end],
        style: "line\(style)" + (option.option == comparison.decision.recommended ? " bold" : "")
      )
      if let month = option.breakEvenMonths, month <= months, position > 0 {
        let cost = option.oneOff + (option.total - option.oneOff) * month / months
        drawing.circle(across(month), up(cost), 4.5, style: "ring")
      }
      ends.append((end.y, Words(language).option(option.option), style))
    }
    var next = plot.top + 4
    for end in ends.sorted(by: { ($0.y, $0.style) < ($1.y, $1.style) }) {
      let y = max(next, end.y + 4)
      drawing.line((plot.right + 2, end.y), (plot.right + 12, y - 4), style: "lead")
      drawing.box(plot.right + 14, y - 9, 9, 9, style: "fill\(end.style)")
      drawing.text(Drawing.fitted(end.words, 640 - plot.right - 28), plot.right + 27, y)
      next = y + 16
    }
    return drawing
  }
}
