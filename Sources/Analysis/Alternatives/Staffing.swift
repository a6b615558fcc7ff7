internal import Model

/// The comparison of options for this run: which roles, which places, which prices.
struct Staffing {
  let comparisons: [StaffingComparison]
  /// What could not be compared.
  let limits: [String]
  /// The roles that somebody holds, in the order of the portfolio.
  let roles: [StaffedRole]
  let cost: StaffingCost
  /// The places that are compared, in their order.
  let places: [TeamPlace]

  init(
    workload: Workload,
    book: RoleBook,
    model: KnowledgeModel,
    configuration: Configuration.Alternatives,
    wages: [WageFigure],
    rates: ExchangeRates,
    pesos: PesoRate,
    currency: Currency
  ) {
    let book = (roles: book, wages: WageBook(wages))
    places = (configuration.locations.isEmpty ? book.wages.places : configuration.locations)
      .map { TeamPlace.named($0).priced(by: pesos) }
    let held = model.assessment.roles.filter { !$0.holders.isEmpty }
    roles = held.map {
      StaffedRole($0, model.assessment, model.portfolio, parameters: model.parameters)
    }
    guard
      let perDollar = Self.perDollar(in: currency, on: model.portfolio.asOf, rates)
    else {
      cost = StaffingCost(common: model.common)
      comparisons = []
      limits = [
        "Alternatives are not compared: no exchange rate leads from US dollars, in which wages and "
          + "managers are priced, to \(currency) (exchange_rates in audit.yml)."
      ]
      return
    }
    cost = StaffingCost(common: model.common, perDollar: perDollar)
    limits = []
    let homes = Self.homes(of: workload)
    let subjects = zip(held, roles).enumerated().map { number, role in
      let (risk, staffed) = role
      let entry = book.roles.entries[risk.role]
      return StaffingComparisons.Subject(
        number: number,
        role: staffed,
        title: entry.role.title,
        family: entry.family,
        department: entry.department,
        spendByPlace: Self.spend(risk, homes, model)
      )
    }
    comparisons =
      StaffingComparisons(
        subjects,
        varied: model.varied,
        model.portfolio,
        parameters: model.parameters,
        wages: book.wages,
        places: places,
        cost: cost,
        currency: currency
      ).all
  }

  /// The reporting currency for one US dollar on a day, or `nil` without a rate.
  private static func perDollar(
    in currency: Currency,
    on day: Day,
    _ rates: ExchangeRates
  ) -> Double? {
    if currency == .usd { return 1 }
    guard let from = try? rates.rate(of: .usd, on: day),
      let to = try? rates.rate(of: currency, on: day)
    else { return nil }
    return to.0.doubleValue / from.0.doubleValue
  }

  /// The place that each person lives in, by `audit.yml` or by the country on invoices.
  private static func homes(of workload: Workload) -> [String?] {
    var places = workload.directory.people.map { person in
      person.configuration?.location.map { HomePlace.id($0) ?? TeamPlace.normalised($0) }
    }
    for line in workload.lines where places[line.person] == nil {
      if let country = workload.source[line.source].country {
        places[line.person] = HomePlace.id(country) ?? country.lowercased()
      }
    }
    return places
  }

  private static func spend(
    _ risk: RiskAssessment.RoleRisk,
    _ places: [String?],
    _ model: KnowledgeModel
  ) -> [String: Double] {
    let lines = model.assessment.book.linesOfRole[risk.role]
    let asOf = model.portfolio.asOf
    let end = lines.prefixCount { $0.day <= asOf }
    let start = lines.prefixCount { $0.day <= asOf - RiskAssessment.daysOfYear }
    let cost = model.assessment.work.roles[risk.role].yearCost
    guard cost > 0 else { return [:] }
    var spend: [String: Double] = [:]
    for line in lines[start..<end] {
      if let place = places[line.person] {
        spend[place, default: 0] += line.cost * risk.annualSpend / cost
      }
    }
    return spend
  }
}

extension AlternativeParameters {
  /// The defaults with what the user says.
  init(_ configuration: Configuration.Alternatives) {
    self.init()
    if let manager = configuration.managerUSDPerHour { managerPerHour = manager }
  }
}
