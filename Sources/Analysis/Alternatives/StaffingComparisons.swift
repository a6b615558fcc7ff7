internal import Model

/// The comparisons of options for the company, every department and every role.
struct StaffingComparisons {
  /// A role as the comparison finds it.
  struct Subject {
    let role: StaffedRole
    let title: String
    let family: RoleFamily
    let department: String
    /// The spend of the year by the place that its people live in, where known.
    let spendByPlace: [String: Double]
  }

  /// The roles at both ends of a parameter of the knowledge model.
  private struct Varied {
    let name: String
    let ends: (low: Double, high: Double)
    let low: [String: StaffedRole]
    let high: [String: StaffedRole]
  }

  private let subjects: [Subject]
  private let varied: [Varied]
  private let wages: WageBook
  private let places: [TeamPlace]
  private let cost: StaffingCost
  private let currency: Currency

  /// Takes the roles that somebody holds; a role without holders needs no replacement.
  init(
    _ subjects: [Subject],
    varied: VariedAssessments,
    _ portfolio: Portfolio,
    parameters: RiskParameters,
    wages: WageBook,
    locations: [String],
    cost: StaffingCost,
    currency: Currency
  ) {
    self.subjects = subjects
    self.wages = wages
    self.currency = currency
    self.cost = cost
    places = (locations.isEmpty ? wages.places : locations).map(TeamPlace.named)
    self.varied = ParameterVariation.ofTornado.compactMap { variation in
      guard let ends = varied.ends(of: variation) else { return nil }
      func roles(_ assessment: RiskAssessment) -> [String: StaffedRole] {
        Dictionary(
          assessment.roles.map { role in
            let staffed = StaffedRole(role, assessment, portfolio, parameters: parameters)
            return (staffed.id, staffed)
          },
          uniquingKeysWith: { first, _ in first }
        )
      }
      let isFactor = variation.name == "weeks_to_full_productivity"
      return Varied(
        name: isFactor ? "weeks_to_full_factor" : variation.name,
        ends: (variation.low, variation.high),
        low: roles(ends.low),
        high: roles(ends.high)
      )
    }
  }

  /// The comparisons: the company, the departments by name, the roles in their order.
  var all: [StaffingComparison] {
    guard !subjects.isEmpty else { return [] }
    let departments = Dictionary(grouping: subjects, by: \.department).sorted { $0.key < $1.key }
    return [compare("company", "", subjects, withTornadoes: true)]
      + departments.map { compare("department:\($0.key)", $0.key, $0.value, withTornadoes: true) }
      + Parallel.map(subjects.count) { index in
        let subject = subjects[index]
        return compare(
          "role:\(subject.role.id)",
          subject.department,
          [subject],
          withTornadoes: false
        )
      }
  }

  private func compare(
    _ subject: String,
    _ department: String,
    _ subjects: [Subject],
    withTornadoes: Bool
  ) -> StaffingComparison {
    let roles = subjects.map(\.role)
    let keep = cost.keep(roles)
    var options = [
      option("keep", keep, keep, MarketplaceServices.ofMarketplace(roles, cost)),
      option(
        "document",
        cost.document(roles),
        keep,
        MarketplaceServices.ofMarketplace(roles, cost)
      ),
    ]
    var paid: [String: (place: TeamPlace, roles: [PaidRole])] = [:]
    var missing: [String] = []
    for place in places {
      let wanted = subjects.map { ($0, wage(of: $0, in: place)) }
      let without = wanted.filter { $0.1 == nil }.map(\.0)
      guard without.isEmpty else {
        missing.append("\(place.id) (no pay for \(Self.list(without.map(\.role.id))))")
        continue
      }
      let roles = wanted.compactMap { subject, wage in
        wage.map { PaidRole(role: subject.role, wage: $0) }
      }
      let team = cost.team(roles, in: place)
      options.append(
        option(place.option, team, keep, MarketplaceServices.ofTeam(team, in: place, cost))
      )
      paid[place.option] = (place, roles)
    }
    func bars(_ option: AlternativeOption) -> [StaffingComparison.Bar] {
      guard let (place, roles) = paid[option.option] else { return [] }
      return Tornado.bars(roles, varied: variedRoles(roles), in: place, cost)
    }
    let tornadoes =
      withTornadoes
      ? options.filter { !$0.posts.isEmpty }.map { option in
        StaffingComparison.Tornado(
          option: option.option,
          advantage: options[0].total - option.total,
          bars: bars(option)
        )
      } : []
    let decision = decide(subjects, options, missing) { option in
      let known = tornadoes.first { $0.option == option.option }?.bars
      return (known ?? bars(option)).first
    }
    return StaffingComparison(
      subject: subject,
      department: department,
      options: options,
      tornadoes: tornadoes,
      decision: decision
    )
  }

  private func wage(of subject: Subject, in place: TeamPlace) -> WageFigure? {
    wages.wage(
      role: subject.role.id,
      job: WageBook.job(title: "\(subject.title) \(subject.role.id)", family: subject.family),
      family: subject.family,
      in: place
    )
  }

  private func variedRoles(_ roles: [PaidRole]) -> [Tornado.VariedRoles] {
    varied.map { varied in
      func at(_ end: [String: StaffedRole]) -> [PaidRole] {
        roles.map { PaidRole(role: end[$0.role.id] ?? $0.role, wage: $0.wage) }
      }
      return Tornado.VariedRoles(
        name: varied.name,
        ends: varied.ends,
        low: at(varied.low),
        high: at(varied.high)
      )
    }
  }

  private func option(
    _ name: String,
    _ cost: StaffingCost.Cost,
    _ keep: StaffingCost.Cost,
    _ services: [AlternativeOption.Service]
  ) -> AlternativeOption {
    let staff = cost.annualPart("people") + cost.annualPart("lead")
    return AlternativeOption(
      option: name,
      posts: cost.posts,
      annualParts: parts(cost.annualParts, cost.annual),
      annual: cost.annual,
      annualMoney: Money(estimate: cost.annual, currency: currency),
      oneOffParts: parts(cost.oneOffParts, cost.oneOff),
      oneOff: cost.oneOff,
      oneOffMoney: Money(estimate: cost.oneOff, currency: currency),
      total: cost.total(months: self.cost.common.horizonMonths),
      breakEvenMonths: name == "keep" ? nil : StaffingCost.breakEvenMonths(keep, cost),
      index: staff > 0 ? 100 * cost.annualPart("knowledge_loss") / staff : nil,
      services: services
    )
  }

  /// The parts with cents that add up to those of the whole.
  private func parts(_ parts: [StaffingCost.Part], _ whole: Double) -> [AlternativeOption.Part] {
    let money = Apportionment.split(
      parts.map(\.amount),
      total: Money(estimate: whole, currency: currency)
    )
    return zip(parts, money).map { AlternativeOption.Part($0.name, $0.amount, $1) }
  }

  private func decide(
    _ subjects: [Subject],
    _ options: [AlternativeOption],
    _ missing: [String],
    longestBar: @escaping (AlternativeOption) -> StaffingComparison.Bar?
  ) -> StaffingComparison.Decision {
    let hours = subjects.map(\.role.annualHours).compensatedSum()
    let spend = subjects.map(\.role.annualSpend).compensatedSum()
    let loss = subjects.map(\.role.loss).compensatedSum()
    let weighted = subjects.map { $0.role.collaboration * $0.role.annualHours }.compensatedSum()
    return DecisionRule(
      options: options,
      longestBar: longestBar,
      collaboration: hours > 0 ? weighted / hours : 0,
      band: RiskBand(index: spend > 0 ? 100 * loss / spend : 0),
      demand: hours / Advice.hoursPerPost,
      currency: currency,
      notes: StaffingNotes.sentences(
        subjects,
        options,
        missing: missing,
        horizon: self.cost.common.horizonMonths,
        currency: currency
      )
    ).decision
  }

  static func list(_ names: [String]) -> String {
    let shown = names.prefix(3).joined(separator: ", ")
    return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
  }
}
