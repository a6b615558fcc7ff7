internal import Model

/// What to decide: departments that should be a team first, then single roles, most money first.
struct Decisions {
  private struct Entry {
    let what: String
    let why: String
    let loss: Money
    let owner: String
    let link: String?
  }

  private static let shown = 5

  private let audit: Audit
  private let language: Language
  private let entries: [Entry]

  init(_ audit: Audit, _ language: Language) {
    self.audit = audit
    self.language = language
    let teams = audit.departments.filter(\.isTeamCandidate)
    let covered = Set(teams.flatMap(\.roles))
    let links = Set(ReportExtent.page.detailed(audit).map(\.id))
    let roles = audit.roles.filter { role in
      switch role.advice {
      case .document, .team: !(role.advice == .team && covered.contains(role.id))
      case .confirm: (role.figures.band ?? .low) >= .moderate
      case .keep, .ended: false
      }
    }
    let all =
      teams.sorted { $0.figures.exactLoss > $1.figures.exactLoss }.map { department in
        Entry(
          what: language("compareTeam", ["department": Format.shown(department.id)]),
          why: department.reason,
          loss: department.figures.loss,
          owner: "COO",
          link: Anchor.department(department.id)
        )
      }
      + roles.sorted { $0.figures.exactLoss > $1.figures.exactLoss }.map { role in
        Entry(
          what: "\(Format.shown(role.title)): \(Words(language).advice(role.advice))",
          why: role.reason,
          loss: role.figures.loss,
          owner: Format.shown(role.department),
          link: links.contains(role.id) ? Anchor.role(role.id) : nil
        )
      }
    entries = Array(all.prefix(Self.shown))
  }

  /// The day by which to decide.
  private var due: String { audit.quarter.next.lastDay.description }

  /// The first decision as a sentence; `nil` without one.
  var first: String? {
    entries.first.map {
      language("decideFirst", ["what": $0.what, "money": language.money($0.loss), "due": due])
    }
  }

  /// The decisions as templates see them.
  var views: [ViewModel] {
    entries.map { entry in
      ViewModel([
        "what": .text(entry.what), "why": .text(entry.why),
        "money": .text(language.money(entry.loss)), "owner": .text(entry.owner),
        "due": .text(due), "link": ViewModel.optional(entry.link),
      ])
    }
  }
}
