internal import Model

/// The lines of work with their person, role, hours and cost in the reporting currency.
struct Workload {
  /// One line.
  struct Line {
    /// The index of the invoice line in ``Workload/source``.
    let source: Int
    /// The index of the person.
    let person: Int
    /// The index of the role.
    let role: Int
    /// How the role was found.
    let match: RoleAudit.Match
    /// The day the work is counted on.
    let day: Day
    /// The hours; 0 for money without working time.
    var hours: Double
    /// Whether the hours were computed from the amount.
    var isImputed: Bool
    /// The cost in the reporting currency, without client fees.
    let cost: ExactDecimal
    /// The client's fee on top, as a share of the cost.
    let feeShare: Double

    /// Whether it bills hours or money.
    var isBilled: Bool { hours != 0 || cost.units != 0 }
  }

  /// Amounts that no exchange rate converts, left out of every figure.
  struct Gap {
    /// The currency.
    let currency: Currency
    /// The number of lines.
    var lines: Int
    /// The sum of their amounts.
    var amount: ExactDecimal
  }

  /// All lines of the dataset, in the order of their locations, of which ``lines`` are the work.
  let source: [InvoiceLine]
  /// The lines that have a day and a cost.
  let lines: [Line]
  /// The people.
  let directory: PersonDirectory
  /// The roles.
  let roles: [RoleMatcher.Role]
  /// The role of each posting.
  let postingRoles: [Int?]
  /// The amounts left out.
  let gaps: [Gap]
  /// The lines without any day, left out, as indexes of ``source``.
  let undatedLines: [Int]
  /// The number of lines without any day, left out.
  var undated: Int { undatedLines.count }
  /// The benchmarks that stood in for hourly rates, in roles of which no line names hours.
  let benchmarkRates: [String]

  /// The last day on which anything was billed, hours or money: the end of the data, from which
  /// silence is measured.
  ///
  /// A line of neither is no billing; `nil` without any line.
  var lastDay: Day? { lines.lazy.filter(\.isBilled).map(\.day).max() ?? lines.map(\.day).max() }

  /// Formats in which the seller bills the client directly, without a marketplace's fee.
  private static let directFormats: Set<FormatName> = [
    "ubl-invoice", "ubl-credit-note", "cii-invoice",
  ]

  init(
    _ dataset: Dataset,
    configuration: Configuration,
    rates: ExchangeRates,
    currency: Currency,
    wages: [WageFigure] = []
  ) {
    let source = dataset.lines
    let work = source.indices.filter { source[$0].kind.isWork }
    let directory = PersonDirectory(source, work: work, configured: configuration.people)
    let matcher = RoleMatcher(
      source,
      work: work,
      people: directory.personOfWork,
      postings: dataset.postings,
      configured: configuration.roles,
      personNames: directory.people.map(\.name)
    )
    var lines: [Line] = []
    var gaps: [Currency: Gap] = [:]
    var undated: [Int] = []
    lines.reserveCapacity(work.count)
    for (position, index) in work.enumerated() {
      guard let day = Self.workDay(source[index]) else {
        undated.append(index)
        continue
      }
      guard
        let cost = try? rates.convert(
          source[index].amount,
          from: source[index].currency,
          to: currency,
          on: day
        )
      else {
        let (amount, code) = (source[index].amount, source[index].currency)
        var gap = gaps[code] ?? Gap(currency: code, lines: 0, amount: .zero)
        gap.lines += 1
        gap.amount = gap.amount.adding(amount) ?? gap.amount
        gaps[code] = gap
        continue
      }
      let isDirect = Self.directFormats.contains(source[index].format)
      lines.append(
        Line(
          source: index,
          person: directory.personOfWork[position],
          role: matcher.assignments[position].role,
          match: matcher.assignments[position].match,
          day: day,
          hours: Self.statedHours(source[index], configuration.parameters) ?? 0,
          isImputed: false,
          cost: cost,
          feeShare: isDirect ? 0 : configuration.parameters.marketplaceFee
        )
      )
    }
    let imputation = HourImputation(
      lines,
      roles: matcher.roles,
      wages: WageBook(wages),
      rates: rates,
      currency: currency
    )
    var benchmarks: Set<String> = []
    for index in lines.indices {
      let needsHours =
        lines[index].hours == 0 && lines[index].cost.units > 0
        && Self.statedHours(source[lines[index].source], configuration.parameters) == nil
      guard needsHours else { continue }
      let (rate, benchmark) = imputation.rate(role: lines[index].role, on: lines[index].day)
      lines[index].hours = lines[index].cost.doubleValue / rate
      lines[index].isImputed = true
      if let benchmark { benchmarks.insert(benchmark) }
    }
    benchmarkRates = benchmarks.sorted()
    self.source = source
    self.lines = lines
    self.directory = directory
    roles = matcher.roles
    postingRoles = matcher.postingRoles
    self.gaps = gaps.values.sorted { $0.currency < $1.currency }
    undatedLines = undated
  }

  /// The work that enters no figure of an audit on a day, by reason and currency.
  func leftOut(asOf: Day) -> [LeftOutWork] {
    gaps.map {
      LeftOutWork(
        reason: .noExchangeRate,
        currency: $0.currency,
        lines: $0.lines,
        amount: $0.amount
      )
    }
      + Self.leftOut(.noDay, undatedLines.map { source[$0] })
      + Self.leftOut(.afterAsOf, lines.filter { $0.day > asOf }.map { source[$0.source] })
  }

  private static func leftOut(
    _ reason: LeftOutWork.Reason,
    _ lines: [InvoiceLine]
  ) -> [LeftOutWork] {
    Dictionary(grouping: lines, by: \.currency).sorted { $0.key < $1.key }.map { currency, lines in
      var total: ExactDecimal? = .zero
      for line in lines { total = total?.adding(line.amount) }
      return LeftOutWork(reason: reason, currency: currency, lines: lines.count, amount: total)
    }
  }

  /// Rows of a time report are billed by the week that ends on Sunday (Upwork, UTC), so that a
  /// weekend is no silence.
  private static func workDay(_ line: InvoiceLine) -> Day? {
    line.kind == .timesheet ? line.workDay?.endOfWeek : line.workDay
  }

  /// The hours a line states; `nil` when they must be imputed, 0 when it is no working time.
  private static func statedHours(_ line: InvoiceLine, _ parameters: RiskParameters) -> Double? {
    if line.isExtra || line.kind == .creditNote || line.kind == .refund { return 0 }
    guard let quantity = line.quantity, !line.isFixedPrice else { return nil }
    return WorkingTime.hours(
      quantity,
      unit: line.unit,
      hoursPerWeek: parameters.hoursPerWeekFull
    )
  }
}
