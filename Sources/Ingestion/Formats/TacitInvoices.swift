internal import Model

/// Tacit's own invoice table, for direct contractors and anything without an export format.
struct TacitInvoices: CSVFormat {
  let name: FormatName = "tacit-invoices"
  let summary = "Tacit's own CSV of invoice lines"
  let grade = EvidenceGrade.own
  let evidence = "Defined by this project; see the README."

  static let columns = [
    "invoice_id", "line_id", "date", "period_start", "period_end", "freelancer_id", "freelancer",
    "role", "department", "contract", "posting_id", "description", "quantity", "unit", "rate",
    "amount", "currency",
  ]

  func recognises(_ header: CSVHeader) -> Bool {
    header.has("date") && (header["freelancer_id"] != nil || header["freelancer"] != nil)
      && (header["amount"] != nil || header.has("quantity", "rate"))
  }

  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader {
    TacitInvoicesReader(
      format: name,
      defaultCurrency: options.defaultCurrency,
      unknownColumns: header.names(besides: Self.columns)
    )
  }
}

private struct TacitInvoicesReader: CSVRowReader {
  let format: FormatName
  let defaultCurrency: Currency
  let unknownColumns: [String]

  /// UN/ECE Recommendation 20 codes of the units that the format names.
  private static let units = [
    "hour": "HUR", "day": "DAY", "week": "WEE", "month": "MON", "fixed": "LS",
  ]

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    var amount: ExactDecimal?
    var currency: Currency?
    do throws(CSVRow.Failure) {
      amount = try row.decimal("amount")
      currency = try row.currency("currency") ?? defaultCurrency
      reading.records.append(
        .line(try line(row, amount: amount, currency: currency ?? defaultCurrency, in: reading))
      )
    } catch {
      row.reject(error, into: &reading, amount: amount, currency: currency)
    }
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

  private func line(
    _ row: CSVRow,
    amount given: ExactDecimal?,
    currency: Currency,
    in reading: InputReading
  ) throws(CSVRow.Failure) -> InvoiceLine {
    guard let date = try row.isoDay("date") else {
      throw missing("date", "the date is empty")
    }
    let quantity = try row.decimal("quantity")
    let rate = try row.decimal("rate")
    guard row.text("freelancer_id") != nil || row.text("freelancer") != nil else {
      throw missing("freelancer", "neither freelancer_id nor freelancer is given")
    }
    let computed = try product(quantity, rate)
    guard let amount = given ?? computed else {
      throw missing("amount", "there is neither an amount nor a quantity with a rate")
    }
    var line = InvoiceLine(
      kind: amount.isNegative ? .creditNote : .invoice,
      location: row.location(in: reading),
      format: format,
      amount: amount,
      currency: currency
    )
    line.date = date
    line.periodStart = try row.isoDay("period_start")
    line.periodEnd = try row.isoDay("period_end")
    if let start = line.periodStart, let end = line.periodEnd, end < start {
      throw CSVRow.Failure(
        column: "period_end",
        code: "bad-period",
        reason: "the period ends before it starts",
        remedy: "correct period_start or period_end"
      )
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
    line.unit = try unit(row, hasRate: rate != nil)
    line.isFixedPrice = line.unit == "LS" || (line.unit == nil && quantity == nil)
    return line
  }

  private func unit(_ row: CSVRow, hasRate: Bool) throws(CSVRow.Failure) -> String? {
    guard let text = row.text("unit") else { return hasRate ? "HUR" : nil }
    guard let code = Self.units[text.lowercased()] else {
      throw CSVRow.Failure(
        column: "unit",
        code: "unknown-unit",
        reason: "'\(text)' is not a unit of this format",
        remedy: "write hour, day, week, month or fixed"
      )
    }
    return code
  }

  private func product(
    _ quantity: ExactDecimal?,
    _ rate: ExactDecimal?
  ) throws(CSVRow.Failure) -> ExactDecimal? {
    guard let quantity, let rate else { return nil }
    guard let product = quantity.multiplied(by: rate) else {
      throw CSVRow.Failure(
        column: "quantity",
        code: "number-out-of-range",
        reason: "quantity times rate has more than 18 digits",
        remedy: "correct the numbers"
      )
    }
    return product
  }

  private func missing(_ column: String, _ reason: String) -> CSVRow.Failure {
    CSVRow.Failure(
      column: column,
      code: "missing-\(column)",
      reason: reason,
      remedy: "complete the record"
    )
  }
}
