internal import Model

/// A line of work as the checks compare it: days, numbers and interned texts, so that a million of
/// them can be sorted and grouped without touching a string.
struct Bill {
  /// The index in ``Workload/lines``.
  let line: Int
  /// The index of the person.
  let person: Int
  /// The index of the role.
  let role: Int
  /// The day the work is counted on.
  let day: Day
  /// The document's date.
  let date: Day?
  /// The first day of the work, where the line says so.
  let start: Day?
  /// The last day of the work, where the line says so.
  let end: Day?
  /// The amount in its own currency.
  let amount: ExactDecimal
  /// The amount with its currency, interned: equal for 1.5 and 1.50.
  let price: Int
  /// The currency of the amount.
  let currency: Currency
  /// The cost in minor units of the reporting currency.
  let cost: Int64
  /// The hours that the line states; 0 where it states none.
  let hours: Double
  /// The price of an hour in the line's own currency, where it states hours.
  let rate: Double?
  /// The document of the person, interned; `nil` where it has no number.
  let document: Int?
  /// The contract of the person, interned: its identifier, else its title, else the role.
  let contract: Int
  /// The description, interned; `nil` where there is none.
  let text: Int?
  /// The unit of the quantity, interned.
  let unit: Int
  /// What kind of line it is.
  let kind: InvoiceLine.Kind
  /// Whether a fixed price was agreed.
  let isFixed: Bool
  /// Whether it is money without working time.
  let isExtra: Bool
  /// Whether the number of the document is the seller's own, not a marketplace's.
  let hasOwnNumber: Bool
  /// Whether it names a contract, an order, a project or a posting.
  let isReferenced: Bool
  /// Whether it is one row for one day of a time report.
  let isDaily: Bool
  /// The number of records that it stands for.
  let records: Int

  /// Whether it is work that was charged, not a credit and not a row of a time tracker.
  var isCharge: Bool { kind == .invoice && amount.units > 0 && records == 1 }

  /// The bills of a workload, up to a day.
  static func bills(_ workload: Workload, asOf: Day, currency: Currency) -> [Bill] {
    var prices = Interner<Price>()
    var numbers = Interner<String>()
    var documents = Interner<Named>()
    var names = Interner<String>()
    var contracts = Interner<Named>()
    var texts = Interner<String>()
    var units = Interner<String>()
    var bills: [Bill] = []
    bills.reserveCapacity(workload.lines.count)
    for (index, line) in workload.lines.enumerated() where line.day <= asOf {
      // The line is read field by field: a copy of it would count a reference for each of its texts.
      let source = line.source
      let (kind, isExtra) = (workload.source[source].kind, workload.source[source].isExtra)
      let (amount, code) = (workload.source[source].amount, workload.source[source].currency)
      let (start, end) = (workload.source[source].periodStart, workload.source[source].periodEnd)
      let hours = line.isImputed ? 0 : line.hours
      bills.append(
        Bill(
          line: index,
          person: line.person,
          role: line.role,
          day: line.day,
          date: workload.source[source].date,
          start: start,
          end: end,
          amount: amount,
          price: prices[Price(amount: amount, currency: code)],
          currency: code,
          cost: Money(line.cost, currency: currency)?.minorUnits ?? 0,
          hours: hours,
          rate: rate(workload.source[source], hours: hours),
          document: workload.source[source].document.map {
            documents[Named(person: line.person, name: numbers[$0])]
          },
          contract: contracts[
            Named(
              person: line.person,
              name: (workload.source[source].contract ?? workload.source[source].contractTitle)
                .map { names[$0] } ?? -1 - line.role
            )
          ],
          text: workload.source[source].description.flatMap { $0.isEmpty ? nil : texts[$0] },
          unit: units[workload.source[source].unit ?? ""],
          kind: kind,
          isFixed: workload.source[source].isFixedPrice,
          isExtra: isExtra,
          hasOwnNumber: ownNumbers.contains(workload.source[source].format),
          isReferenced: isReferenced(workload.source[source]),
          isDaily: kind == .timesheet || (start != nil && start == end),
          records: workload.source[source].records
        )
      )
    }
    return bills
  }

  private struct Price: Hashable {
    let amount: ExactDecimal
    let currency: Currency
  }

  /// A document or contract of a person, by the number of its name; a role stands for a contract
  /// without a name as a negative one.
  private struct Named: Hashable {
    let person: Int
    let name: Int
  }

  /// Formats whose document numbers the seller chooses.
  private static let ownNumbers: Set<FormatName> = [
    "tacit-invoices", "ubl-invoice", "cii-invoice", "zugferd1-invoice", "fatturapa", "facturae",
    "setu-invoice", "cxml-invoice", "xero-bills", "mapped-csv",
  ]

  private static func isReferenced(_ invoice: InvoiceLine) -> Bool {
    invoice.contract != nil || invoice.order != nil || invoice.project != nil
      || invoice.postingID != nil
  }

  private static func rate(_ invoice: InvoiceLine, hours: Double) -> Double? {
    guard hours > 0, invoice.kind == .invoice || invoice.kind == .timesheet, !invoice.isExtra,
      invoice.records == 1
    else { return nil }
    if let price = invoice.unitPrice, let quantity = invoice.quantity, quantity.units > 0 {
      return price.doubleValue * quantity.doubleValue / hours
    }
    return invoice.amount.doubleValue / hours
  }
}

/// Gives equal values equal numbers.
private struct Interner<Value: Hashable> {
  private var numbers: [Value: Int] = [:]

  subscript(value: Value) -> Int {
    mutating get { numbers.withDefault(value, numbers.count) }
  }
}
