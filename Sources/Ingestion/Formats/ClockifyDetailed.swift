internal import Model

/// Clockify's detailed report: one row per time entry, with the currency in the header.
///
/// Dates and numbers follow the workspace (US by default), so both have to be proved. Summary
/// reports say `Time (h)` instead and name no day.
struct ClockifyDetailed: CSVFormat {
  let name: FormatName = "clockify-detailed"
  let summary = "Clockify detailed report"
  let grade = EvidenceGrade.corroborated
  let evidence =
    "Public importers that agree on the columns, US dates and the currency in the header."
  let needs = [["User"], ["Start Date"], ["Duration (decimal)"]]

  var columns: [CSVColumn] {
    [
      CSVColumn("Project", "project, contract_title"), CSVColumn("Client", "buyer"),
      CSVColumn("Description", "description"), CSVColumn("Task", "description"),
      CSVColumn("User", "freelancer"), CSVColumn("Group", "department"),
      CSVColumn("Email", "freelancer_id"), CSVColumn("Start Date", "date", .provenDate),
      CSVColumn("Duration (h)", "quantity"),
      CSVColumn("Duration (decimal)", "quantity", .provenNumber(isBare: true)),
      CSVColumn("Billable Rate (…)", "unit_price", .provenNumber(isBare: true)),
      CSVColumn("Billable Amount (…)", "amount", .provenNumber(isBare: true)),
    ]
  }

  func columns(in header: CSVHeader) -> [CSVColumn] {
    var columns = columns.filter { header[$0.name] != nil }
    if let rate = header.name(beginning: "Billable Rate") {
      columns.append(CSVColumn(rate, "unit_price", .provenNumber(isBare: true)))
    }
    if let amount = header.name(beginning: "Billable Amount") {
      columns.append(CSVColumn(amount, "amount", .provenNumber(isBare: true)))
    }
    return columns
  }

  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader {
    let amount = header.name(beginning: "Billable Amount")
    let rate = header.name(beginning: "Billable Rate")
    return ClockifyDetailedReader(
      entries: TimeEntries(
        format: name,
        currency: (amount ?? rate).flatMap(HeaderCurrency.of),
        options: options
      ),
      amountColumn: amount,
      rateColumn: rate
    )
  }
}

private struct ClockifyDetailedReader: CSVRowReader {
  var entries: TimeEntries
  let amountColumn: String?
  let rateColumn: String?

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    var faults: [CSVRow.Failure] = []
    let date = row.requiredDay("Start Date", &faults)
    // The clock is exact where the decimal hours are rounded.
    let hours =
      row.text("Duration (h)") != nil
      ? TimeEntries.hours(row, "Duration (h)", &faults) : row.number("Duration (decimal)", &faults)
    let amount = amountColumn.flatMap { row.number($0, &faults) }
    let rate = rateColumn.flatMap { row.number($0, &faults) }
    entries.publish(row, date, hours, amount, faults, into: &reading) { line in
      line.unitPrice = rate
      line.freelancer = row.text("User")
      line.freelancerID = row.text("Email")
      line.buyer = row.text("Client")
      line.project = row.text("Project")
      line.contractTitle = line.project
      line.department = row.text("Group")
      line.description = row.text(first: "Description", "Task")
    }
  }

  mutating func finish(into reading: inout InputReading) { entries.finish(into: &reading) }
}
