internal import Model

/// The people with knowledge at stake by the chance that they leave and the knowledge they hold,
/// as an accessible inline SVG; the area of a dot is the money expected to be lost with them.
struct QuadrantChart {
  private struct Dot {
    let name: String
    let x: Double
    let y: Double
    let radius: Double
    let probability: Double
    let knowledge: Double
    let loss: Money
  }

  private static let width = 720.0
  private static let height = 400.0
  private static let plot = (left: 56.0, top: 16.0, right: 692.0, bottom: 348.0)
  private static let labelled = 8

  private let dots: [Dot]

  init(_ audit: Audit) {
    var knowledge: [String: Double] = [:]
    for holder in audit.roles.flatMap(\.holders) {
      knowledge[holder.id] = max(knowledge[holder.id] ?? 0, holder.knowledge)
    }
    let people = audit.people.filter { $0.loss.minorUnits > 0 && $0.departureProbability != nil }
    let most = people.map(\.loss.doubleValue).max() ?? 1
    dots = people.prefix(40).map { person in
      let p = person.departureProbability ?? 0
      let k = knowledge[person.id] ?? 0
      return Dot(
        name: person.name,
        x: Self.plot.left + p * (Self.plot.right - Self.plot.left),
        y: Self.plot.bottom - k * (Self.plot.bottom - Self.plot.top),
        radius: 3 + 11 * (person.loss.doubleValue / most).squareRoot(),
        probability: p,
        knowledge: k,
        loss: person.loss
      )
    }
  }

  /// Whether there is anything to draw.
  var isEmpty: Bool { dots.isEmpty }

  /// What the picture says, in one sentence.
  var description: String {
    let first = dots.prefix(3).map {
      "\($0.name): \(Format.percent($0.probability)) chance of leaving, holds "
        + "\(Format.percent($0.knowledge)) of what can be known, \(Format.money($0.loss))"
    }
    return first.joined(separator: "; ")
  }

  /// The drawing.
  var svg: String {
    let plot = Self.plot
    let middle = ((plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2)
    var parts = [
      "<svg role=\"img\" aria-labelledby=\"quadrant-title quadrant-desc\" "
        + "viewBox=\"0 0 \(Int(Self.width)) \(Int(Self.height))\">",
      "<title id=\"quadrant-title\">Chance of leaving against knowledge held</title>",
      "<desc id=\"quadrant-desc\">\(escaped(description))</desc>",
      "<path class=\"axis\" d=\"M\(n(plot.left)) \(n(plot.top))V\(n(plot.bottom))H\(n(plot.right))\"/>",
      text(plot.right - 6, plot.top + 14, "act now", "corner end"),
      text(plot.left + 6, plot.top + 14, "write it down", "corner"),
      text(plot.right - 6, plot.bottom - 6, "expect change", "corner end"),
      text(plot.left + 6, plot.bottom - 6, "watch", "corner"),
      text(
        (plot.left + plot.right) / 2,
        Self.height - 6,
        "chance of leaving within the horizon",
        "center"
      ),
      "<text class=\"center\" transform=\"translate(14 \(n(middle.1))) rotate(-90)\">share of the knowledge held</text>",
    ]
    for tick in stride(from: 0.0, through: 1.0, by: 0.25) {
      let x = plot.left + tick * (plot.right - plot.left)
      let y = plot.bottom - tick * (plot.bottom - plot.top)
      parts.append(text(x, plot.bottom + 16, Format.percent(tick), "tick center"))
      parts.append(text(plot.left - 6, y + 4, Format.percent(tick), "tick end"))
    }
    for dot in dots {
      parts.append(
        "<circle class=\"dot\" cx=\"\(n(dot.x))\" cy=\"\(n(dot.y))\" r=\"\(n(dot.radius))\"/>"
      )
    }
    parts += labels
    parts.append("</svg>")
    return parts.joined(separator: "\n")
  }

  /// The names of the most expensive dots in a column beside them, in the order of their heights
  /// and never closer than a line, each with a line to its dot; the table has all names.
  private var labels: [String] {
    let plot = Self.plot
    let named = dots.prefix(Self.labelled).sorted { ($0.y, $0.name) < ($1.y, $1.name) }
    let widest = 6.8 * Double(named.map(\.name.count).max() ?? 0)
    let top = max(
      plot.top + 30,
      min(plot.bottom - 24 - 17 * Double(named.count), (named.first?.y ?? 0) - 4)
    )
    let rows = (top - 14)...(top + 17 * Double(named.count))
    var column = (named.map { $0.x + $0.radius }.max() ?? plot.left) + 36
    for dot in dots.sorted(by: { $0.x < $1.x })
    where rows.contains(dot.y) && dot.x + dot.radius > column
      && dot.x - dot.radius < column + widest
    {
      column = dot.x + dot.radius + 12
    }
    let corner = (plot.left + plot.right) / 2
    if column < corner, column + widest > corner { column = corner + 8 }
    let isRight = column + widest < plot.right
    if !isRight { column = (named.map { $0.x - $0.radius }.min() ?? plot.right) - 36 }
    var next = top
    return named.flatMap { dot -> [String] in
      let y = max(next, min(dot.y, plot.bottom - 24), plot.top + 30)
      next = y + 17
      let end = isRight ? column - 4 : column + 4
      return [
        "<path class=\"lead\" d=\"M\(n(dot.x)) \(n(dot.y))L\(n(end)) \(n(y - 4))\"/>",
        text(column, y, dot.name, isRight ? "" : "end"),
      ]
    }
  }

  private func text(_ x: Double, _ y: Double, _ words: String, _ style: String) -> String {
    "<text class=\"\(style)\" x=\"\(n(x))\" y=\"\(n(y))\">\(escaped(words))</text>"
  }

  private func n(_ value: Double) -> String { Format.plain(value, 1) }

  private func escaped(_ text: String) -> String { SafeHTML().escapeText(text) }
}
