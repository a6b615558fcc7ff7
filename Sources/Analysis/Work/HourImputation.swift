internal import Model

/// The rates by which amounts without hours become hours (model specification, 2.1).
///
/// A role's own lines say what an hour costs; where none of them names hours, the benchmark of its
/// job does. Other roles never do, so that a line of one department changes no hours of another.
struct HourImputation {
  private let own: [Double?]
  private let benchmarks: [(perHour: Double, words: String)]
  private let rates: ExchangeRates
  private let currency: Currency

  /// The world's average freelance rate of 2020 in US dollars, for jobs without a benchmark.
  private static let worldAverage = (perHour: 21.0, words: "USD 21 for any job (Payoneer 2020)")

  init(
    _ lines: [Workload.Line],
    roles: [RoleMatcher.Role],
    wages: WageBook,
    rates: ExchangeRates,
    currency: Currency
  ) {
    var found = [[Double]](repeating: [], count: roles.count)
    for line in lines where line.hours > 0 && line.cost.units > 0 {
      found[line.role].append(line.cost.doubleValue / line.hours)
    }
    own = found.map { $0.isEmpty ? nil : OrderStatistics.median($0) }
    benchmarks = zip(roles, found).map { role, rates in
      rates.isEmpty ? Self.benchmark(role, wages) : Self.worldAverage
    }
    self.rates = rates
    self.currency = currency
  }

  /// The cost of an hour of a role in the reporting currency, and the benchmark it comes from if
  /// it is not the role's own median.
  func rate(role: Int, on day: Day) -> (rate: Double, benchmark: String?) {
    if let rate = own[role] { return (rate, nil) }
    return (benchmarks[role].perHour * perDollar(on: day), benchmarks[role].words)
  }

  private static func benchmark(
    _ role: RoleMatcher.Role,
    _ wages: WageBook
  ) -> (perHour: Double, words: String) {
    let title = "\(role.title) \(role.id)"
    let family =
      role.configuration?.family
      ?? RoleFamilyInference.family(
        title: role.title,
        department: role.configuration?.department ?? ""
      )
    let job = WageBook.job(title: title, family: family)
    guard let figure = wages.hourly(job) else { return worldAverage }
    let year = figure.year.map { " \($0)" } ?? ""
    return (
      figure.base.middle,
      "USD \(Phrase.decimal(figure.base.middle)) for \(job)\(year), "
        + figure.grade.rawValue.replacing("_", with: " ")
    )
  }

  /// The reporting currency for one US dollar; 1 where no rate is known.
  private func perDollar(on day: Day) -> Double {
    guard currency != .usd, let from = try? rates.rate(of: .usd, on: day),
      let to = try? rates.rate(of: currency, on: day)
    else { return 1 }
    return to.0.doubleValue / from.0.doubleValue
  }
}
