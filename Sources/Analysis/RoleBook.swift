internal import Model

/// The roles with everything that the model and the report need to know about them.
struct RoleBook {
  /// One role.
  struct Entry {
    /// The role as it was found.
    let role: RoleMatcher.Role
    /// The department.
    let department: String
    /// The family.
    let family: RoleFamily
    /// The judgement on collaboration.
    let collaboration: Collaboration
    /// The documents.
    let documentation: Documentation
    /// Where the documentation figure comes from.
    let documentationSource: String
    /// The weeks to full productivity.
    let weeksToFull: Double
    /// The indexes of the role's lines up to the as-of day, in the order of their days.
    let lines: [Int]
    /// Where the role's postings stand.
    let postings: [SourceLocation]
  }

  /// The roles, in the order of the workload.
  let entries: [Entry]

  init(
    _ workload: Workload,
    postings: [Posting],
    configuration: Configuration,
    classifier: some RoleClassifier,
    asOf: Day
  ) {
    let sorted = Self.linesByDay(workload, asOf: asOf)
    let endOfData = workload.lastDay ?? asOf
    let ofRole = Dictionary(grouping: postings.indices.filter { workload.postingRoles[$0] != nil })
    {
      workload.postingRoles[$0] ?? 0
    }
    .mapValues { $0.map { postings[$0] } }
    let departments = Parallel.map(workload.roles.count) {
      Self.department($0, sorted[$0], workload, ofRole[$0] ?? [])
    }
    let observer = RoleObserver(
      workload,
      postings: postings,
      departments: departments,
      asOf: asOf
    )
    entries = Parallel.map(workload.roles.count) { index in
      let role = workload.roles[index]
      let observed = classifier.judge(
        observer.observe(index, lines: sorted[index], department: departments[index])
      )
      let family =
        role.configuration?.family
        ?? RoleFamilyInference.family(title: role.title, department: departments[index])
      let collaboration = Self.collaboration(observed, role.configuration)
      let weeks =
        role.configuration?.weeksToFull
        ?? configuration.parameters.weeksToFullProductivity[family] ?? 20
      let (documentation, source) = DocumentationEvidence.documentation(
        role.configuration,
        lines: sorted[index],
        workload: workload,
        asOf: asOf,
        endOfData: endOfData
      )
      return Entry(
        role: role,
        department: departments[index],
        family: family,
        collaboration: collaboration,
        documentation: documentation,
        documentationSource: source,
        weeksToFull: weeks,
        lines: sorted[index],
        postings: (ofRole[index] ?? []).map(\.location)
      )
    }
  }

  /// The indexes of each role's lines up to a day, by day and then location.
  private static func linesByDay(_ workload: Workload, asOf: Day) -> [[Int]] {
    var lines = [[Int]](repeating: [], count: workload.roles.count)
    for (index, line) in workload.lines.enumerated() where line.day <= asOf {
      lines[line.role].append(index)
    }
    let ofRole = lines
    return Parallel.map(ofRole.count) { role in
      ofRole[role].sorted {
        // Lines stand in the order of their locations.
        (workload.lines[$0].day, $0) < (workload.lines[$1].day, $1)
      }
    }
  }

  private static func collaboration(
    _ observed: Collaboration,
    _ role: Configuration.Role?
  ) -> Collaboration {
    guard let override = role?.collaboration else { return observed }
    return Collaboration(
      degree: override,
      source: .override,
      evidence: observed.evidence,
      degreeByEvidence: observed.degree,
      degreeByPosting: observed.degreeByPosting,
      degreeByInvoices: observed.degreeByInvoices
    )
  }

  /// The user's department, else the most frequent one of the lines, else that of a posting.
  private static func department(
    _ role: Int,
    _ lines: [Int],
    _ workload: Workload,
    _ postings: [Posting]
  ) -> String {
    if let department = workload.roles[role].configuration?.department { return department }
    // Mostly one department follows itself, so that runs are counted rather than lines.
    var counts: [String: Int] = [:]
    var run: (department: String, count: Int)?
    for line in lines {
      guard let department = workload.source[workload.lines[line].source].department else {
        continue
      }
      if run?.department == department {
        run?.count += 1
      } else {
        if let run { counts[run.department, default: 0] += run.count }
        run = (department, 1)
      }
    }
    if let run { counts[run.department, default: 0] += run.count }
    if let best = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }) { return best.key }
    return postings.lazy.compactMap(\.department).first ?? "Unassigned"
  }
}
