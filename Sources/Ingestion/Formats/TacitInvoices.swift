internal import Model

/// Tacit's own invoice table, for direct contractors and anything without an export format.
///
/// Numbers have a decimal point and dates are `YYYY-MM-DD`, unless the user says otherwise on the
/// command line: a spreadsheet of another locale rewrites both.
struct TacitInvoices: CSVFormat {
  let name: FormatName = "tacit-invoices"
  let summary = "Tacit's own CSV of invoice lines"
  let grade = EvidenceGrade.own
  let evidence = "Defined by this project; see the README."
  let needs = [["date"], ["freelancer_id", "freelancer"], ["amount", "quantity"]]

  static let names = [
    "invoice_id", "line_id", "date", "period_start", "period_end", "freelancer_id", "freelancer",
    "role", "department", "contract", "posting_id", "description", "quantity", "unit", "rate",
    "amount", "currency",
  ]

  func recognises(_ header: CSVHeader) -> Bool {
    header.has("date") && (header["freelancer_id"] != nil || header["freelancer"] != nil)
      && (header["amount"] != nil || header.has("quantity", "rate"))
  }

  var columns: [CSVColumn] {
    let fields = ["invoice_id": "document", "rate": "unit_price"]
    return Self.names.map { name in
      let content: CSVColumn.Content =
        switch name {
        case "date", "period_start", "period_end": .ownDate
        case "quantity", "rate", "amount": .ownNumber
        default: .text
        }
      return CSVColumn(name, fields[name] ?? name, content)
    }
  }

  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader {
    TacitInvoicesReader(
      format: name,
      fallback: FallbackCurrency(options),
      unknownColumns: header.names(besides: Self.names)
    )
  }

  static func badPeriod(_ column: String) -> CSVRow.Failure {
    CSVRow.Failure(
      column: column,
      code: "bad-period",
      reason: "the period ends before it starts",
      remedy: "correct the start or the end of the period"
    )
  }

  static func productOutOfRange(_ column: String) -> CSVRow.Failure {
    CSVRow.Failure(
      column: column,
      code: "number-out-of-range",
      reason: "quantity times rate has more than 18 digits",
      remedy: "correct the numbers"
    )
  }

  static func unknownUnit(_ column: String, _ text: String) -> CSVRow.Failure {
    CSVRow.Failure(
      column: column,
      code: "unknown-unit",
      reason: "'\(text)' is not a unit that is known",
      remedy: "write hour, day, week, month or fixed"
    )
  }
}

private struct TacitInvoicesReader: CSVRowReader {
  let format: FormatName
  let fallback: FallbackCurrency
  let unknownColumns: [String]

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    var faults: [CSVRow.Failure] = []
    let date = row.requiredDay("date", &faults)
    let currency = row.currency("currency", &faults)
    let hasCurrency = currency != nil || row.text("currency") == nil
    let used =
      currency ?? (hasCurrency ? fallback.used(for: row, in: &reading) : fallback.currency)
    // Without a currency the decimals of an amount cannot be judged.
    let given = hasCurrency ? row.money("amount", used, &faults) : row.number("amount", &faults)
    let quantity = row.number("quantity", &faults)
    let rate = row.number("rate", &faults)
    let amount = amount(row, given, quantity, rate, &faults)
    if row.text("freelancer_id") == nil, row.text("freelancer") == nil {
      faults.append(
        CSVRow.Failure(
          column: row.header["freelancer"] != nil ? "freelancer" : "freelancer_id",
          code: "missing-freelancer",
          reason: "neither freelancer_id nor freelancer is given",
          remedy: "complete the record"
        )
      )
    }
    var line = InvoiceLine(
      kind: amount?.isNegative == true ? .creditNote : .invoice,
      location: row.location(in: reading),
      format: format,
      amount: amount ?? .zero,
      currency: used
    )
    line.date = date
    line.periodStart = row.day("period_start", &faults)
    line.periodEnd = row.day("period_end", &faults)
    if let start = line.periodStart, let end = line.periodEnd, end < start {
      faults.append(TacitInvoices.badPeriod("period_end"))
    }
    line.unit = rate == nil ? nil : "HUR"
    if let text = row.text("unit") {
      line.unit = WorkUnit.code(text)
      if line.unit == nil { faults.append(TacitInvoices.unknownUnit("unit", text)) }
    }
    guard faults.isEmpty else {
      row.reject(faults, into: &reading, amount: given, currency: hasCurrency ? used : nil)
      return
    }
    line.document = row.text("invoice_id")
    line.lineID = row.text("line_id")
    line.freelancerID = row.text("freelancer_id")
    line.freelancer = row.text("freelancer")
    line.role = row.text("role")
    line.department = row.text("department")
    line.contract = row.text("contract")
    line.postingID = row.text("posting_id")
    line.description = row.text("description")
    line.quantity = quantity
    line.unitPrice = rate
    line.isFixedPrice = line.unit == "LS" || (line.unit == nil && quantity == nil)
    reading.records.append(.line(line))
  }

  mutating func finish(into reading: inout InputReading) {
    guard !unknownColumns.isEmpty else { return }
    reading.diagnostics.append(
      Diagnostic(
        .warning,
        code: "unknown-columns",
        "columns not used: \(unknownColumns.joined(separator: ", "))",
        at: reading.location(line: 1)
      )
    )
  }

  /// The amount given, else quantity times rate, which is exact and not rounded.
  private func amount(
    _ row: CSVRow,
    _ given: ExactDecimal?,
    _ quantity: ExactDecimal?,
    _ rate: ExactDecimal?,
    _ faults: inout [CSVRow.Failure]
  ) -> ExactDecimal? {
    if let given { return given }
    if let quantity, let rate {
      if row.text("amount") != nil { return nil }
      if let product = quantity.multiplied(by: rate) { return product }
      faults.append(TacitInvoices.productOutOfRange("quantity"))
    } else if ["amount", "quantity", "rate"].allSatisfy({ row.text($0) == nil })
      || !faults.contains(where: { ["amount", "quantity", "rate"].contains($0.column) })
    {
      faults.append(
        CSVRow.Failure(
          column: "amount",
          code: "missing-amount",
          reason: "there is neither an amount nor a quantity with a rate",
          remedy: "complete the record"
        )
      )
    }
    return nil
  }
}
