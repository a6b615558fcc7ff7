internal import Model

/// What the mail shows: the report's first page, with bars whose pixels add up.
struct MailView {
  private static let barWidth = 160

  private let audit: Audit
  private let mail: Configuration.Mail

  init(_ audit: Audit, _ mail: Configuration.Mail) {
    self.audit = audit
    self.mail = mail
  }

  var model: ViewModel {
    let held = audit.roles.filter { !$0.holders.isEmpty }.prefix(10)
    let most = held.map(\.figures.loss.doubleValue).max() ?? 0
    let names: [String: String] = [:]
    let bars = held.map { role -> ViewModel in
      let share = most > 0 ? role.figures.loss.doubleValue / most : 0
      let filled = share > 0 ? max(2, Int((share * Double(Self.barWidth)).rounded())) : 0
      return ViewModel(RoleView(role, in: audit, names: names).row).adding([
        "filled": .text(String(filled)), "empty": .text(String(Self.barWidth - filled)),
        "hasFilled": .flag(filled > 0), "hasEmpty": .flag(filled < Self.barWidth),
      ])
    }
    return ReportView(audit).model.adding([
      "bars": .list(bars), "subject": .text(subject),
      "reportURL": ViewModel.optional(link),
    ])
  }

  /// The subject: the quarter, the decisions and the money.
  var subject: String {
    let teams = audit.departments.count { $0.isTeamCandidate }
    let urgent = audit.roles.count { ($0.figures.band ?? .low) >= .high }
    var facts = ["\(Format.money(audit.total.loss)) at risk"]
    if urgent > 0 { facts.append(Format.number(urgent, "role", "roles") + " high or critical") }
    if teams > 0 { facts.append(Format.number(teams, "team", "teams") + " to consider") }
    return "\(SummaryView(audit).title): \(facts.joined(separator: ", "))"
  }

  /// A link is a link only when it leads to the web.
  private var link: String? {
    mail.reportURL.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil }
  }
}
