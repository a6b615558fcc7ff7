internal import Model

/// PayPal's activity report (up to 41 columns) and its personal statement (18 columns).
///
/// Gross is signed from the wallet's side, Fee is negative, and Net = Gross + Fee. Dates and numbers
/// follow the account's locale, so both have to be proved by their columns. `Memo` rows, holds and
/// everything that did not complete never moved money.
struct PayPalActivity: CSVFormat {
  let name: FormatName = "paypal-activity"
  let summary = "PayPal activity report or personal statement"
  let grade = EvidenceGrade.corroborated
  let evidence =
    "The 41 columns of an hledger example and the 18 of a statement, each with public parsers that "
    + "were checked against real exports."
  let needs = [["Date"], ["Currency"], ["Gross"], ["Fee"], ["Net"], ["Transaction ID"]]

  var columns: [CSVColumn] {
    [
      CSVColumn("Date", "date", .provenDate), CSVColumn("Name", "freelancer"),
      CSVColumn("To Email Address", "freelancer_id"),
      CSVColumn("From Email Address", "freelancer_id"), CSVColumn("Type", "whether it counts"),
      CSVColumn("Description", "description"), CSVColumn("Status", "whether it counts"),
      CSVColumn("Currency", "currency"),
      CSVColumn("Gross", "amount", .provenNumber(isBare: true)),
      CSVColumn("Fee", "amount of a fee", .provenNumber(isBare: true)),
      CSVColumn("Net", "check of Gross + Fee", .provenNumber(isBare: true)),
      CSVColumn("Transaction ID", "document"), CSVColumn("Item Title", "description"),
      CSVColumn("Subject", "description"), CSVColumn("Note", "description"),
      CSVColumn("Reference Txn ID", "references"), CSVColumn("Invoice Number", "references"),
      CSVColumn("Invoice ID", "references"), CSVColumn("Balance Impact", "whether it counts"),
    ]
  }

  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader {
    PayPalActivityReader(format: name)
  }
}

private struct PayPalActivityReader: CSVRowReader {
  let format: FormatName

  /// Types that reserve money without moving it.
  private static let holds: Set<String> = [
    "general authorization", "account hold for open authorization", "authorization",
    "reversal of general account hold", "order",
  ]

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    var faults: [CSVRow.Failure] = []
    let date = row.requiredDay("Date", &faults)
    let currency = row.requiredCurrency("Currency", &faults)
    let gross = currency.flatMap { row.money("Gross", $0, &faults) }
    let fee = currency.flatMap { row.money("Fee", $0, &faults) } ?? .zero
    let net = currency.flatMap { row.money("Net", $0, &faults) }
    if row.text("Gross") == nil {
      faults.append(CSVRow.missing("Gross", code: "missing-amount"))
    }
    if faults.isEmpty, let gross, let net, gross.adding(fee) != net {
      faults.append(
        CSVRow.Failure(
          column: "Net",
          code: "net-differs",
          reason: "\(net) is not Gross \(gross) plus Fee \(fee)",
          remedy: "export the file again; PayPal's own rows add up"
        )
      )
    }
    guard faults.isEmpty, let gross, let currency else {
      row.reject(faults, into: &reading, amount: gross?.negated, currency: currency)
      return
    }
    if let reason = Self.whyItMovedNothing(row) {
      row.setAside(
        code: "not-completed",
        reason,
        into: &reading,
        amount: gross.negated,
        currency: currency
      )
      return
    }
    var line = InvoiceLine(
      kind: .payment,
      location: row.location(in: reading),
      format: format,
      amount: gross.negated,
      currency: currency
    )
    line.date = date
    line.document = row.text("Transaction ID")
    line.lineID = line.document
    line.freelancer = row.text("Name")
    line.freelancerID = row.text(gross.isNegative ? "To Email Address" : "From Email Address")
    line.description = row.text(first: "Item Title", "Subject", "Note", "Description", "Type")
    line.references = ["Reference Txn ID", "Invoice Number", "Invoice ID"].compactMap {
      row.text($0)
    }
    reading.records.append(.line(line))
    guard !fee.isZero else { return }
    line.kind = .fee
    line.amount = fee.negated
    line.lineID = line.document.map { "\($0) fee" }
    reading.records.append(.line(line))
  }

  private static func whyItMovedNothing(_ row: CSVRow) -> String? {
    if row.text("Balance Impact")?.lowercased() == "memo" {
      return "Balance Impact is 'Memo'; the row moved no money"
    }
    if let status = row.text("Status"), status.lowercased() != "completed" {
      return "Status is '\(status)'; only completed transactions moved money"
    }
    if let type = row.text("Type"), holds.contains(type.lowercased()) {
      return "Type is '\(type)', which reserves money without moving it"
    }
    return nil
  }
}
