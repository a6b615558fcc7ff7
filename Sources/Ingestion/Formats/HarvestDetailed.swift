internal import Model

/// Harvest's detailed time report, in its evidenced generations.
///
/// `Employee?` = `Yes` is somebody on the payroll, whose time is no bought work. What a contractor
/// costs the account's owner is `Cost Amount`; where no row of the report has one, the owner keeps
/// no cost rates and `Billable Amount` is the price of the work.
struct HarvestDetailed: CSVFormat {
  let name: FormatName = "harvest-detailed"
  let summary = "Harvest detailed time report"
  let grade = EvidenceGrade.corroborated
  let evidence =
    "A public specification that was checked against a real export of 541 rows (2026), and parsers "
    + "of the generation of 2015."
  let needs = [["Date"], ["Project Code"], ["Hours"], ["Billable?"], ["First Name"]]

  var columns: [CSVColumn] {
    let number = CSVColumn.Content.provenNumber(isBare: true)
    return [
      CSVColumn("Date", "date", .provenDate), CSVColumn("Client", "buyer"),
      CSVColumn("Project", "project, contract_title"), CSVColumn("Task", "description"),
      CSVColumn("Notes", "description"), CSVColumn("Hours", "quantity", number),
      CSVColumn("First Name", "freelancer"), CSVColumn("Last Name", "freelancer"),
      CSVColumn("Employee Id", "freelancer_id"), CSVColumn("Department", "department"),
      CSVColumn("Roles", "role"), CSVColumn("Employee?", "whether it counts"),
      CSVColumn("Billable Rate", "unit_price", number),
      CSVColumn("Billable Amount", "amount, without costs", number),
      CSVColumn("Cost Rate", "unit_price", number), CSVColumn("Cost Amount", "amount", number),
      CSVColumn("Currency", "currency"),
    ]
  }

  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader {
    HarvestDetailedReader(
      entries: TimeEntries(format: name, currency: nil, options: options)
    )
  }
}

private struct HarvestDetailedReader: CSVRowReader {
  private struct Entry {
    let row: CSVRow
    let date: Day?
    let hours: ExactDecimal?
    let price: (cost: ExactDecimal?, billable: ExactDecimal?)
    let rate: (cost: ExactDecimal?, billable: ExactDecimal?)
    let currency: Currency?
  }

  private var entries: TimeEntries
  private var waiting: [Entry] = []
  private var hasCosts = false

  init(entries: TimeEntries) { self.entries = entries }

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    var faults: [CSVRow.Failure] = []
    let date = row.requiredDay("Date", &faults)
    let hours = row.number("Hours", &faults)
    if row.text("Hours") == nil { faults.append(CSVRow.missing("Hours", code: "missing-hours")) }
    let price = (row.number("Cost Amount", &faults), row.number("Billable Amount", &faults))
    let rate = (row.number("Cost Rate", &faults), row.number("Billable Rate", &faults))
    var currency: Currency?
    if let text = row.text("Currency") {
      currency = HeaderCurrency.ending(text)
      if currency == nil { _ = row.currency("Currency", &faults) }
    }
    guard faults.isEmpty else {
      row.reject(faults, into: &reading)
      return
    }
    if row.text("Employee?")?.lowercased() == "yes" {
      row.setAside(
        code: "employee",
        "Employee? is Yes: time on the payroll is no bought work",
        into: &reading
      )
      return
    }
    if let cost = price.0, !cost.isZero { hasCosts = true }
    waiting.append(
      Entry(row: row, date: date, hours: hours, price: price, rate: rate, currency: currency)
    )
  }

  mutating func finish(into reading: inout InputReading) {
    for entry in waiting {
      let amount = hasCosts ? entry.price.cost : entry.price.billable
      let rate = hasCosts ? entry.rate.cost : entry.rate.billable
      let row = entry.row
      entries.publish(
        row,
        entry.date,
        entry.hours,
        amount,
        [],
        currency: entry.currency,
        into: &reading
      ) { line in
        line.unitPrice = rate
        line.freelancer = ["First Name", "Last Name"].compactMap { row.text($0) }
          .joined(separator: " ")
        line.freelancerID = row.text("Employee Id")
        line.buyer = row.text("Client")
        line.project = row.text("Project")
        line.contractTitle = line.project
        line.role = row.text("Roles")
        line.department = row.text("Department")
        line.description = row.text(first: "Notes", "Task")
      }
    }
    waiting = []
    entries.finish(into: &reading)
  }
}
