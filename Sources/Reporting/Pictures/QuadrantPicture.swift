internal import Model

/// The people with knowledge at stake: chance of leaving by knowledge held; the area of a dot is
/// the money expected to be lost with them.
struct QuadrantPicture: Picture {
  private struct Dot {
    let name: String
    let probability: Double
    let knowledge: Double
    let loss: Money
    var x = 0.0
    var y = 0.0
    var radius = 0.0
  }

  private static let plot = (left: 46.0, top: 12.0, right: 614.0, bottom: 356.0)
  private static let threshold = (probability: 0.25, knowledge: 0.5)

  let anchor = "quadrant"
  private let dots: [Dot]
  private let across: Scale
  private let language: Language
  private let horizon: String

  /// `nil` when nobody has anything to lose.
  init?(_ audit: Audit, _ language: Language, horizon: String) {
    var knowledge: [String: Double] = [:]
    for holder in audit.roles.flatMap(\.holders) {
      knowledge[holder.id] = max(knowledge[holder.id] ?? 0, holder.knowledge)
    }
    let people = audit.people.filter { $0.loss.minorUnits > 0 && $0.departureProbability != nil }
    guard !people.isEmpty else { return nil }
    let most = people.map(\.loss.doubleValue).max() ?? 1
    let widest = people.compactMap(\.departureProbability).max() ?? 1
    let across = Scale(
      values: 0...min(1, max(0.5, Scale.roundEnd(widest * 1.1, 5))),
      places: (Self.plot.left, Self.plot.right)
    )
    let up = Scale(values: 0...1.08, places: (Self.plot.bottom, Self.plot.top))
    dots = people.prefix(40).map { person in
      var dot = Dot(
        name: person.name,
        probability: person.departureProbability ?? 0,
        knowledge: knowledge[person.id] ?? 0,
        loss: person.loss
      )
      dot.x = across(dot.probability)
      dot.y = up(dot.knowledge)
      dot.radius = 3 + 13 * (person.loss.doubleValue / most).squareRoot()
      return dot
    }
    self.across = across
    self.language = language
    self.horizon = horizon
  }

  var claim: String {
    let urgent = dots.filter {
      $0.probability >= Self.threshold.probability && $0.knowledge >= Self.threshold.knowledge
    }
    return urgent.isEmpty
      ? language("quadrantCalm")
      : language.number(urgent.count, "quadrantUrgent")
  }

  var note: String { language("quadrantNote") }

  var description: String {
    dots.prefix(3).map {
      language(
        "quadrantDot",
        [
          "name": Format.shown($0.name), "chance": language.percent($0.probability),
          "knowledge": language.percent($0.knowledge), "money": language.money($0.loss),
        ]
      )
    }.joined(separator: "; ")
  }

  var table: PictureTable {
    PictureTable(
      columns: [
        language("person"), language("chanceOfLeaving"), language("knowledgeHeld"),
        language("expectedLoss"),
      ],
      rows: dots.map {
        [
          Format.shown($0.name), language.percent($0.probability), language.percent($0.knowledge),
          language.exact($0.loss),
        ]
      }
    )
  }

  var drawing: Drawing {
    let plot = Self.plot
    let up = Scale(values: 0...1.08, places: (plot.bottom, plot.top))
    var drawing = Drawing(width: 640, height: 400)
    let corner = (across(Self.threshold.probability), up(Self.threshold.knowledge))
    drawing.box(corner.0, plot.top, plot.right - corner.0, corner.1 - plot.top, style: "alarm")
    drawing.line((corner.0, plot.top), (corner.0, plot.bottom), style: "dash")
    drawing.line((plot.left, corner.1), (plot.right, corner.1), style: "dash")
    drawing.path(
      "M\(plot.left) \(plot.top)V\(plot.bottom)H\(plot.right)",
      style: "axis"
    )
    for mark in across.marks(5) {
      drawing.text(
        language.percent(mark),
        across(mark),
        plot.bottom + 16,
        .middle,
        style: "tick"
      )
    }
    for mark in [0, 0.25, 0.5, 0.75, 1] {
      drawing.text(language.percent(mark), plot.left - 6, up(mark) + 4, .end, style: "tick")
    }
    let regions = self.regions(corner)
    for region in regions {
      drawing.text(region.words, region.x, region.y, region.alignment, style: "tick")
    }
    drawing.text(
      language("quadrantAcross", ["horizon": horizon]),
      (plot.left + plot.right) / 2,
      393,
      .middle
    )
    drawing.uprightText(language("knowledgeHeld"), 11, (plot.top + plot.bottom) / 2)
    for dot in dots { drawing.circle(dot.x, dot.y, dot.radius, style: "dot") }
    var labels = LabelPlacer(bounds: Box(plot.left + 2, plot.top, plot.right, plot.bottom - 2))
    for region in regions { labels.occupy(region.box) }
    for dot in dots { labels.occupy(Box(around: dot.x, dot.y, dot.radius)) }
    for dot in dots.prefix(12) {
      guard
        let place = labels.place(
          Drawing.fitted(dot.name, 190),
          nextTo: (dot.x, dot.y),
          radius: dot.radius
        )
      else { continue }
      if let from = place.lead {
        drawing.line(from, (dot.x, dot.y), style: "lead")
      }
      drawing.text(place.words, place.x, place.y, place.alignment)
    }
    return drawing
  }

  private struct Region {
    let words: String
    let x: Double
    let y: Double
    let alignment: Drawing.Alignment
    var box: Box {
      let width = Drawing.characterWidth * Double(words.count)
      return alignment == .end ? Box(x - width, y - 12, x, y + 4) : Box(x, y - 12, x + width, y + 4)
    }
  }

  private func regions(_ corner: (Double, Double)) -> [Region] {
    let plot = Self.plot
    return [
      Region(words: language("actNow"), x: plot.right - 6, y: corner.1 - 8, alignment: .end),
      Region(words: language("writeDown"), x: plot.left + 8, y: corner.1 - 8, alignment: .start),
      Region(
        words: language("expectChange"),
        x: plot.right - 6,
        y: plot.bottom - 8,
        alignment: .end
      ),
      Region(words: language("watch"), x: plot.left + 8, y: plot.bottom - 8, alignment: .start),
    ]
  }
}
