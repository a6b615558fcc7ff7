internal import Model

/// The work of a company as the risk model sees it, from its lines and roles.
enum PortfolioBuilder {
  static func portfolio(
    _ workload: Workload,
    book: RoleBook,
    postings: [Posting],
    asOf: Day,
    currency: Currency
  ) -> Portfolio {
    // On an as-of day in the past nobody knew of later postings, leaves and departures.
    let isLatest = workload.lastDay.map { $0 <= asOf } ?? true
    return Portfolio(
      roles: book.entries.map { entry in
        Portfolio.Role(
          id: entry.role.id,
          department: entry.department,
          weeksToFull: entry.weeksToFull,
          collaboration: entry.collaboration.degree,
          documentation: entry.documentation
        )
      },
      people: workload.directory.people.map { person in
        let known = Portfolio.Person(
          id: person.id,
          onLeaveUntil: person.configuration?.onLeaveUntil,
          leftOn: person.configuration?.leftOn
        )
        return isLatest ? known : known.known(on: asOf)
      },
      lines: workload.lines.map { line in
        let base = line.cost.doubleValue
        let billed = workload.source[line.source].currency
        let isForeign = billed != currency
        return Portfolio.Line(
          person: line.person,
          role: line.role,
          day: line.day,
          hours: line.hours,
          cost: base * (1 + line.feeShare),
          billed: isForeign ? billed : nil,
          billedCost: isForeign
            ? workload.source[line.source].amount.doubleValue * (1 + line.feeShare) : nil,
          feeBase: line.feeShare > 0 ? base : 0
        )
      },
      postings: zip(postings, workload.postingRoles).compactMap { posting, role in
        guard let role, let day = posting.date, isLatest || day <= asOf else { return nil }
        return Portfolio.Posting(role: role, day: day)
      },
      asOf: asOf
    )
  }
}

/// People by the words of the user.
enum People {
  /// The indexes of people by identifier, alias or name; an unknown one is an error.
  static func indexes(
    _ names: [String],
    in directory: PersonDirectory
  ) throws(AnalysisError) -> [Int] {
    var indexes: [Int] = []
    for name in names {
      let wanted = PersonDirectory.fold(name)
      let found = directory.people.firstIndex { person in
        ([person.id, person.name] + (person.configuration?.aliases ?? []))
          .contains { PersonDirectory.fold($0) == wanted }
      }
      guard let found else {
        throw .unknownPerson(
          name,
          nearest: NearestName.to(name, in: directory.people.map(\.id))
        )
      }
      if !indexes.contains(found) { indexes.append(found) }
    }
    return indexes
  }
}
