internal import Model

/// Upwork's weekly summary: one row per contract and day, gross, without fees or names.
///
/// It covers the same work as the transaction history, so rows that the history bills are later
/// recognised as duplicates. Amounts carry no currency; Upwork accounts are kept in US dollars.
struct UpworkWeeklySummary: CSVFormat {
  let name: FormatName = "upwork-weekly-summary"
  let summary = "Upwork weekly summary (time report)"
  let grade = EvidenceGrade.real
  let evidence = "A real export of 252 rows that its owner published with a dashboard."

  let needs = [["Date"], ["Contract"], ["Hours"], ["Amount"]]

  var columns: [CSVColumn] {
    [
      CSVColumn("Date", "date"), CSVColumn("Contract", "contract"),
      CSVColumn("Hours", "quantity", .number(NumberText.convention)),
      CSVColumn("Amount", "amount", .number(NumberText.convention)),
      CSVColumn("Payment type", "description"),
    ]
  }

  func recognises(_ header: CSVHeader) -> Bool {
    header.has("Date", "Contract", "Hours", "Amount") && header["Ref ID"] == nil
  }

  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader {
    UpworkWeeklySummaryReader(format: name)
  }
}

private struct UpworkWeeklySummaryReader: CSVRowReader {
  let format: FormatName

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    var amount: ExactDecimal?
    do throws(CSVRow.Failure) {
      amount = try row.decimal("Amount", grouping: true)
      let dateText = row.text("Date") ?? ""
      guard let date = Day(dateText) else {
        throw row.badDate("Date", dateText, form: "YYYY-MM-DD")
      }
      guard let amount else {
        throw CSVRow.Failure(
          column: "Amount",
          code: "missing-amount",
          reason: "the amount is empty",
          remedy: "export the file again"
        )
      }
      guard let contract = row.text("Contract") else {
        throw CSVRow.Failure(
          column: "Contract",
          code: "missing-contract",
          reason: "the contract is empty",
          remedy: "export the file again"
        )
      }
      let hours = try row.decimal("Hours", grouping: true)
      let paymentType = row.text("Payment type")
      var line = InvoiceLine(
        kind: hours == nil ? .invoice : .timesheet,
        location: row.location(in: reading),
        format: format,
        amount: amount,
        currency: .usd
      )
      if amount.isNegative { line.kind = .creditNote }
      line.date = date
      (line.contractTitle, line.contract) = UpworkText.contract(contract)
      line.description = paymentType
      line.quantity = hours
      line.unit = hours == nil ? nil : "HUR"
      let type = paymentType?.lowercased() ?? ""
      line.isFixedPrice = hours == nil && type.contains("fixed")
      line.isExtra = hours == nil && !line.isFixedPrice
      reading.records.append(.line(line))
    } catch {
      row.reject(error, into: &reading, amount: amount, currency: .usd)
    }
  }

  mutating func finish(into reading: inout InputReading) {}
}
