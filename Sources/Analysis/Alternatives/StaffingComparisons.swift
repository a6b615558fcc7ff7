internal import Model

/// The comparisons of options for the company, every department and every role.
struct StaffingComparisons {
  /// A role as the comparison finds it.
  struct Subject: Sendable {
    /// The number of the role among all of them.
    let number: Int
    let role: StaffedRole
    let title: String
    let family: RoleFamily
    let department: String
    /// The spend of the year by the place that its people live in, where known.
    let spendByPlace: [String: Double]
  }

  /// The roles at both ends of a parameter of the knowledge model, by their numbers.
  private struct Varied {
    let name: String
    let ends: (low: Double, high: Double)
    let low: [StaffedRole]
    let high: [StaffedRole]
  }

  private let subjects: [Subject]
  private let varied: [Varied]
  private let places: [TeamPlace]
  /// The pay in each place, by the numbers of the roles; `nil` where nothing names it.
  private let wages: [[WageFigure?]]
  private let cost: StaffingCost
  private let currency: Currency

  /// Takes the roles that somebody holds; a role without holders needs no replacement.
  init(
    _ subjects: [Subject],
    varied: VariedAssessments,
    _ portfolio: Portfolio,
    parameters: RiskParameters,
    wages: WageBook,
    places: [TeamPlace],
    cost: StaffingCost,
    currency: Currency
  ) {
    self.subjects = subjects
    self.currency = currency
    self.cost = cost
    self.places = places
    self.wages = Parallel.map(subjects.count) { number in
      Self.wages(of: subjects[number], in: places, wages)
    }
    let numbers = Dictionary(
      subjects.map { ($0.role.id, $0.number) },
      uniquingKeysWith: { first, _ in first }
    )
    self.varied = ParameterVariation.ofTornado.compactMap { variation in
      guard let ends = varied.ends(of: variation) else { return nil }
      func roles(_ assessment: RiskAssessment) -> [StaffedRole] {
        var roles = subjects.map(\.role)
        for role in assessment.roles {
          if let number = numbers[portfolio.roles[role.role].id] {
            roles[number] = StaffedRole(role, assessment, portfolio, parameters: parameters)
          }
        }
        return roles
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
    let groups =
      [("company", "", subjects)] + departments.map { ("department:\($0.key)", $0.key, $0.value) }
    return Parallel.map(groups.count) { group in
      let (subject, department, subjects) = groups[group]
      return compare(subject, department, subjects, withTornadoes: true)
    }
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
    var paid: [String: (place: TeamPlace, wages: [WageFigure])] = [:]
    var missing: [String] = []
    for (index, place) in places.enumerated() {
      let without = subjects.filter { wages[$0.number][index] == nil }
      guard without.isEmpty else {
        missing.append("\(place.id) (no pay for \(Self.list(without.map(\.role.id))))")
        continue
      }
      let pay = subjects.compactMap { wages[$0.number][index] }
      let team = cost.team(
        zip(roles, pay).map { PaidRole(role: $0, wage: $1) },
        in: place
      )
      options.append(
        option(place.option, team, keep, MarketplaceServices.ofTeam(team, in: place, cost))
      )
      paid[place.option] = (place, pay)
    }
    func bars(_ option: AlternativeOption) -> [StaffingComparison.Bar] {
      guard let (place, pay) = paid[option.option] else { return [] }
      return Tornado.bars(
        zip(roles, pay).map { PaidRole(role: $0, wage: $1) },
        varied: variedRoles(subjects, pay),
        in: place,
        cost
      )
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
      tornadoes.first { $0.option == option.option }?.bars ?? bars(option)
    }
    return StaffingComparison(
      subject: subject,
      department: department,
      options: options,
      tornadoes: tornadoes,
      decision: decision
    )
  }

  private static func wages(
    of subject: Subject,
    in places: [TeamPlace],
    _ book: WageBook
  ) -> [WageFigure?] {
    let job = WageBook.job(title: "\(subject.title) \(subject.role.id)", family: subject.family)
    return places.map {
      book.wage(role: subject.role.id, job: job, family: subject.family, in: $0)
    }
  }

  private func variedRoles(_ subjects: [Subject], _ pay: [WageFigure]) -> [Tornado.VariedRoles] {
    varied.map { varied in
      func at(_ end: [StaffedRole]) -> [PaidRole] {
        zip(subjects, pay).map { PaidRole(role: end[$0.number], wage: $1) }
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
    bars: @escaping (AlternativeOption) -> [StaffingComparison.Bar]
  ) -> StaffingComparison.Decision {
    let hours = subjects.map(\.role.annualHours).compensatedSum()
    let spend = subjects.map(\.role.annualSpend).compensatedSum()
    let loss = subjects.map(\.role.loss).compensatedSum()
    let weighted = subjects.map { $0.role.collaboration * $0.role.annualHours }.compensatedSum()
    return DecisionRule(
      options: options,
      bars: bars,
      collaboration: hours > 0 ? weighted / hours : 0,
      band: RiskBand(index: spend > 0 ? 100 * loss / spend : 0),
      demand: hours / Advice.hoursPerPost,
      months: cost.common.horizonMonths,
      currency: currency,
      notes: StaffingNotes.sentences(
        subjects,
        options,
        missing: missing,
        currency: currency
      )
    ).decision
  }

  static func list(_ names: [String]) -> String {
    let shown = names.prefix(3).joined(separator: ", ")
    return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
  }
}
