internal import Model

/// What checks look at.
struct CheckContext {
  /// The finished audit, but for its findings.
  let audit: Audit
  /// What was read.
  let dataset: Dataset
  /// The work with its people and roles.
  let workload: Workload
  /// What the user says.
  let configuration: Configuration
  /// The exchange rates.
  let rates: ExchangeRates
  /// The bills up to the end of the data, in the order of their locations.
  let bills: [Bill]
  /// The index of each person in the workload, by identifier.
  let personIndex: [String: Int]
  /// The index of each role in the workload, by identifier.
  let roleIndex: [String: Int]
  /// The people of the audit, by identifier.
  let auditedPeople: [String: PersonAudit]
  /// The bills of each person by day, then location; indexed like the people.
  let byPerson: [[Int]]
  /// What is much and what is little.
  let scale: Materiality
  /// Whether each bill is a charge that a credit took back, or that credit.
  private(set) var isCleared: [Bool]
  /// Whether each bill is the subject of a finding already.
  private(set) var isExplained: [Bool]

  /// Prepares the comparison of all bills.
  init(
    _ audit: Audit,
    dataset: Dataset,
    workload: Workload,
    configuration: Configuration,
    rates: ExchangeRates
  ) {
    self.audit = audit
    self.dataset = dataset
    self.workload = workload
    self.configuration = configuration
    self.rates = rates
    let bills = Bill.bills(workload, asOf: audit.asOf, currency: audit.currency)
    self.bills = bills
    personIndex = Dictionary(
      workload.directory.people.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    roleIndex = Dictionary(
      workload.roles.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    auditedPeople = Dictionary(
      audit.people.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var byPerson = [[Int]](repeating: [], count: workload.directory.people.count)
    for index in bills.indices { byPerson[bills[index].person].append(index) }
    for person in byPerson.indices {
      byPerson[person].sort { (bills[$0].day, $0) < (bills[$1].day, $1) }
    }
    self.byPerson = byPerson
    scale = Materiality(audit, configured: configuration.materiality)
    isExplained = [Bool](repeating: false, count: bills.count)
    isCleared = isExplained
    for own in byPerson where own.contains(where: { bills[$0].amount.isNegative }) {
      for bill in ClearedCredits.cleared(own, self) { isCleared[bill] = true }
    }
  }

  /// Marks bills as the subject of a finding.
  mutating func explain(_ bills: [Int]) { for bill in bills { isExplained[bill] = true } }

  /// The reporting currency.
  var currency: Currency { audit.currency }

  /// The months within which a departure counts, in words, for example `12 months`.
  var horizon: String { "\(Digits.of(audit.horizonMonths)) months" }

  /// The end of the data.
  var asOf: Day { audit.asOf }

  /// The invoice line of a bill, for those that are quoted; what is compared stands in the bill.
  func invoice(_ bill: Int) -> InvoiceLine { workload.source[source(bill)] }

  /// The number of the document of a bill.
  func document(_ bill: Int) -> String? { workload.source[source(bill)].document }

  /// What a bill says was done.
  func description(_ bill: Int) -> String? { workload.source[source(bill)].description }

  /// The format that a bill was read from.
  func format(_ bill: Int) -> FormatName { workload.source[source(bill)].format }

  /// The department that a bill names.
  func department(_ bill: Int) -> String? { workload.source[source(bill)].department }

  /// The country of the seller of a bill.
  func country(_ bill: Int) -> String? { workload.source[source(bill)].country }

  /// Whether a bill names no quantity or price, or its amount is exactly their product.
  func isAsComputed(_ bill: Int) -> Bool {
    guard let quantity = workload.source[source(bill)].quantity,
      let price = workload.source[source(bill)].unitPrice
    else { return true }
    return quantity.multiplied(by: price)?.magnitude == bills[bill].amount.magnitude
  }

  private func source(_ bill: Int) -> Int { workload.lines[bills[bill].line].source }

  /// The person of a bill.
  func person(_ bill: Int) -> PersonDirectory.Person {
    workload.directory.people[bills[bill].person]
  }

  /// The bills that start at these places.
  func bills(at places: Set<SourceLocation>) -> [SourceLocation: Int] {
    var found: [SourceLocation: Int] = [:]
    guard !places.isEmpty else { return found }
    for bill in bills.indices {
      let place = workload.source[source(bill)].location
      if places.contains(place), found[place] == nil { found[place] = bill }
    }
    return found
  }

  /// The name of a person, or the identifier where there is none.
  func name(of id: String) -> String { auditedPeople[id]?.name ?? id }

  /// The identifier of a role.
  func role(_ index: Int) -> String { workload.roles[index].id }

  /// Cents of the reporting currency as money.
  func money(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, currency: currency) }

  /// An amount of a day in the reporting currency; `nil` where no rate converts it.
  func converted(_ amount: ExactDecimal, _ code: Currency, on day: Day) -> Money? {
    guard let value = try? rates.convert(amount, from: code, to: currency, on: day) else {
      return nil
    }
    return Money(value, currency: currency)
  }

  /// Lines that show something, at most so many.
  func evidence(_ bills: [Int], limit: Int = 6) -> [Finding.Evidence] {
    bills.prefix(limit).map { bill in
      let invoice = invoice(bill)
      var words = ["\(self.bills[bill].day)", person(bill).name]
      if let document = invoice.document { words.append("document \(document)") }
      if let quantity = invoice.quantity {
        words.append("\(quantity) \(Self.unit(invoice.unit))")
      }
      words.append("\(invoice.currency) \(invoice.amount)")
      if let text = invoice.description, !text.isEmpty { words.append("“\(text.prefix(80))”") }
      return Finding.Evidence(location: invoice.location, text: words.joined(separator: ", "))
    }
  }

  private static func unit(_ unit: String?) -> String {
    switch unit {
    case "HUR", "LH": "h"
    case "DAY", "E49": "days"
    case "WEE": "weeks"
    case "MON", "3C": "months"
    case let other?: other
    case nil: "units"
    }
  }

  /// The day by which a finding of a severity wants an answer, in words.
  func due(_ severity: Severity) -> String {
    guard let days = severity.responseDays else { return "by the next audit" }
    return days == 0 ? "at once" : "by \(asOf + days)"
  }

  /// What to do about a role, by whom and by when: the role's advice, owned by its department.
  func action(_ role: RoleAudit, _ severity: Severity) -> String {
    let choice = role.reductionChoice
    let step =
      choice.best.map { best in
        let measure =
          switch best.way {
          case .document: "Have the holder write down the work"
          case .secondPerson: "Bring in a second person for a third of the hours"
          case .both: "Have the work written down and bring in a second person"
          }
        let index = best.index.map { ", index \(Phrase.decimal($0)) % afterwards" } ?? ""
        return "\(measure) (\(Phrase.money(best.cost, currency)) in the first year\(index))"
      }
    let words =
      switch (role.advice, step) {
      case (.confirm, _):
        "Confirm whether this is a task or a seat in a team (roles → collaboration in audit.yml)"
      case (.team, let step?): "\(step), and decide on a team by the options of the role"
      case (.team, nil): "Decide on a team by the options of the role; no other way lowers the risk"
      case (.ended, _): "Nothing to do"
      case (_, let step?): step
      case (_, nil): "Look again next quarter; no computed way lowers the risk"
      }
    return "\(words); owner: the department \(role.department), \(due(severity))."
  }

  /// The number of a document as it stands there, or the day of a bill without one.
  func documentName(_ bill: Int) -> String {
    document(bill) ?? "of \(bills[bill].day)"
  }

  /// The last two bills of a person, by identifier.
  func lastBills(of id: String) -> [Finding.Evidence] {
    guard let person = personIndex[id] else { return [] }
    return evidence(Array(byPerson[person].suffix(2)))
  }

  /// A stable key of a bill: person, and document or day.
  func key(_ bill: Int) -> String { "\(person(bill).id)/\(documentKey(bill))" }

  /// A stable key of a bill's document within its person.
  func documentKey(_ bill: Int) -> String { document(bill) ?? "\(bills[bill].day)" }
}
