internal import Model

/// Toggl Track's detailed report: one row per time entry.
///
/// The last column is `Amount (USD)`, `Amount (EUR)`, `Amount ()`, `Amount` or missing. Entries over
/// midnight belong to the day on which they began. Amounts are hours times rate, so they may have
/// more decimals than the currency; spreadsheets rewrite them in their own locale, so the column has
/// to prove its decimal mark.
struct TogglDetailed: CSVFormat {
  let name: FormatName = "toggl-detailed"
  let summary = "Toggl Track detailed report"
  let grade = EvidenceGrade.corroborated
  let evidence = "Five independent public parsers agree on the columns."
  let needs = [["User"], ["Start date"], ["Duration"]]

  var columns: [CSVColumn] {
    [
      CSVColumn("User", "freelancer"), CSVColumn("Email", "freelancer_id"),
      CSVColumn("Client", "buyer"), CSVColumn("Project", "project, contract_title"),
      CSVColumn("Task", "description"), CSVColumn("Description", "description"),
      CSVColumn("Start date", "date", .provenDate), CSVColumn("Duration", "quantity"),
      CSVColumn("Amount (…)", "amount", .provenNumber(isBare: true)),
    ]
  }

  func columns(in header: CSVHeader) -> [CSVColumn] {
    var columns = columns.filter { header[$0.name] != nil }
    if let amount = header.name(beginning: "Amount") {
      columns.append(CSVColumn(amount, "amount", .provenNumber(isBare: true)))
    }
    return columns
  }

  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader {
    let amount = header.name(beginning: "Amount")
    return TogglDetailedReader(
      entries: TimeEntries(
        format: name,
        currency: amount.flatMap(HeaderCurrency.of),
        options: options
      ),
      amountColumn: amount
    )
  }
}

private struct TogglDetailedReader: CSVRowReader {
  var entries: TimeEntries
  let amountColumn: String?

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    var faults: [CSVRow.Failure] = []
    let date = row.requiredDay("Start date", &faults)
    let hours = TimeEntries.hours(row, "Duration", &faults)
    let amount = amountColumn.flatMap { row.number($0, &faults) }
    entries.publish(row, date, hours, amount, faults, into: &reading) { line in
      line.freelancer = row.text("User")
      line.freelancerID = row.text("Email")
      line.buyer = row.text("Client")
      line.project = row.text("Project")
      line.contractTitle = line.project
      line.description = row.text(first: "Description", "Task")
    }
  }

  mutating func finish(into reading: inout InputReading) { entries.finish(into: &reading) }
}
