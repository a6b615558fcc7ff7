internal import Model

extension Anonymizer {
  func department(_ department: DepartmentAudit) -> DepartmentAudit {
    DepartmentAudit(
      id: id(department.id),
      figures: department.figures,
      roles: department.roles.map(id),
      annualHours: department.annualHours,
      collaborativePosts: department.collaborativePosts,
      isTeamCandidate: department.isTeamCandidate,
      reason: text(department.reason),
      concentration: department.concentration
    )
  }

  func role(_ role: RoleAudit) -> RoleAudit {
    RoleAudit(
      id: id(role.id),
      title: id(role.title),
      department: id(role.department),
      family: role.family,
      collaboration: collaboration(role.collaboration),
      figures: role.figures,
      busFactor: role.busFactor,
      holders: role.holders.map(holder),
      derivation: role.derivation,
      matches: role.matches,
      lineCount: role.lineCount,
      imputedShare: role.imputedShare,
      firstDay: role.firstDay,
      lastDay: role.lastDay,
      tenures: role.tenures.map {
        RoleAudit.Tenure(person: id($0.person), firstDay: $0.firstDay, lastDay: $0.lastDay)
      },
      postings: role.postings.map(place),
      examples: role.examples.map(evidence),
      advice: role.advice,
      reason: text(role.reason),
      reductions: role.reductions
    )
  }

  private func collaboration(_ judgement: Collaboration) -> Collaboration {
    Collaboration(
      degree: judgement.degree,
      source: judgement.source,
      evidence: judgement.evidence.map { cue in
        Collaboration.Cue(
          name: cue.name,
          observation: unquoted(cue.observation),
          logOdds: cue.logOdds,
          quotes: cue.quotes.isEmpty ? [] : [Self.withheld],
          locations: cue.locations.map(place)
        )
      },
      degreeByEvidence: judgement.degreeByEvidence,
      degreeByPosting: judgement.degreeByPosting,
      degreeByInvoices: judgement.degreeByInvoices
    )
  }

  private func holder(_ holder: RoleAudit.Holder) -> RoleAudit.Holder {
    RoleAudit.Holder(
      id: id(holder.id),
      effectiveHours: holder.effectiveHours,
      knowledge: holder.knowledge,
      departureProbability: holder.departureProbability,
      lossHours: holder.lossHours,
      loss: holder.loss,
      hoursLastYear: holder.hoursLastYear
    )
  }

  func person(_ person: PersonAudit) -> PersonAudit {
    PersonAudit(
      id: id(person.id),
      name: id(person.name),
      isActive: person.isActive,
      months: person.months,
      silenceDays: person.silenceDays,
      cadenceDays: person.cadenceDays,
      gapDays: person.gapDays,
      departures: person.departures,
      attachment: person.attachment,
      alreadyGone: person.alreadyGone,
      departureProbability: person.departureProbability,
      loss: person.loss,
      addedIfGone: person.addedIfGone,
      roles: person.roles.map(id),
      firstDay: person.firstDay,
      lastDay: person.lastDay,
      spells: person.spells,
      signals: person.signals.map(text)
    )
  }

  func comparison(_ comparison: StaffingComparison) -> StaffingComparison {
    StaffingComparison(
      subject: id(comparison.subject),
      department: id(comparison.department),
      options: comparison.options.map(option),
      tornadoes: comparison.tornadoes,
      decision: StaffingComparison.Decision(
        recommended: comparison.decision.recommended,
        decideOn: comparison.decision.decideOn,
        reason: text(comparison.decision.reason),
        notes: comparison.decision.notes.map(text)
      )
    )
  }

  private func option(_ option: AlternativeOption) -> AlternativeOption {
    AlternativeOption(
      option: option.option,
      posts: option.posts.map { post in
        var wage = post.wage
        wage.job = id(wage.job)
        wage.source = text(wage.source)
        wage.place = place(wage.place)
        return AlternativeOption.Post(
          role: id(post.role),
          posts: post.posts,
          costPerHead: post.costPerHead,
          loadedHourly: post.loadedHourly,
          wage: wage
        )
      },
      annualParts: option.annualParts,
      annual: option.annual,
      annualMoney: option.annualMoney,
      oneOffParts: option.oneOffParts,
      oneOff: option.oneOff,
      oneOffMoney: option.oneOffMoney,
      total: option.total,
      breakEvenMonths: option.breakEvenMonths,
      index: option.index,
      services: option.services
    )
  }

  func insight(_ insight: RiskInsight) -> RiskInsight {
    var insight = insight
    insight.pastLosses = insight.pastLosses.map {
      PastLoss(
        person: id($0.person),
        role: id($0.role),
        day: $0.day,
        fraction: $0.fraction,
        hours: $0.hours,
        loss: $0.loss
      )
    }
    insight.whatIf = insight.whatIf.map(whatIf)
    return insight
  }

  private func whatIf(_ answer: WhatIf) -> WhatIf {
    WhatIf(
      people: answer.people.map(id),
      roles: answer.roles.map {
        WhatIf.Role(
          id: id($0.id),
          people: $0.people.map(id),
          lossBefore: $0.lossBefore,
          lossAfter: $0.lossAfter,
          indexBefore: $0.indexBefore,
          indexAfter: $0.indexAfter,
          holdersLeft: $0.holdersLeft
        )
      },
      missed: answer.missed.map { WhatIf.Missed(person: id($0.person), added: $0.added) },
      lossBefore: answer.lossBefore,
      lossAfter: answer.lossAfter,
      indexBefore: answer.indexBefore,
      indexAfter: answer.indexAfter
    )
  }

  func explanation(_ explanation: Explanation) -> Explanation {
    Explanation(
      id: id(explanation.id),
      title: text(explanation.title),
      steps: explanation.steps.map {
        Explanation.Step(text($0.what), text($0.formula), text($0.result), $0.parameters)
      },
      sources: explanation.sources.map {
        Explanation.Source(path: text($0.path), of: id($0.of), lines: $0.lines, hours: $0.hours)
      },
      parts: explanation.parts.map(id)
    )
  }
}
