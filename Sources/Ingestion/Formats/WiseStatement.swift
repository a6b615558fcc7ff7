internal import Model

/// Wise's balance statement: signed amounts with their fees inside, days first.
///
/// The running balance moves by `Amount`, so the fees of `Total fees` are part of it: a transfer of
/// −1,005 with fees of 5 is a payment of 1,000 and a fee of 5.
struct WiseStatement: CSVFormat {
  let name: FormatName = "wise-statement"
  let summary = "Wise balance statement"
  let grade = EvidenceGrade.corroborated
  let evidence =
    "The 23 columns of 2025 and the 19 before, each read by several public importers that agree on "
    + "dates (DD-MM-YYYY) and signs."
  let needs = [["TransferWise ID"], ["Date"], ["Amount"], ["Currency"], ["Total fees"]]

  var columns: [CSVColumn] {
    [
      CSVColumn("TransferWise ID", "document"),
      CSVColumn("Date", "date", .date(.patterns([.dayMonthYear]))),
      CSVColumn("Amount", "amount, with the other sign", .number(.plain)),
      CSVColumn("Currency", "currency"), CSVColumn("Description", "description"),
      CSVColumn("Payment Reference", "references"), CSVColumn("Payer Name", "freelancer"),
      CSVColumn("Payee Name", "freelancer"), CSVColumn("Note", "description"),
      CSVColumn("Total fees", "amount of a fee", .number(.plain)),
    ]
  }

  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader {
    WiseStatementReader(format: name)
  }
}

private struct WiseStatementReader: CSVRowReader {
  let format: FormatName

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    var faults: [CSVRow.Failure] = []
    let date = row.requiredDay("Date", &faults)
    let currency = row.requiredCurrency("Currency", &faults)
    let amount = currency.flatMap { row.money("Amount", $0, &faults) }
    let fee = (currency.flatMap { row.money("Total fees", $0, &faults) } ?? .zero).magnitude
    if row.text("Amount") == nil {
      faults.append(CSVRow.missing("Amount", code: "missing-amount"))
    }
    guard faults.isEmpty, let amount, let currency, let moved = amount.negated.subtracting(fee)
    else {
      row.reject(faults, into: &reading, amount: amount?.negated, currency: currency)
      return
    }
    var line = InvoiceLine(
      kind: .payment,
      location: row.location(in: reading),
      format: format,
      amount: moved,
      currency: currency
    )
    line.date = date
    line.document = row.text("TransferWise ID")
    line.lineID = line.document
    line.freelancer = row.text(amount.isNegative ? "Payee Name" : "Payer Name")
    line.description = row.text(first: "Description", "Note")
    line.references = [row.text("Payment Reference")].compactMap { $0 }
    // A row of fees alone is the fee itself.
    if !moved.isZero || fee.isZero { reading.records.append(.line(line)) }
    guard !fee.isZero else { return }
    line.kind = .fee
    line.amount = fee
    line.lineID = line.document.map { "\($0) fee" }
    reading.records.append(.line(line))
  }
}
