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

  /// The roles with the largest loss whose options are written out; those of others follow the same
  /// formulas, and thousands of roles would double the size of the audit.
  private static let rolesWithOptions = 120

  /// Options of the company, of departments and of the roles with the largest loss.
  private static func options(
    _ audit: Audit,
    model: KnowledgeModel,
    staffing: Staffing
  ) -> [Explanation] {
    let numbers = Dictionary(
      staffing.roles.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var rolesOf = Dictionary(
      audit.departments.map { department in
        (
          "department:\(department.id)",
          department.roles.compactMap { numbers[$0] }.sorted().map { staffing.roles[$0] }
        )
      },
      uniquingKeysWith: { first, _ in first }
    )
    rolesOf["company"] = staffing.roles
    for role in audit.roles.prefix(rolesWithOptions) {
      rolesOf["role:\(role.id)"] = numbers[role.id].map { [staffing.roles[$0]] }
    }
    let explained = audit.comparisons.filter { rolesOf[$0.subject] != nil }
    let subjects = rolesOf
    return Parallel.map(explained.count) { index -> [Explanation] in
      let comparison = explained[index]
      let roles = subjects[comparison.subject] ?? []
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
    }.flatMap(\.self)
  }
}
