internal import Model

/// Xero's export of bills and invoices: one row for each line of a document.
///
/// `Total` and `TaxTotal` repeat on every line and are never added up; they only prove whether the
/// lines contain tax. Sales are the account owner's own income and no cost. The organisation's
/// locale writes the dates, and spreadsheets rewrite the numbers in theirs, so day and month and the
/// decimal mark have to be proved.
struct XeroBills: CSVFormat {
  let name: FormatName = "xero-bills"
  let summary = "Xero export of bills, one row per line"
  let grade = EvidenceGrade.corroborated
  let evidence = "The 44 columns (and the older ones without SA*) in four public parsers."
  let needs = [
    ["ContactName"], ["InvoiceNumber"], ["InvoiceDate"], ["InvoiceAmountDue"], ["LineAmount"],
    ["Type"],
  ]

  var columns: [CSVColumn] {
    let number = CSVColumn.Content.provenNumber(isBare: true)
    return [
      CSVColumn("ContactName", "freelancer"), CSVColumn("InvoiceNumber", "document"),
      CSVColumn("Reference", "references"), CSVColumn("InvoiceDate", "date", .provenDate),
      CSVColumn("Total", "check of the lines", number),
      CSVColumn("TaxTotal", "check of the lines", number),
      CSVColumn("Description", "description"), CSVColumn("Quantity", "quantity", number),
      CSVColumn("UnitAmount", "unit_price", number), CSVColumn("LineAmount", "amount", number),
      CSVColumn("TaxAmount", "tax inside the amount", number),
      CSVColumn("TrackingName1", "which of the next"),
      CSVColumn("TrackingOption1", "department, project"),
      CSVColumn("TrackingName2", "which of the next"),
      CSVColumn("TrackingOption2", "department, project"), CSVColumn("Currency", "currency"),
      CSVColumn("Type", "kind"), CSVColumn("Status", "whether it counts"),
    ]
  }

  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader {
    XeroBillsReader(format: name, fallback: FallbackCurrency(options))
  }
}

private struct XeroBillsReader: CSVRowReader {
  /// Numbers begin anew with a year.
  private struct Document: Hashable {
    let seller: String
    let number: String
    let date: Day?
  }

  private struct Line {
    var line: InvoiceLine
    let document: Document
    let tax: ExactDecimal
    let total: ExactDecimal?
    let taxTotal: ExactDecimal
  }

  private let format: FormatName
  private let fallback: FallbackCurrency
  private var lines: [Line] = []
  private var counts: [Document: Int] = [:]

  init(format: FormatName, fallback: FallbackCurrency) {
    self.format = format
    self.fallback = fallback
  }

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    var faults: [CSVRow.Failure] = []
    let type = (row.text("Type") ?? "").lowercased()
    let date = row.requiredDay("InvoiceDate", &faults)
    let currency =
      row.currency("Currency", &faults)
      ?? (row.text("Currency") == nil ? fallback.used(for: row, in: &reading) : fallback.currency)
    let amount = row.money("LineAmount", currency, &faults)
    let tax = row.money("TaxAmount", currency, &faults) ?? .zero
    let total = row.money("Total", currency, &faults)
    let taxTotal = row.money("TaxTotal", currency, &faults) ?? .zero
    let quantity = row.number("Quantity", &faults)
    let price = row.number("UnitAmount", &faults)
    if row.text("LineAmount") == nil {
      faults.append(CSVRow.missing("LineAmount", code: "missing-amount"))
    }
    if row.text("ContactName") == nil {
      faults.append(CSVRow.missing("ContactName", code: "missing-freelancer"))
    }
    let kind = Self.kinds[type]
    if kind == nil, !Self.isSale(type) {
      faults.append(
        CSVRow.Failure(
          column: "Type",
          code: "unknown-type",
          reason: "'\(row.text("Type") ?? "")' is not a type of document that is known",
          remedy: "tell the maintainers what this document is"
        )
      )
    }
    guard faults.isEmpty, let amount else {
      row.reject(faults, into: &reading, amount: amount, currency: currency)
      return
    }
    guard let kind else {
      row.setAside(
        code: "not-a-cost",
        "Type is '\(row.text("Type") ?? "")': sales are income, no cost",
        into: &reading
      )
      return
    }
    let status = (row.text("Status") ?? "").lowercased()
    if ["draft", "voided", "deleted", "awaiting approval"].contains(status) {
      row.setAside(
        code: "not-completed",
        "Status is '\(row.text("Status") ?? "")'; the bill does not stand",
        into: &reading,
        amount: amount,
        currency: currency
      )
      return
    }
    var line = InvoiceLine(
      kind: kind,
      location: row.location(in: reading),
      format: format,
      amount: kind == .creditNote ? amount.magnitude.negated : amount,
      currency: currency
    )
    let document = Document(
      seller: row.text("ContactName") ?? "",
      number: row.text("InvoiceNumber") ?? "",
      date: date
    )
    counts[document, default: 0] += 1
    line.date = date
    line.document = row.text("InvoiceNumber")
    line.lineID = line.document == nil ? nil : counts[document].map(String.init)
    line.freelancer = row.text("ContactName")
    line.description = row.text("Description")
    line.quantity = quantity
    line.unitPrice = price
    line.references = [row.text("Reference")].compactMap { $0 }
    for number in ["1", "2"] {
      let name = (row.text("TrackingName\(number)") ?? "").lowercased()
      let option = row.text("TrackingOption\(number)")
      if ["department", "team", "division"].contains(where: name.contains) {
        line.department = option
      } else if ["project", "job"].contains(where: name.contains) {
        line.project = option
      }
    }
    line.isFixedPrice = true
    lines.append(
      Line(line: line, document: document, tax: tax, total: total, taxTotal: taxTotal)
    )
  }

  mutating func finish(into reading: inout InputReading) {
    let documents = Dictionary(grouping: lines.indices) { lines[$0].document }
    for members in documents.values.sorted(by: { $0[0] < $1[0] }) {
      settle(members, into: &reading)
    }
    reading.records += lines.map { .line($0.line) }
    lines = []
  }

  private static let kinds: [String: InvoiceLine.Kind] = [
    "bill": .invoice, "bill credit note": .creditNote, "bill overpayment": .payment,
    "bill prepayment": .payment, "purchase credit note": .creditNote,
  ]

  private static func isSale(_ type: String) -> Bool { type.hasPrefix("sales") }

  /// Finds out by the repeated totals whether the lines of a document contain tax, and takes it out.
  private mutating func settle(_ members: [Int], into reading: inout InputReading) {
    guard let first = members.first, let total = lines[first].total?.magnitude else { return }
    func sum(_ value: (Int) -> ExactDecimal) -> ExactDecimal? {
      members.reduce(ExactDecimal.zero as ExactDecimal?) { $0?.adding(value($1)) }
    }
    let net = sum { lines[$0].line.amount }?.magnitude
    let taxTotal = lines[first].taxTotal.magnitude
    if let net, net.adding(taxTotal) == total { return }
    if let net, net == total {
      for index in members {
        let isCredit = lines[index].line.kind == .creditNote
        let tax = isCredit ? lines[index].tax.magnitude.negated : lines[index].tax
        lines[index].line.amount =
          lines[index].line.amount.subtracting(tax)
          ?? lines[index].line.amount
      }
      return
    }
    reading.diagnostics.append(
      Diagnostic(
        .warning,
        code: "document-differs",
        "the lines of document '\(lines[first].document.number)' add up to "
          + "\(net?.description ?? "a number of more than 18 digits"), which is neither its Total "
          + "\(total) nor that without its tax \(taxTotal)",
        remedy: "check whether lines are missing in the export",
        at: lines[first].line.location
      )
    )
  }
}
