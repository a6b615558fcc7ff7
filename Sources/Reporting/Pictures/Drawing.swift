/// An SVG under way: text as text, measures in user units, everything escaped.
struct Drawing {
  /// Where a text stands in regard to its point.
  enum Alignment: String {
    /// It begins there.
    case start = ""
    /// It has its middle there.
    case middle = "center"
    /// It ends there.
    case end
  }

  /// The width of one character of a label, a little more than it is on average.
  static let characterWidth = 7.0

  private let width: Double
  private let height: Double
  private var parts: [String] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// A text at a point of its base line.
  mutating func text(
    _ words: String,
    _ x: Double,
    _ y: Double,
    _ alignment: Alignment = .start,
    style: String = ""
  ) {
    let names = [style, alignment.rawValue].filter { !$0.isEmpty }.joined(separator: " ")
    let attribute = names.isEmpty ? "" : " class=\"\(names)\""
    parts.append("<text\(attribute) x=\"\(n(x))\" y=\"\(n(y))\">\(escaped(words))</text>")
  }

  /// A text that runs upwards, around its point.
  mutating func uprightText(_ words: String, _ x: Double, _ y: Double) {
    parts.append(
      "<text class=\"center\" transform=\"translate(\(n(x)) \(n(y))) rotate(-90)\">\(escaped(words))</text>"
    )
  }

  /// A straight line.
  mutating func line(
    _ from: (x: Double, y: Double),
    _ to: (x: Double, y: Double),
    style: String
  ) {
    path("M\(n(from.x)) \(n(from.y))L\(n(to.x)) \(n(to.y))", style: style)
  }

  /// A line through points.
  mutating func polyline(_ points: [(x: Double, y: Double)], style: String) {
    guard let first = points.first else { return }
    path(
      "M\(n(first.x)) \(n(first.y))"
        + points.dropFirst().map { "L\(n($0.x)) \(n($0.y))" }.joined(),
      style: style
    )
  }

  /// A path with its data ready.
  mutating func path(_ data: String, style: String) {
    parts.append("<path class=\"\(style)\" d=\"\(data)\"/>")
  }

  /// A rectangle; a negative width or height is turned round.
  mutating func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, style: String) {
    parts.append(
      "<rect class=\"\(style)\" x=\"\(n(min(x, x + width)))\" y=\"\(n(min(y, y + height)))\" "
        + "width=\"\(n(abs(width)))\" height=\"\(n(abs(height)))\"/>"
    )
  }

  /// A circle.
  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, style: String) {
    parts.append("<circle class=\"\(style)\" cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(n(radius))\"/>")
  }

  /// The finished picture with its title and description for those who do not see it.
  func svg(id: String, title: String, description: String) -> String {
    "<svg role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\" viewBox=\"0 0 \(n(width)) \(n(height))\">"
      + "<title id=\"\(id)-t\">\(escaped(title))</title>"
      + "<desc id=\"\(id)-d\">\(escaped(description))</desc>\n"
      + parts.joined(separator: "\n") + "\n</svg>"
  }

  /// The text shortened to fit a width.
  static func fitted(_ text: String, _ width: Double) -> String {
    Format.shown(text, max(3, Int(width / characterWidth)))
  }

  private func n(_ value: Double) -> String {
    let text = Format.plain(value, 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private func escaped(_ text: String) -> String { SafeHTML().escapeText(text) }
}
