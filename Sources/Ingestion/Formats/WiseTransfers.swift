internal import Model

/// Wise's transaction history: amounts without signs, whose sign is the column `Direction`.
///
/// Fees come on top of the amounts "after fees". A neutral row moves money between the account's own
/// balances; only `COMPLETED` rows happened.
struct WiseTransfers: CSVFormat {
  let name: FormatName = "wise-transfers"
  let summary = "Wise transaction history"
  let grade = EvidenceGrade.corroborated
  let evidence =
    "The 21 columns as several public importers read them, with the sign in Direction and times as "
    + "YYYY-MM-DD HH:MM:SS."
  let needs = [
    ["ID"], ["Status"], ["Direction"], ["Source amount (after fees)"], ["Source currency"],
  ]

  var columns: [CSVColumn] {
    let time = CSVColumn.Content.date(.patterns([.isoTime, .iso]))
    return [
      CSVColumn("ID", "document"), CSVColumn("Status", "whether it counts"),
      CSVColumn("Direction", "sign of the amount"), CSVColumn("Finished on", "date", time),
      CSVColumn("Created on", "date", time),
      CSVColumn("Source fee amount", "amount of a fee", .number(.plain)),
      CSVColumn("Source fee currency", "currency of a fee"),
      CSVColumn("Target fee amount", "amount of a fee", .number(.plain)),
      CSVColumn("Target fee currency", "currency of a fee"),
      CSVColumn("Source name", "freelancer"),
      CSVColumn("Source amount (after fees)", "amount", .number(.plain)),
      CSVColumn("Source currency", "currency"), CSVColumn("Target name", "freelancer"),
      CSVColumn("Reference", "references"), CSVColumn("Note", "description"),
      CSVColumn("Category", "description"),
    ]
  }

  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader {
    WiseTransfersReader(format: name)
  }
}

private struct WiseTransfersReader: CSVRowReader {
  let format: FormatName

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    var faults: [CSVRow.Failure] = []
    let date =
      row.text("Finished on") != nil
      ? row.day("Finished on", &faults) : row.requiredDay("Created on", &faults)
    let direction = (row.text("Direction") ?? "").uppercased()
    if !["IN", "OUT", "NEUTRAL"].contains(direction) {
      faults.append(
        CSVRow.Failure(
          column: "Direction",
          code: "unknown-direction",
          reason: "'\(direction)' is neither IN, OUT nor NEUTRAL",
          remedy: "export the file again in English"
        )
      )
    }
    let currency = row.requiredCurrency("Source currency", &faults)
    let amount = currency.flatMap { row.money("Source amount (after fees)", $0, &faults) }
    if row.text("Source amount (after fees)") == nil {
      faults.append(CSVRow.missing("Source amount (after fees)", code: "missing-amount"))
    }
    var fees: [(name: String, amount: ExactDecimal, currency: Currency)] = []
    for side in ["Source", "Target"] {
      guard let feeCurrency = row.currency("\(side) fee currency", &faults) ?? currency,
        let fee = row.money("\(side) fee amount", feeCurrency, &faults), !fee.isZero
      else { continue }
      fees.append((side.lowercased(), fee.magnitude, feeCurrency))
    }
    guard faults.isEmpty, let amount, let currency else {
      row.reject(faults, into: &reading, amount: amount, currency: currency)
      return
    }
    let moved = direction == "IN" ? amount.magnitude.negated : amount.magnitude
    let status = row.text("Status") ?? ""
    if status.uppercased() != "COMPLETED" {
      row.setAside(
        code: "not-completed",
        "Status is '\(status)'; only completed transfers moved money",
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
    line.document = row.text("ID")
    line.lineID = line.document
    line.description = row.text(first: "Note", "Category")
    line.references = [row.text("Reference")].compactMap { $0 }
    if direction == "NEUTRAL" {
      row.setAside(
        code: "own-transfer",
        "Direction is NEUTRAL: money between the account's own balances",
        into: &reading,
        amount: moved,
        currency: currency
      )
    } else {
      line.freelancer = row.text(direction == "OUT" ? "Target name" : "Source name")
      reading.records.append(.line(line))
    }
    for fee in fees {
      line.kind = .fee
      line.amount = fee.amount
      line.currency = fee.currency
      line.lineID = line.document.map { "\($0) \(fee.name) fee" }
      reading.records.append(.line(line))
    }
  }
}
