internal import Model

/// The audit as the Markdown files show it: the report's view, bars of characters, and a picture
/// that GitHub draws by itself.
struct MarkdownView {
  private let audit: Audit
  private let language: Language

  init(_ audit: Audit, _ language: Language) {
    self.audit = audit
    self.language = language
  }

  /// The view of both Markdown files.
  var model: ViewModel {
    ReportView(audit, language, .markdown).model.adding([
      "quarters": .list(quarters), "quadrantLines": .texts(quadrant),
      "hasQuadrant": .flag(!quadrant.isEmpty),
    ])
  }

  private var quarters: [ViewModel] {
    let most = audit.quarters.map(\.spend.doubleValue).max() ?? 0
    return audit.quarters.suffix(12).map { quarter in
      let width = most > 0 ? min(1, max(0, quarter.spend.doubleValue / most)) : 0
      let filled = Int((width * 12).rounded())
      return ViewModel([
        "quarter": .text(quarter.quarter.description),
        "spend": .text(language.money(quarter.spend)),
        "hours": .text(language.whole(quarter.hours)),
        "holders": .text(language.count(quarter.holders)),
        "departures": .text(language.count(quarter.departures)),
        "index": .text(language.index(quarter.index)),
        "bar": .text(
          String(repeating: "█", count: filled) + String(repeating: "░", count: 12 - filled)
        ),
      ])
    }
  }

  /// The points of Mermaid's quadrant chart; its numbers are 0.01 to 0.99, because `1.0` is an error
  /// of its lexer, and its labels are the roles' numbers in the table, because names break it.
  private var quadrant: [String] {
    let held = audit.roles.filter { !$0.holders.isEmpty && $0.figures.loss.minorUnits > 0 }
    return held.prefix(ReportExtent.firstPageRoles).enumerated().map { position, role in
      let likely = role.holders.map(\.departureProbability).max() ?? 0
      let known = role.holders.map(\.knowledge).max() ?? 0
      return "    R\(position + 1): [\(Self.coordinate(likely)), \(Self.coordinate(known))]"
    }
  }

  private static func coordinate(_ value: Double) -> String {
    Format.plain(min(0.99, max(0.01, value)), 2)
  }
}
