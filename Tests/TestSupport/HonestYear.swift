public import Model

/// A year of honest billing of 40 people: weekly and fortnightly hours, milestones, monthly fees, raises with new
/// contracts, holidays, refunds, corrected invoices, four currencies; always the same for a seed.
public struct HonestYear {
  /// How a person bills.
  public enum Rhythm: Sendable {
    /// Every week on a marketplace.
    case marketplaceWeek
    /// Every week or second week, directly.
    case direct(weeks: Int)
    /// When a piece is done.
    case milestone
    /// Once a month, a fee.
    case month
  }

  /// One person.
  public struct Person: Sendable {
    /// The name.
    public let name: String
    /// How the person bills.
    public let rhythm: Rhythm
    /// The currency.
    public let currency: Currency
    /// The rate of an hour in cents.
    public let rate: Int64
    /// The role.
    public let role: String
  }

  /// The people.
  public private(set) var people: [Person] = []
  /// The lines, in no order of time.
  public var lines: [InvoiceLine] = []
  /// The source of chance, for plants as well.
  public var random: SplitMix64
  /// The first Monday.
  public let start: Day
  /// The number of weeks.
  public let weeks = 52
  private var reference = 1000

  /// The approval limit that goes with it, in US dollars.
  public static let approvalLimit = ExactDecimal(units: 5000)

  /// Units for one euro.
  public static let rates: [Currency: ExactDecimal] = [
    .eur: ExactDecimal(units: 1), .usd: ExactDecimal(units: 11, scale: 1),
    Currency("GBP") ?? .usd: ExactDecimal(units: 86, scale: 2),
    Currency("PHP") ?? .usd: ExactDecimal(units: 62),
  ]

  /// Writes the year.
  public init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    start = (Day(year: 2025, month: 6, day: 30) ?? Day(number: 20_269)).startOfWeek
    let codes = ["USD", "EUR", "GBP", "PHP"].compactMap { Currency($0) }
    let roles = [
      "Customer support", "Backend development", "Video editing", "Bookkeeping", "Research",
    ]
    for index in 0..<40 {
      let rhythm: Rhythm =
        switch index {
        case ..<16: .marketplaceWeek
        case ..<22: .direct(weeks: 1)
        case ..<27: .direct(weeks: 2)
        case ..<36: .milestone
        default: .month
        }
      let currency = index < 16 ? .usd : codes[random.below(codes.count)]
      let base = Int64(800 + 25 * random.below(160))
      people.append(
        Person(
          name: Self.name(index),
          rhythm: rhythm,
          currency: currency,
          rate: currency.code == "PHP" ? base * 50 : base,
          role: roles[random.below(roles.count)]
        )
      )
    }
    for index in people.indices { write(index) }
  }

  private static func name(_ index: Int) -> String {
    let first = [
      "Amara", "Bruno", "Carla", "Deniz", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas",
    ]
    let last = ["Okafor", "Tamm", "Velasco", "Yilmaz"]
    return "\(first[index % 10]) \(last[index / 10])"
  }

  /// A line at the next place.
  public mutating func line(
    _ person: Int,
    day: Day,
    from: Day? = nil,
    cents: Int64,
    document: String? = nil,
    contract: String? = nil,
    text: String? = nil,
    kind: InvoiceLine.Kind = .invoice
  ) -> InvoiceLine {
    let who = people[person]
    let isMarketplace: Bool = if case .marketplaceWeek = who.rhythm { true } else { false }
    reference += 1
    var line = InvoiceLine(
      kind: kind,
      location: SourceLocation(source: "year.csv", line: reference - 998),
      format: isMarketplace ? "upwork-transactions" : "tacit-invoices",
      amount: ExactDecimal(units: cents, scale: 2),
      currency: who.currency
    )
    line.document = document ?? "R\(reference)"
    line.lineID = "1"
    line.date = day
    line.periodStart = from
    line.periodEnd = from == nil ? nil : day
    line.freelancer = who.name
    line.role = who.role
    line.contract = contract ?? "c\(person)"
    line.description = text
    return line
  }

  /// A line of hours.
  public mutating func hours(
    _ person: Int,
    day: Day,
    from: Day?,
    sixths: Int64,
    rate: Int64,
    document: String? = nil,
    contract: String? = nil,
    text: String? = nil
  ) -> InvoiceLine {
    // Hours with two decimals as exports have them; the amount is that of the exact sixths.
    let exact = ExactDecimal(units: sixths * rate)
    let cents = exact.divided(by: ExactDecimal(units: 6), scale: 0)?.units ?? 0
    var line = line(
      person,
      day: day,
      from: from,
      cents: cents,
      document: document,
      contract: contract,
      text: text
    )
    line.quantity = ExactDecimal(units: (sixths * 100 + 3) / 6, scale: 2)
    line.unit = "HUR"
    line.unitPrice = ExactDecimal(units: rate, scale: 2)
    return line
  }

  private mutating func write(_ index: Int) {
    switch people[index].rhythm {
    case .marketplaceWeek: writeWeeks(index, each: 1, isDirect: false)
    case .direct(let weeks): writeWeeks(index, each: weeks, isDirect: true)
    case .milestone: writeMilestones(index)
    case .month: writeMonths(index)
    }
  }

  private mutating func writeWeeks(_ index: Int, each: Int, isDirect: Bool) {
    var rate = people[index].rate
    var contract = "c\(index)-1"
    let usual = 6 * (10 + random.below(26))
    let raise = random.uniform() < 0.4 ? 20 + random.below(20) : 1000
    let holiday = random.below(50)
    let isFixedSchedule = random.uniform() < 0.25
    var number = 1 + random.below(40)
    let hasOtherClients = random.uniform() < 0.5
    var week = random.uniform() < 0.2 ? random.below(30) : 0
    while week < weeks {
      defer { week += each }
      if week >= raise, contract.hasSuffix("-1") {
        contract = "c\(index)-2"
        rate = rate * Int64(108 + random.below(20)) / 100
      }
      if (holiday..<holiday + 3).contains(week) || random.uniform() < 0.03 { continue }
      let spread = isFixedSchedule ? 0 : random.below(49) - 24
      let sixths = Int64(max(6, min(6 * 50, usual + spread)) * each)
      let first = start + 7 * week
      let last = first + 7 * each - 1
      let document =
        isDirect ? "\(people[index].name.prefix(2).uppercased())\(index)-\(1000 + number)" : nil
      number += hasOtherClients ? 1 + random.below(4) : 1
      let text = "Invoice for \(first) to \(last)"
      lines.append(
        hours(
          index,
          day: last,
          from: first,
          sixths: sixths,
          rate: rate,
          document: document,
          contract: contract,
          text: text
        )
      )
      guard random.uniform() < 0.02, let wrong = lines.last else { continue }
      if isDirect {
        // A wrong invoice is credited and written again.
        var credit = line(
          index,
          day: last + 2,
          from: first,
          cents: -wrong.amount.units,
          document: "\(document ?? "")-C",
          contract: contract,
          text: "Credit for \(document ?? "")",
          kind: .creditNote
        )
        credit.periodEnd = last
        credit.references = [wrong.document ?? ""]
        lines.append(credit)
        lines.append(
          hours(
            index,
            day: last,
            from: first,
            sixths: sixths,
            rate: rate,
            document: "\(document ?? "")-B",
            contract: contract,
            text: text
          )
        )
      } else {
        var refund = line(
          index,
          day: last + 9,
          cents: -min(5000, wrong.amount.units),
          contract: contract,
          text: "Refund",
          kind: .refund
        )
        refund.isExtra = true
        lines.append(refund)
      }
    }
  }

  private mutating func writeMilestones(_ index: Int) {
    let prices = (0..<4).map { _ in Int64(80 + 5 * random.below(180)) }
    var day = start + random.below(20)
    var piece = 1
    let end = start + 7 * weeks
    while day < end {
      let price = random.uniform() < 0.7 ? prices[random.below(4)] : Int64(60 + random.below(1100))
      var line = line(
        index,
        day: day,
        cents: price * 100 * (people[index].currency.code == "PHP" ? 50 : 1),
        document: "M\(index)-\(100 + piece)",
        text: "Piece \(piece)"
      )
      line.isFixedPrice = true
      lines.append(line)
      piece += 1
      day = day + (random.uniform() < 0.15 ? 0 : 3 + random.below(25))
    }
  }

  private mutating func writeMonths(_ index: Int) {
    let fee = people[index].rate * 40
    for month in 0..<12 {
      let first = start + 30 * month
      var line = line(
        index,
        day: first + 29,
        from: first,
        cents: fee,
        document: "F\(index)-\(month + 1)",
        text: "Monthly fee \(month + 1)"
      )
      line.isFixedPrice = true
      lines.append(line)
    }
  }

  /// The lines of one person by day.
  public func lines(of person: Int) -> [Int] {
    lines.indices.filter {
      lines[$0].freelancer == people[person].name && lines[$0].kind == .invoice
    }
    .sorted { (lines[$0].workDay ?? start, $0) < (lines[$1].workDay ?? start, $1) }
  }

  /// The dataset.
  public var dataset: Dataset {
    Dataset(
      lines: lines.sorted { $0.location < $1.location },
      postings: [],
      rejects: [],
      duplicates: [],
      inputs: [],
      reconciliation: Reconciliation(),
      diagnostics: []
    )
  }
}
