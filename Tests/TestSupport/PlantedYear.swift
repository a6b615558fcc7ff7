public import Model

/// An honest year with 25 irregularities of 12 kinds, each with the check that should find it.
public struct PlantedYear {
  /// One irregularity.
  public struct Plant: Sendable {
    /// What it is.
    public let kind: String
    /// The check that should find it.
    public let check: String
    /// The lines that show it.
    public let places: Set<SourceLocation>
    /// The person's name, in lower case with hyphens, as identifiers are made.
    public let person: String
  }

  /// The year.
  public private(set) var year: HonestYear
  /// What was planted.
  public private(set) var plants: [Plant] = []
  /// Whose work ended, with the day.
  public private(set) var left: [(name: String, day: Day)] = []

  /// Plants into the year of a seed.
  public init(seed: UInt64) {
    year = HonestYear(seed: seed)
    for person in [0, 16] { copyExactly(person) }
    for person in [17, 22] { renumber(person) }
    for person in [18, 23] { overlap(person) }
    for person in [1, 24] { copyToAnother(person) }
    for person in [27, 28] { split(person) }
    crowd(29)
    for person in [2, 19] { step(person) }
    for person in [3, 4] { drift(person) }
    for (person, sixths) in [(5, 6 * 92), (6, 6 * 120), (7, 6 * 180)] {
      overwork(person, Int64(sixths))
    }
    for person in [8, 20] { stayOn(person) }
    for person in [9, 21, 25] { miscount(person) }
    for person in [30, 31] { slip(person) }
  }

  private mutating func plant(
    _ kind: String,
    _ check: String,
    _ person: Int,
    _ lines: [InvoiceLine]
  ) {
    plants.append(
      Plant(
        kind: kind,
        check: check,
        places: Set(lines.map(\.location)),
        person: year.people[person].name.lowercased().replacing(" ", with: "-")
      )
    )
  }

  private mutating func pick(_ person: Int, from low: Double = 0.3, to high: Double = 0.8) -> Int {
    let lines = year.lines(of: person).filter { !(year.lines[$0].document ?? "").hasSuffix("-B") }
    let first = Int(Double(lines.count) * low)
    return lines[first + year.random.below(max(1, Int(Double(lines.count) * (high - low))))]
  }

  private mutating func copy(_ index: Int, to person: Int? = nil) -> InvoiceLine {
    let fresh = year.line(person ?? 0, day: year.start, cents: 1)
    var line = year.lines[index]
    line.location = fresh.location
    return line
  }

  private mutating func copyExactly(_ person: Int) {
    var line = copy(pick(person))
    line.document = "X\(line.location.line)"
    line.date = line.date.map { $0 + 20 }
    year.lines.append(line)
    plant("exact copy", "exact-duplicate", person, [line])
  }

  private mutating func renumber(_ person: Int) {
    var line = copy(pick(person))
    line.document = (line.document ?? "").lowercased().replacing("-", with: " / ")
    line.date = line.date.map { $0 + 5 }
    line.periodStart = line.periodStart.map { $0 + 1 }
    year.lines.append(line)
    plant("number written another way", "near-duplicate", person, [line])
  }

  private mutating func overlap(_ person: Int) {
    var line = copy(pick(person))
    line.document = "Y\(line.location.line)"
    line.date = line.date.map { $0 + 3 }
    line.periodStart = line.periodStart.map { $0 + 2 }
    line.periodEnd = line.periodEnd.map { $0 + 2 }
    line.description = "Support and corrections"
    year.lines.append(line)
    plant("period that overlaps", "near-duplicate", person, [line])
  }

  /// The same bill under another payee of the same role.
  private mutating func copyToAnother(_ person: Int) {
    let index = pick(person)
    var line = copy(index)
    let other = person == 1 ? 10 : 26
    line.freelancer = year.people[other].name
    line.contract = "x\(other)"
    line.document = "Z\(line.location.line)"
    year.lines.append(line)
    plant("one bill, two payees", "cross-payee", other, [line])
  }

  private mutating func split(_ person: Int) {
    let day = year.start + 150 + year.random.below(100)
    let factor = rateOfDollar(person)
    var lines: [InvoiceLine] = []
    for part in 0..<2 {
      var line = year.line(
        person,
        day: day + 2 * part,
        cents: Int64(Double(270_000 + 20_000 * part) * factor),
        document: "S\(person)-\(500 + part)",
        text: "Landing page, part \(part + 1)"
      )
      line.isFixedPrice = true
      year.lines.append(line)
      lines.append(line)
    }
    plant("split purchase", "split-invoice", person, lines)
  }

  private mutating func crowd(_ person: Int) {
    let factor = rateOfDollar(person)
    var lines: [InvoiceLine] = []
    for number in 0..<8 {
      var line = year.line(
        person,
        day: year.start + 20 + 40 * number,
        cents: Int64(Double(478_000 + 2_500 * number) * factor),
        document: "B\(person)-\(500 + number)",
        text: "Campaign \(number)"
      )
      line.isFixedPrice = true
      year.lines.append(line)
      lines.append(line)
    }
    plant("crowd below the limit", "below-limit", person, lines)
  }

  private func rateOfDollar(_ person: Int) -> Double {
    let units = HonestYear.rates[year.people[person].currency]?.doubleValue ?? 1
    return units / 1.1
  }

  private mutating func change(_ index: Int, rate: Double) {
    guard let price = year.lines[index].unitPrice, let quantity = year.lines[index].quantity else {
      return
    }
    let cents = Int64((price.doubleValue * rate * 100).rounded())
    year.lines[index].unitPrice = ExactDecimal(units: cents, scale: 2)
    year.lines[index].amount =
      quantity.multiplied(by: ExactDecimal(units: cents, scale: 2))?.rounded(scale: 2)
      ?? year.lines[index].amount
  }

  private mutating func step(_ person: Int) {
    let lines = year.lines(of: person)
    let last = year.lines[lines[lines.count - 1]].contract
    let own = lines.filter { year.lines[$0].contract == last }
    let rising = Array(own.suffix(max(1, min(6, own.count - 4))))
    for index in rising { change(index, rate: 1.25) }
    plant("step of the rate", "rate-step", person, rising.map { year.lines[$0] })
  }

  private mutating func drift(_ person: Int) {
    let lines = year.lines(of: person)
    for (position, index) in lines.enumerated() {
      year.lines[index].contract = "drift\(person)"
      let rate =
        Double(year.people[person].rate) / 100 * (1 + 0.22 * Double(position) / Double(lines.count))
      let price = year.lines[index].unitPrice?.doubleValue ?? 1
      change(index, rate: rate / price)
    }
    plant("creeping rate", "rate-drift", person, lines.map { year.lines[$0] })
  }

  private mutating func overwork(_ person: Int, _ sixths: Int64) {
    let index = pick(person)
    let price = year.lines[index].unitPrice?.doubleValue ?? 1
    let cents = ExactDecimal(units: sixths * Int64((price * 100).rounded()))
    year.lines[index].quantity = ExactDecimal(units: sixths * 100 / 6, scale: 2)
    year.lines[index].amount = ExactDecimal(
      units: cents.divided(by: ExactDecimal(units: 6), scale: 0)?.units ?? 0,
      scale: 2
    )
    plant("hours nobody works", "implausible-hours", person, [year.lines[index]])
  }

  private mutating func stayOn(_ person: Int) {
    let lines = year.lines(of: person)
    let position = lines.count - 8
    let day = year.lines[lines[position]].workDay ?? year.start
    left.append((year.people[person].name, day))
    let late = lines.filter { (year.lines[$0].periodStart ?? year.start) - day > 14 }
    plant("bills after the end", "billing-after-end", person, late.map { year.lines[$0] })
  }

  private mutating func miscount(_ person: Int) {
    let index = pick(person)
    let amount = year.lines[index].amount
    year.lines[index].amount = ExactDecimal(
      units: amount.units + amount.units / 10,
      scale: amount.scale
    )
    plant("line that does not multiply out", "line-arithmetic", person, [year.lines[index]])
  }

  private mutating func slip(_ person: Int) {
    let lines = year.lines(of: person)
    let largest = lines.map { year.lines[$0].amount.units }.max() ?? 1
    let index = pick(person)
    year.lines[index].amount = ExactDecimal(units: largest * 11, scale: 2)
    plant("slipped decimal point", "relative-size", person, [year.lines[index]])
  }
}
