internal import Model

/// The derivations that `tacit explain` prints, as the report folds them open.
struct ExplainedView {
  /// How many figures are explained, most money first, and how far.
  struct Room {
    /// The roles.
    let roles: Int
    /// The people.
    let people: Int
    /// The departments with their options.
    let departments: Int
    /// The steps of one figure.
    let steps: Int
    /// The characters of one formula.
    let formula: Int
  }

  private static let ordinary = Room(roles: 60, people: 60, departments: 8, steps: 60, formula: 600)
  /// For a page of many roles, which is to open in under a second all the same.
  private static let narrow = Room(roles: 12, people: 12, departments: 1, steps: 16, formula: 300)
  private static let mostRoles = 60
  private static let shownSources = 12

  /// What the page has room for.
  let room: Room
  private let language: Language
  private let byID: [String: Explanation]
  private let parameters: [String: ParameterUse]

  /// With nothing to show, nothing is looked up either.
  init(_ audit: Audit, _ language: Language, isShown: Bool) {
    self.language = language
    room = audit.roles.count > Self.mostRoles ? Self.narrow : Self.ordinary
    byID = Dictionary(
      (isShown ? audit.explanations : []).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    parameters = Dictionary(
      audit.parameters.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// One derivation, or none where there is no such figure or no room for it.
  func view(of id: String, isShown: Bool = true) -> ViewModel.Value {
    guard isShown, let explanation = byID[id] else { return .list([]) }
    return .list([view(explanation)])
  }

  private func view(_ explanation: Explanation) -> ViewModel {
    var seen: Set<String> = []
    let names = explanation.steps.flatMap(\.parameters).filter { seen.insert($0).inserted }
    let sources = sources(explanation)
    return ViewModel([
      "title": .text(Format.shown(explanation.title, 300)), "id": .text(explanation.id),
      "moreSteps": ViewModel.optional(
        explanation.steps.count > room.steps
          ? language("moreSteps", ["n": language.count(explanation.steps.count - room.steps)]) : nil
      ),
      "steps": .list(
        explanation.steps.prefix(room.steps).map { step in
          ViewModel([
            "what": .text(Format.shown(step.what, 200)),
            "formula": .text(Format.shown(step.formula, room.formula)),
            "result": .text(Format.shown(step.result, 200)),
          ])
        }
      ),
      "parameters": .list(
        names.compactMap { parameters[$0] }.map { parameter in
          ViewModel([
            "name": .text(parameter.name), "value": .text(language.plain(parameter.value)),
            "source": .text(parameter.source),
          ])
        }
      ),
      "hasParameters": .flag(names.contains { parameters[$0] != nil }),
      "sources": .list(
        sources.prefix(Self.shownSources).map { source in
          ViewModel([
            "place": .text(Format.shown("\(source.path):\(source.lines)", 240)),
            "of": .text(source.of), "hours": .text(language.hours(source.hours)),
          ])
        }
      ),
      "hasSources": .flag(!sources.isEmpty),
      "moreSources": ViewModel.optional(
        sources.count > Self.shownSources
          ? language("moreSources", ["n": language.count(sources.count - Self.shownSources)]) : nil
      ),
    ])
  }

  /// The lines of the figure itself, or those of its parts: for a person only the person's own.
  private func sources(_ explanation: Explanation) -> [Explanation.Source] {
    guard explanation.id.hasPrefix("person:") else { return explanation.sources }
    let person = explanation.id.dropFirst("person:".count)
    return explanation.sources
      + explanation.parts.flatMap { byID[$0]?.sources ?? [] }.filter { $0.of == person }
  }
}
