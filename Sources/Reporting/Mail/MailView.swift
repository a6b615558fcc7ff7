internal import Model

/// What the mail shows: the report's first page, with bars whose pixels add up.
struct MailView {
  private static let barWidth = 120
  private static let shownRoles = 10
  private static let shownFindings = 5

  private let audit: Audit
  private let mail: Configuration.Mail
  private let language: Language
  private let brand: Brand

  init(_ audit: Audit, _ context: RenderingContext) {
    self.audit = audit
    mail = context.mail
    language = context.language
    brand = context.templates.brand
  }

  var model: ViewModel {
    let report = ReportView(audit, language, .markdown)
    let held = audit.roles.filter { !$0.holders.isEmpty }
    let most = held.map(\.figures.loss.doubleValue).max() ?? 0
    let bars = held.prefix(Self.shownRoles).map { role -> ViewModel in
      let share = most > 0 ? role.figures.loss.doubleValue / most : 0
      let filled = share > 0 ? max(2, Int((share * Double(Self.barWidth)).rounded())) : 0
      return ViewModel(report.role(role).row).adding([
        "filled": .text(String(filled)), "empty": .text(String(Self.barWidth - filled)),
        "hasFilled": .flag(filled > 0), "hasEmpty": .flag(filled < Self.barWidth),
      ])
    }
    let findings = audit.findings.prefix(Self.shownFindings)
    return ViewModel(SummaryView(audit, language).values).adding([
      "bars": .list(bars), "subject": .text(subject), "preheader": .text(preheader),
      "reportURL": ViewModel.optional(link), "brandName": ViewModel.optional(name),
      "button": .text(brand.colour("button")), "mark": .text(brand.colour("mark")),
      "moreRoles": ViewModel.optional(
        held.count > bars.count ? language("moreMailRoles", ["n": language.count(held.count)]) : nil
      ),
      "findings": .list(findings.map { FindingView($0, language).view }),
      "hasFindings": .flag(!findings.isEmpty), "listed": .text(listed),
      "rejectCount": .text(RecordsView(audit, language).rejectCount),
    ])
  }

  /// The subject: the quarter, the decisions and the money.
  var subject: String {
    let moved = Set(
      audit.comparisons.filter { $0.recommendedOption?.posts.isEmpty == false }.map(\.subject)
    )
    let teams = audit.departments.count {
      $0.isTeamCandidate || moved.contains("department:\($0.id)")
    }
    let urgent = audit.roles.count { ($0.figures.band ?? .low) >= .high }
    var facts = [language("subjectRisk", ["money": language.money(audit.total.loss)])]
    if urgent > 0 { facts.append(language.number(urgent, "subjectRoles")) }
    if teams > 0 { facts.append(language.number(teams, "subjectTeams")) }
    return "\(SummaryView(audit, language).title): \(facts.joined(separator: ", "))"
  }

  /// The words that a list of mails shows beside the subject: the first decision, else the number.
  private var preheader: String {
    Decisions(audit, language).first ?? SummaryView(audit, language).headline
  }

  private var listed: String {
    language(
      "listedInFull",
      [
        "rejects": RecordsView(audit, language).rejectCount,
        "duplicates": language.number(audit.reconciliation.duplicates, "duplicate"),
        "findings": language.number(audit.findings.count, "finding"),
      ]
    )
  }

  private var name: String? { brand.name.isEmpty ? nil : brand.name }

  /// A link is a link only when it leads to the web.
  private var link: String? {
    mail.reportURL.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil }
  }
}
