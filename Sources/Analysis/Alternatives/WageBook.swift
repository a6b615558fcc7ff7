internal import Model

/// Which pay a role would have in a place: the user's quotes first, then the benchmarks.
struct WageBook: Sendable {
  private let figures: [String: [WageFigure]]

  init(_ figures: [WageFigure]) {
    self.figures = Dictionary(grouping: figures) { TeamPlace.normalised($0.location) }
  }

  /// The places that the benchmarks know, in the order of their names, the client's own country
  /// last; the marketplace itself is no place.
  var places: [String] {
    figures.keys.filter { $0 != "marketplace_global" && $0 != "us" }.sorted()
      + (figures["us"] == nil ? [] : ["us"])
  }

  /// What an hour of a job costs on marketplaces.
  func hourly(_ job: String) -> WageFigure? {
    figures["marketplace_global"]?.first { row in
      row.unit == .dollarsPerHour && (row.job == job || row.job == Self.nearest[job])
    }
  }

  /// The pay of a role in a place, or `nil` when neither quotes nor benchmarks name it.
  func wage(role: String, job: String, family: RoleFamily, in place: TeamPlace) -> WageFigure? {
    let rows = figures[TeamPlace.normalised(place.id)] ?? []
    let quotes = rows.filter { $0.grade == .quote }
    for name in [role, job, family.rawValue] {
      if let quote = quotes.first(where: { Self.isSame($0.job, name) }) { return quote }
    }
    let benchmarks = rows.filter { $0.grade != .quote }
    for name in [job, Self.nearest[job]].compactMap(\.self) {
      if let row = benchmarks.first(where: { Self.isSame($0.job, name) }) { return row }
    }
    return nil
  }

  /// Jobs that few places have a figure for, with the nearest that more have.
  private static let nearest = [
    "executive_assistant": "admin_va", "accounting": "bookkeeping",
  ]

  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.lowercased() == right.lowercased()
  }

  /// The job of the benchmarks that a role's title and family speak of.
  static func job(title: String, family: RoleFamily) -> String {
    let words = Set(LetterWords.of(title).map(String.init))
    func has(_ job: String) -> Bool { !(keywords[job] ?? []).isDisjoint(with: words) }
    switch family {
    case .customerSupport: return "customer_support"
    case .bookkeeping: return has("accounting") ? "accounting" : "bookkeeping"
    case .clerical: return has("executive_assistant") ? "executive_assistant" : "admin_va"
    case .manager: return "project_management"
    case .salesMarketing:
      return ["content_writing", "graphic_design"].first(where: has) ?? "digital_marketing"
    case .professional:
      return [
        "software_dev", "graphic_design", "data_analysis", "content_writing", "accounting",
        "executive_assistant",
      ].first(where: has) ?? "software_dev"
    }
  }

  private static let keywords: [String: Set<String>] = [
    "accounting": ["accountant", "accounting", "tax", "controller"],
    "executive_assistant": ["executive", "assistant"],
    "content_writing": [
      "content", "writer", "writing", "copy", "copywriter", "blog", "article", "articles",
      "editor", "translation", "translations", "translator",
    ],
    "graphic_design": [
      "design", "designer", "logo", "illustration", "illustrator", "thumbnails", "video", "videos",
      "ux", "ui", "graphic", "artwork",
    ],
    "software_dev": [
      "developer", "dev", "engineer", "engineering", "software", "backend", "frontend", "mobile",
      "app", "web", "devops", "qa", "programmer",
    ],
    "data_analysis": ["data", "analyst", "analytics", "analysis", "reporting"],
  ]
}
