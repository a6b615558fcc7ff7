internal import Model

/// What a role's expected loss becomes when some of its holders are certain to leave.
enum WhatIfAnalysis {
  /// The expected loss of a role, in major units, when these people are certain to leave.
  static func loss(
    of role: RiskAssessment.RoleRisk,
    without gone: Set<Int>,
    _ portfolio: Portfolio,
    _ parameters: RiskParameters
  ) -> Double {
    let holders = role.holders.map { holder in
      RoleLoss.Holder(
        id: portfolio.people[holder.person].id,
        knowledge: holder.knowledge,
        departureProbability: gone.contains(holder.person) ? 1 : holder.departureProbability
      )
    }
    let loss = RoleLoss(holders, seats: role.seats, shared: parameters.sharedKnowledge)
    return role.unitHours * loss.fraction * role.rate
  }

  /// What each person's certain departure alone adds to the expected loss, in major units.
  static func addedIfGone(
    _ assessment: RiskAssessment,
    _ portfolio: Portfolio,
    parameters: RiskParameters
  ) -> [Double] {
    let holdings = assessment.roles.flatMap { role in
      role.holders.map { (role: role, person: $0.person) }
    }
    let losses = Parallel.map(holdings.count) { index in
      let (role, person) = holdings[index]
      return loss(of: role, without: [person], portfolio, parameters) - role.loss
    }
    var added = [CompensatedSum](repeating: CompensatedSum(), count: portfolio.people.count)
    for (holding, loss) in zip(holdings, losses) { added[holding.person].add(loss) }
    return added.map(\.value)
  }

  /// What happens without some people; the identifiers must be known.
  static func run(
    without people: [Int],
    _ assessment: RiskAssessment,
    _ portfolio: Portfolio,
    parameters: RiskParameters
  ) -> WhatIf {
    let gone = Set(people)
    let spend = assessment.annualSpend
    var after = CompensatedSum()
    var roles: [WhatIf.Role] = []
    var alone: [Int: CompensatedSum] = [:]
    for role in assessment.roles {
      let holders = role.holders.filter { gone.contains($0.person) }
      guard !holders.isEmpty else {
        after.add(role.loss)
        continue
      }
      let loss = loss(of: role, without: gone, portfolio, parameters)
      after.add(loss)
      for holder in holders {
        let own = Self.loss(of: role, without: [holder.person], portfolio, parameters)
        alone[holder.person, default: CompensatedSum()].add(own - role.loss)
      }
      roles.append(
        WhatIf.Role(
          id: portfolio.roles[role.role].id,
          people: holders.map { portfolio.people[$0.person].id },
          lossBefore: role.loss,
          lossAfter: loss,
          indexBefore: role.annualSpend > 0 ? 100 * role.loss / role.annualSpend : nil,
          indexAfter: role.annualSpend > 0 ? 100 * loss / role.annualSpend : nil,
          holdersLeft: role.holders.count - holders.count
        )
      )
    }
    return WhatIf(
      people: people.map { portfolio.people[$0].id },
      roles: roles.sorted { ($1.added, $0.id) < ($0.added, $1.id) },
      missed: people.map {
        WhatIf.Missed(person: portfolio.people[$0].id, added: alone[$0]?.value ?? 0)
      }.sorted { ($1.added, $0.person) < ($0.added, $1.person) },
      lossBefore: assessment.loss,
      lossAfter: after.value,
      indexBefore: assessment.index,
      indexAfter: spend > 0 ? 100 * after.value / spend : nil
    )
  }
}
