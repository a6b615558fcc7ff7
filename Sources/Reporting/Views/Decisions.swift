internal import Model

/// What to decide: how to staff departments and what to do about roles, most money first.
struct Decisions {
  private struct Entry {
    let what: String
    let why: String
    /// What the decision is about, in major units; ranks it.
    let amount: Double
    let moneyWords: String
    let owner: String
    let due: String
    let link: String?
  }

  private static let shown = 5
  /// The checks whose findings are about the same decision, so that both name one deadline.
  private static let checks: Set = ["knowledge-at-risk", "mixed-role", "outsourced-department"]
  /// The days within which a decision without a finding is wanted: a quarter.
  private static let usualDays = 91

  private let audit: Audit
  private let language: Language
  private let words: Words
  private let responses: [String: Severity]
  private var entries: [Entry] = []

  init(_ audit: Audit, _ language: Language) {
    self.audit = audit
    self.language = language
    words = Words(language)
    responses = audit.openFindings.filter { Self.checks.contains($0.check) }.reduce(into: [:]) {
      $0[$1.subject] = max($0[$1.subject] ?? .low, $1.severity)
    }
    let comparisons = Dictionary(
      audit.comparisons.map { ($0.subject, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var moved: Set<String> = []
    var all: [Entry] = []
    for department in audit.departments {
      let comparison = comparisons["department:\(department.id)"]
      guard let entry = entry(department, comparison) else { continue }
      all.append(entry)
      // A department that is to become a team has no single role to compare a team for.
      if comparison.map({ $0.recommendedOption?.posts.isEmpty == false }) ?? true {
        moved.formUnion(department.roles)
      }
    }
    let links = Set(ReportExtent.page.detailed(audit).map(\.id))
    for role in audit.roles
    where isDecision(role) && !(role.advice == .team && moved.contains(role.id)) {
      let comparison = comparisons["role:\(role.id)"]
      all.append(
        entry(role, comparison, link: links.contains(role.id) ? Anchor.role(role.id) : nil)
      )
    }
    entries = Array(
      all.enumerated().sorted { ($1.element.amount, $0.offset) < ($0.element.amount, $1.offset) }
        .prefix(Self.shown).map(\.element)
    )
  }

  private func isDecision(_ role: RoleAudit) -> Bool {
    switch role.advice {
    case .document, .secondPerson, .both, .team: true
    case .confirm: (role.figures.band ?? .low) >= .moderate
    case .keep, .ended: false
    }
  }

  private func entry(
    _ role: RoleAudit,
    _ comparison: StaffingComparison?,
    link: String?
  ) -> Entry {
    let compared = role.advice == .team ? comparison?.decision.reason : nil
    return Entry(
      what: "\(Format.shown(role.title)): \(words.advice(role, in: audit))",
      why: [role.reason, compared].compactMap(\.self).joined(separator: " "),
      amount: role.figures.exactLoss,
      moneyWords: "\(language.money(role.figures.loss)) \(language("expectedLossWord"))",
      owner: Format.shown(role.department),
      due: due("role:\(role.id)"),
      link: link
    )
  }

  /// How to staff a department: the cheaper option, or the two between which it is undecided; `nil`
  /// where nothing is to be changed for money.
  private func entry(_ department: DepartmentAudit, _ comparison: StaffingComparison?) -> Entry? {
    let name = Format.shown(department.id)
    guard let comparison, let keep = comparison.options.first else {
      guard department.isTeamCandidate else { return nil }
      return entry(
        department,
        what: language("compareTeam", ["department": name]),
        why: department.reason,
        amount: department.figures.exactLoss,
        moneyWords: "\(language.money(department.figures.loss)) \(language("expectedLossWord"))"
      )
    }
    let notes = comparison.decision.notes.prefix(1)
    if let option = comparison.recommendedOption {
      guard option.option != keep.option, option.total < keep.total else { return nil }
      return entry(
        department,
        what: "\(name): \(words.option(option.option))",
        why: notes.joined(separator: " "),
        amount: keep.total - option.total,
        moneyWords: moneyWords(
          option,
          amount: keep.total - option.total,
          comparison,
          change: option
        )
      )
    }
    guard let (best, rival) = rivals(comparison) else { return nil }
    return entry(
      department,
      what: language(
        "undecidedBetween",
        [
          "department": name, "first": words.option(best.option),
          "second": words.option(rival.option),
        ]
      ),
      why: ([comparison.decision.reason] + notes).joined(separator: " "),
      amount: rival.total - best.total,
      moneyWords: moneyWords(
        best,
        isUndecided: true,
        amount: rival.total - best.total,
        comparison,
        // Keeping changes nothing, so that only the other can pay off.
        change: best.option == keep.option ? rival : best
      )
    )
  }

  private func entry(
    _ department: DepartmentAudit,
    what: String,
    why: String,
    amount: Double,
    moneyWords: String
  ) -> Entry {
    Entry(
      what: what,
      why: why,
      amount: amount,
      moneyWords: moneyWords,
      owner: "COO",
      due: due("department:\(department.id)"),
      link: Anchor.department(department.id)
    )
  }

  /// The two options that an undecided comparison is about: the cheapest, and keeping or, where
  /// keeping is the cheapest, the cheapest team.
  private func rivals(
    _ comparison: StaffingComparison
  ) -> (AlternativeOption, AlternativeOption)? {
    let sorted = comparison.options.sorted { ($0.total, $0.option) < ($1.total, $1.option) }
    guard let best = sorted.first, let keep = comparison.options.first else { return nil }
    let rival = best.posts.isEmpty ? sorted.first { !$0.posts.isEmpty } : keep
    return rival.map { (best, $0) }
  }

  private func moneyWords(
    _ option: AlternativeOption,
    isUndecided: Bool = false,
    amount: Double,
    _ comparison: StaffingComparison,
    change: AlternativeOption
  ) -> String {
    let money = language.money(amount, audit.currency)
    let months = language.plain(comparison.horizonMonths ?? 0)
    let ahead =
      isUndecided
      ? language(
        "aheadOver",
        ["option": words.option(option.option), "money": money, "months": months]
      ) : language("savesOver", ["money": money, "months": months])
    let paysOff =
      change.breakEvenMonths.map {
        language("paysOffAfter", ["months": language.decimal($0, 1)])
      } ?? language("paysOffNever")
    return change.option == option.option
      ? "\(ahead), \(paysOff)" : "\(ahead); \(words.option(change.option)): \(paysOff)"
  }

  /// The day by which to decide: that of the finding about the same thing, else in a quarter.
  private func due(_ subject: String) -> String {
    let days = responses[subject].map(\.responseDays) ?? Self.usualDays
    guard let days else { return language("dueNextAudit") }
    return days == 0
      ? language("dueAtOnce") : language("dueBy", ["day": (audit.asOf + days).description])
  }

  /// The first decision as a sentence; `nil` without one.
  var first: String? {
    entries.first.map {
      language("decideFirst", ["what": $0.what, "money": $0.moneyWords, "due": $0.due])
    }
  }

  /// The decisions as templates see them.
  var views: [ViewModel] {
    entries.map { entry in
      ViewModel([
        "what": .text(entry.what), "why": .text(entry.why),
        "money": .text(entry.moneyWords), "owner": .text(entry.owner),
        "due": .text(entry.due), "link": ViewModel.optional(entry.link),
      ])
    }
  }
}
