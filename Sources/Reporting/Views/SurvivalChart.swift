internal import Model

/// The share of people who stay, by months, as an accessible inline SVG with its 95 % interval.
struct SurvivalChart {
  private static let width = 720.0
  private static let height = 260.0
  private static let plot = (left: 56.0, top: 12.0, right: 700.0, bottom: 216.0)

  private let steps: [SurvivalStep]

  init(_ audit: Audit) { steps = audit.insight.survival }

  /// Whether there is anything to draw.
  var isEmpty: Bool { steps.isEmpty }

  private var longest: Double { max(1, steps.last?.months ?? 1) }

  private func x(_ months: Double) -> String {
    let share = months / longest
    return Format.plain(Self.plot.left + share * (Self.plot.right - Self.plot.left), 1)
  }

  private func y(_ share: Double) -> String {
    Format.plain(Self.plot.bottom - share * (Self.plot.bottom - Self.plot.top), 1)
  }

  /// A line of steps through values that hold from their month on.
  private func path(_ value: (SurvivalStep) -> Double?) -> String {
    var text = "M\(x(0)) \(y(1))"
    for step in steps {
      guard let share = value(step) else { continue }
      text += "H\(x(step.months))V\(y(share))"
    }
    return text + "H\(x(longest))"
  }

  /// What the picture says, in one sentence.
  private var description: String {
    let half = steps.first { $0.survival <= 0.5 }
    return half.map {
      "Half of the people have left after \(Format.decimal($0.months, 1)) months."
    } ?? "More than half of the people stay longer than \(Format.decimal(longest, 1)) months."
  }

  /// The drawing.
  var svg: String {
    let plot = Self.plot
    var marks = ""
    for tenth in stride(from: 0.0, through: 1.0, by: 0.25) {
      marks += "<text class=\"tick end\" x=\"\(Format.plain(plot.left - 6, 1))\" y=\"\(y(tenth))\">"
      marks += "\(Format.percent(tenth))</text>"
    }
    for quarter in 0...4 {
      let months = longest * Double(quarter) / 4
      marks += "<text class=\"tick center\" x=\"\(x(months))\" "
      marks += "y=\"\(Format.plain(plot.bottom + 16, 1))\">\(Format.decimal(months, 0))</text>"
    }
    return """
      <svg viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" aria-labelledby="stay-title">
      <title id="stay-title">\(description)</title>
      <path class="axis" d="M\(x(0)) \(y(1))V\(y(0))H\(x(longest))"/>
      <path class="lead" stroke-dasharray="4 3" d="\(path(\.low))"/>
      <path class="lead" stroke-dasharray="4 3" d="\(path(\.high))"/>
      <path class="axis" stroke-width="2.5" d="\(path { $0.survival })"/>
      \(marks)
      <text class="center" x="\(Format.plain((plot.left + plot.right) / 2, 1))" \
      y="\(Format.plain(plot.bottom + 36, 1))">months of work, share that stays longer</text>
      </svg>
      """
  }
}
