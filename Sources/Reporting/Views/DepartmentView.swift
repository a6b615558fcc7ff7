internal import Model

/// What the report shows of one department.
struct DepartmentView {
  private let department: DepartmentAudit
  private let audit: Audit
  private let language: Language
  private let explained: ExplainedView

  init(
    _ department: DepartmentAudit,
    in audit: Audit,
    _ language: Language,
    _ explained: ExplainedView
  ) {
    self.explained = explained
    self.department = department
    self.audit = audit
    self.language = language
  }

  /// The row of the table of departments.
  var row: [String: ViewModel.Value] {
    let words = Words(language)
    let band = words.band(department.figures.band)
    return [
      "id": .text(Format.shown(department.id)), "anchor": .text(Anchor.department(department.id)),
      "spend": .text(language.money(department.figures.annualSpend)),
      "loss": .text(language.money(department.figures.loss)),
      "index": .text(language.index(department.figures.index)),
      "indexLow": .text(language.index(department.figures.indexLow)),
      "indexHigh": .text(language.index(department.figures.indexHigh)),
      "band": .text(band.word), "shape": .text(band.shape), "bandKey": .text(band.style),
      "reason": .text(department.reason), "isCandidate": .flag(department.isTeamCandidate),
      "posts": .text(language.decimal(department.collaborativePosts, 1)),
      "roleCount": .text(language.number(department.roles.count, "roleWord")),
      "recommended": .text(
        comparison.map { words.decision($0) } ?? language("notAvailable")
      ),
    ]
  }

  /// Everything, for the department's own section; pictures and derivations only where there
  /// is room for them.
  func detail(withPictures: Bool, isExplained: Bool) -> ViewModel {
    let comparison = comparison
    let costs = comparison.flatMap {
      CostsPicture(
        $0,
        subject: Format.shown(department.id),
        anchor: "costs-\(Anchor.department(department.id))",
        language
      )
    }
    let tornado = comparison.flatMap {
      TornadoPicture(
        of: $0,
        anchor: "tornado-\(Anchor.department(department.id))",
        audit.currency,
        language
      )
    }
    let drawn: [(any Picture)?] = withPictures ? [costs, tornado] : []
    let pictures = drawn.compactMap(\.self)
    return ViewModel(row).adding([
      "pictures": .list(pictures.map(\.view)), "wages": .texts(wages),
      "concentration": .text(language.concentration(department.concentration)),
      "explained": explained.view(of: "department:\(department.id)", isShown: isExplained),
    ]).adding(
      OptionsView(comparison, audit.currency, language)
        .values(explainedBy: isExplained ? explained : nil)
    )
  }

  /// Where the pay of each post comes from, each figure once.
  private var wages: [String] {
    var seen: Set<String> = []
    return (comparison?.options ?? []).flatMap(\.posts).compactMap { post in
      let wage = post.wage
      let grade =
        wage.grade == .quote
        ? "own quote" : wage.grade.rawValue.split(separator: "_").joined(separator: " ")
      let year = wage.year.map { " (\($0))" } ?? ""
      let text =
        "\(wage.job), \(wage.location): \(language.decimal(wage.base.middle, 0)) \(wage.unit.rawValue)\(year), "
        + "\(grade): \(wage.source)"
      return seen.insert(text).inserted ? text : nil
    }
  }

  private var comparison: StaffingComparison? {
    audit.comparisons.first { $0.subject == "department:\(department.id)" }
  }
}
