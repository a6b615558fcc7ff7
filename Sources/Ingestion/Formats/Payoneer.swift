internal import Model

/// Payoneer's transaction report: two columns without signs, of which debits pay people.
///
/// Only rows whose status is `Completed` moved money. Which locale writes its dates is not
/// evidenced, so day and month have to be proved. A transfer to a person is a payment, which is no
/// cost by itself: the invoice that it settles is.
struct Payoneer: CSVFormat {
  let name: FormatName = "payoneer"
  let summary = "Payoneer transaction report"
  let grade = EvidenceGrade.corroborated
  let evidence =
    "A public design note that gives the 17 columns as confirmed from a real sample; dates are "
    + "read in any form that can be read in one way only."
  let needs = [
    ["Transaction Date"], ["Credit Amount"], ["Debit Amount"], ["Currency"], ["Status"],
    ["Additional Description"],
  ]

  var columns: [CSVColumn] {
    [
      CSVColumn("Transaction Date", "date", .provenDate),
      CSVColumn("Transaction ID", "document"), CSVColumn("Description", "description"),
      CSVColumn("Credit Amount", "amount, negative", .provenNumber(isBare: true)),
      CSVColumn("Debit Amount", "amount", .provenNumber(isBare: true)),
      CSVColumn("Currency", "currency"), CSVColumn("Status", "whether it counts"),
      CSVColumn("Target", "freelancer"), CSVColumn("Reference ID", "references"),
    ]
  }

  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader {
    PayoneerReader(format: name)
  }
}

private struct PayoneerReader: CSVRowReader {
  let format: FormatName

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    var faults: [CSVRow.Failure] = []
    let date = row.requiredDay("Transaction Date", &faults)
    let currency = row.requiredCurrency("Currency", &faults)
    let debit = currency.flatMap { row.money("Debit Amount", $0, &faults) }?.magnitude
    let credit = currency.flatMap { row.money("Credit Amount", $0, &faults) }?.magnitude
    if row.text("Debit Amount") == nil, row.text("Credit Amount") == nil {
      faults.append(CSVRow.missing("Debit Amount", code: "missing-amount"))
    }
    let moved = (debit ?? .zero).subtracting(credit ?? .zero)
    guard faults.isEmpty, let moved, let currency else {
      row.reject(faults, into: &reading)
      return
    }
    let status = row.text("Status") ?? ""
    guard status.lowercased() == "completed" else {
      row.setAside(
        code: "not-completed",
        "Status is '\(status)'; only completed transactions moved money",
        into: &reading,
        amount: moved,
        currency: currency
      )
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
    line.document = row.text("Transaction ID")
    line.lineID = line.document
    line.freelancer = moved.isNegative ? nil : row.text("Target")
    line.description = row.text("Description")
    line.references = [row.text("Reference ID")].compactMap { $0 }
    reading.records.append(.line(line))
  }
}
