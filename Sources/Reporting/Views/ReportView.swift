internal import Model

/// The whole audit as templates see it.
struct ReportView {
  private let audit: Audit
  private let language: Language
  private let extent: ReportExtent
  private let detailed: [RoleAudit]
  private let links: Set<String>
  private let names: [String: String]
  private let explained: ExplainedView

  init(_ audit: Audit, _ language: Language, _ extent: ReportExtent = .page) {
    self.audit = audit
    self.language = language
    self.extent = extent
    detailed = extent.detailed(audit)
    links = Set(detailed.map(\.id))
    explained = ExplainedView(audit, language, isShown: extent.explainsFigures)
    names = Dictionary(
      audit.people.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The view of all documents.
  var model: ViewModel {
    let summary = SummaryView(audit, language).values
    return ViewModel(summary).adding(roles).adding(departments).adding(findings)
      .adding(PersonView(audit, language, extent, explained).values).adding(company).adding(
        RecordsView(audit, language, extent).values
      )
      .adding(MethodView(audit, language).values)
  }

  /// The pictures, in the order in which they are shown.
  var pictures: [any Picture] {
    let horizon = SummaryView(audit, language).horizon
    let company = audit.comparisons.first { $0.subject == "company" }
    let all: [(any Picture)?] = [
      QuadrantPicture(audit, language, horizon: horizon), TrendPicture(audit, language),
      TenuresPicture(audit, language), WaterfallPicture(audit, language),
      TornadoPicture(indexOf: audit, language), SurvivalPicture(audit, language),
      company.flatMap {
        CostsPicture($0, subject: language("wholeCompany"), anchor: "costs", language)
      },
      company.flatMap {
        TornadoPicture(of: $0, anchor: "tornado-company", audit.currency, language)
      },
    ]
    return all.compactMap(\.self)
  }

  /// One role as it stands in tables and sections.
  func role(_ role: RoleAudit) -> RoleView { RoleView(role, in: audit, names: names, language) }

  /// The company's options and how its figures come about.
  private var company: [String: ViewModel.Value] {
    let comparison = audit.comparisons.first { $0.subject == "company" }
    return [
      "companyOptions": .list(
        comparison == nil
          ? []
          : [
            ViewModel(
              OptionsView(comparison, audit.currency, language).values(explainedBy: explained)
            )
          ]
      ),
      "explained": explained.view(of: "company"),
      "concentration": .text(language.concentration(audit.insight.concentration)),
    ]
  }

  private var roles: [String: ViewModel.Value] {
    let held = audit.roles.filter { !$0.holders.isEmpty }
    let ended = audit.roles.filter { $0.holders.isEmpty }
    let listed = held.prefix(extent.listedRoles)
    let more = audit.roles.count - detailed.count
    return [
      "roles": .list(
        detailed.enumerated().map { position, role in
          self.role(role).detail.adding([
            "explained": explained.view(
              of: "role:\(role.id)",
              isShown: position < explained.room.roles
            )
          ])
        }
      ),
      "heldRoles": .list(listed.map(row)),
      "topRoles": .list(held.prefix(ReportExtent.firstPageRoles).map(row)),
      "heldCount": .text(language.number(held.count, "roleWord")),
      "moreRoles": ViewModel.optional(
        held.count > ReportExtent.firstPageRoles
          ? language("moreRoles", ["n": language.count(held.count)]) : nil
      ),
      "hasMoreRoles": .flag(held.count > ReportExtent.firstPageRoles),
      "unlistedRoles": ViewModel.optional(
        held.count > listed.count
          ? language("unlistedRoles", ["n": language.count(held.count - listed.count)]) : nil
      ),
      "undetailedRoles": ViewModel.optional(
        more > 0
          ? language(
            "undetailedRoles",
            ["n": language.count(more), "shown": language.count(detailed.count)]
          ) : nil
      ),
      "endedRoles": ViewModel.optional(
        ended.isEmpty
          ? nil
          : language(
            "endedRoles",
            [
              "roles": Format.shown(
                ended.map { Format.shown($0.title) }.sorted().joined(separator: ", "),
                600
              )
            ]
          )
      ),
    ]
  }

  private func row(_ role: RoleAudit) -> ViewModel {
    ViewModel(self.role(role).row).adding([
      "link": ViewModel.optional(links.contains(role.id) ? Anchor.role(role.id) : nil)
    ])
  }

  private var departments: [String: ViewModel.Value] {
    let sorted = audit.departments.sorted {
      ($1.figures.exactLoss, $0.id) < ($0.figures.exactLoss, $1.id)
    }
    return [
      "departments": .list(
        sorted.prefix(ReportExtent.departments).enumerated().map { position, department in
          DepartmentView(department, in: audit, language, explained)
            .detail(
              withPictures: position < ReportExtent.picturedDepartments,
              isExplained: position < explained.room.departments
            )
        }
      )
    ]
  }

  private var findings: [String: ViewModel.Value] {
    let shown = audit.findings.prefix(extent.findings)
    return [
      "findings": .list(shown.map { FindingView($0, language).view }),
      "topFindings": .list(audit.findings.prefix(10).map { FindingView($0, language).view }),
      "hasFindings": .flag(!audit.findings.isEmpty),
      "findingCount": .text(language.number(audit.findings.count, "finding")),
      "moreFindings": ViewModel.optional(
        audit.findings.count > shown.count
          ? language("moreFindings", ["n": language.count(audit.findings.count - shown.count)])
          : nil
      ),
    ]
  }
}
