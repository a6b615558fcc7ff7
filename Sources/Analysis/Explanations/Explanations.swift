internal import Model

/// The explanations of every figure: company, departments, roles, people and options.
struct Explanations {
  let all: [Explanation]

  init(
    _ audit: Audit,
    workload: Workload,
    book: RoleBook,
    model: KnowledgeModel,
    staffing: Staffing
  ) {
    let roleByID = Dictionary(
      audit.roles.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let roles = Parallel.map(model.assessment.roles.count) { index -> Explanation? in
      let risk = model.assessment.roles[index]
      let entry = book.entries[risk.role]
      guard let figures = roleByID[entry.role.id]?.figures else { return nil }
      return RoleExplanation(
        risk: risk,
        figures: figures,
        entry: entry,
        workload: workload,
        portfolio: model.portfolio,
        assessment: model.assessment,
        parameters: model.parameters,
        currency: audit.currency
      ).explanation
    }.compactMap(\.self)
    all =
      [
        SumExplanation.company(
          audit.total,
          departments: audit.departments,
          roles: audit.roles,
          hazard: audit.hazard,
          year: audit.year,
          parameters: model.parameters
        )
      ]
      + audit.departments.map { department in
        SumExplanation.department(department, roles: department.roles.compactMap { roleByID[$0] })
      }
      + roles + Self.people(audit, workload: workload, model: model)
      + Self.options(audit, model: model, staffing: staffing)
  }

  private static func people(
    _ audit: Audit,
    workload: Workload,
    model: KnowledgeModel
  ) -> [Explanation] {
    let holdings = audit.roles.reduce(into: [String: [(role: String, loss: Money)]]()) {
      all,
      role in
      for holder in role.holders { all[holder.id, default: []].append((role.id, holder.loss)) }
    }
    let index = Dictionary(
      workload.directory.people.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return Parallel.map(audit.people.count) { number in
      let person = audit.people[number]
      return index[person.id].map { position in
        PersonExplanation(
          person: position,
          audit: person,
          assessment: model.assessment,
          portfolio: model.portfolio,
          parameters: model.parameters,
          currency: audit.currency,
          holdings: holdings[person.id] ?? []
        ).explanation
      }
    }.compactMap(\.self)
  }

  /// Options of the company and of departments; those of single roles follow the same formulas.
  private static func options(
    _ audit: Audit,
    model: KnowledgeModel,
    staffing: Staffing
  ) -> [Explanation] {
    let byDepartment = Dictionary(
      audit.departments.map { ($0.id, Set($0.roles)) },
      uniquingKeysWith: { first, _ in first }
    )
    return audit.comparisons.filter { !$0.subject.hasPrefix("role:") }.flatMap { comparison in
      let roles =
        comparison.subject == "company"
        ? staffing.roles
        : staffing.roles.filter { byDepartment[comparison.department]?.contains($0.id) ?? false }
      return comparison.options.map { option in
        OptionExplanation(
          option: option,
          comparison: comparison,
          roles: roles,
          cost: staffing.cost,
          places: staffing.places,
          horizonMonths: model.parameters.horizonMonths,
          currency: audit.currency
        ).explanation
      }
    }
  }
}
