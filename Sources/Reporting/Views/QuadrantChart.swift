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

  private struct Box {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private static let width = 720.0
  private static let height = 400.0
  private static let plot = (left: 56.0, top: 16.0, right: 704.0, bottom: 348.0)
  private static let labelled = 12

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
        name: person.name, x: Self.plot.left + p * (Self.plot.right - Self.plot.left),
        y: Self.plot.bottom - k * (Self.plot.bottom - Self.plot.top),
        radius: 3 + 17 * (person.loss.doubleValue / most).squareRoot(), probability: p,
        knowledge: k, loss: person.loss)
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
      rectangle(middle.0, plot.top, plot.right - middle.0, middle.1 - plot.top, "act"),
      "<path class=\"axis\" d=\"M\(n(plot.left)) \(n(plot.top))V\(n(plot.bottom))H\(n(plot.right))\"/>",
      text(plot.right - 6, plot.top + 14, "act now", "corner end"),
      text(plot.left + 6, plot.top + 14, "write it down", "corner"),
      text(plot.right - 6, plot.bottom - 6, "expect change", "corner end"),
      text(plot.left + 6, plot.bottom - 6, "watch", "corner"),
      text((plot.left + plot.right) / 2, Self.height - 6, "chance of leaving within the horizon", "center"),
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
        "<circle class=\"dot\" cx=\"\(n(dot.x))\" cy=\"\(n(dot.y))\" r=\"\(n(dot.radius))\"/>")
    }
    parts += labels
    parts.append("</svg>")
    return parts.joined(separator: "\n")
  }

  /// Names beside their dots, as far as they find room without touching dots, corners or each
  /// other; the table below has all of them.
  private var labels: [String] {
    let plot = Self.plot
    var taken: [Box] = [
      Box(left: plot.right - 70, top: plot.top, right: plot.right, bottom: plot.top + 20),
      Box(left: plot.left, top: plot.top, right: plot.left + 90, bottom: plot.top + 20),
      Box(left: plot.right - 100, top: plot.bottom - 20, right: plot.right, bottom: plot.bottom),
      Box(left: plot.left, top: plot.bottom - 20, right: plot.left + 50, bottom: plot.bottom),
    ]
    taken += dots.map {
      Box(
        left: $0.x - $0.radius, top: $0.y - $0.radius, right: $0.x + $0.radius,
        bottom: $0.y + $0.radius)
    }
    var texts: [String] = []
    for dot in dots.prefix(Self.labelled) {
      let width = 6.6 * Double(dot.name.count) + 4
      let candidates: [(x: Double, y: Double, anchor: String)] = [
        (dot.x + dot.radius + 4, dot.y + 4, ""), (dot.x - dot.radius - 4, dot.y + 4, "end"),
        (dot.x, dot.y - dot.radius - 5, "center"), (dot.x, dot.y + dot.radius + 13, "center"),
        (dot.x + dot.radius + 4, dot.y - 10, ""), (dot.x + dot.radius + 4, dot.y + 18, ""),
        (dot.x - dot.radius - 4, dot.y - 10, "end"), (dot.x - dot.radius - 4, dot.y + 18, "end"),
      ]
      for candidate in candidates {
        let left =
          candidate.anchor == "end"
          ? candidate.x - width : candidate.anchor == "center" ? candidate.x - width / 2 : candidate.x
        let box = Box(
          left: left, top: candidate.y - 11, right: left + width, bottom: candidate.y + 3)
        guard box.left >= plot.left, box.right <= plot.right, box.top >= plot.top,
          box.bottom <= plot.bottom, !taken.contains(where: box.overlaps)
        else { continue }
        taken.append(box)
        texts.append(text(candidate.x, candidate.y, dot.name, candidate.anchor))
        break
      }
    }
    return texts
  }

  private func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String
  ) -> String {
    "<rect class=\"\(style)\" x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(width))\" "
      + "height=\"\(n(height))\"/>"
  }

  private func text(_ x: Double, _ y: Double, _ words: String, _ style: String) -> String {
    "<text class=\"\(style)\" x=\"\(n(x))\" y=\"\(n(y))\">\(escaped(words))</text>"
  }

  private func n(_ value: Double) -> String { Format.plain(value, 1) }

  private func escaped(_ text: String) -> String { SafeHTML().escapeText(text) }
}
