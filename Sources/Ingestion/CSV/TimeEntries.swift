internal import Model

/// Publishes the entries of a time tracker: hours with what they cost, as far as the report says.
struct TimeEntries {
  let format: FormatName
  private let named: Currency?
  private let fallback: FallbackCurrency
  private var withoutMoney = 0
  private var firstWithoutMoney: Int?

  /// Entries in the currency that the header names, or `nil` where it names none.
  init(format: FormatName, currency: Currency?, options: IngestionOptions) {
    self.format = format
    named = currency
    fallback = FallbackCurrency(options)
  }

  /// The hours of a cell such as `02:30:00`; `nil` when noted as a fault.
  static func hours(
    _ row: CSVRow,
    _ column: String,
    _ faults: inout [CSVRow.Failure]
  ) -> ExactDecimal? {
    guard let text = row.text(column) else {
      faults.append(CSVRow.missing(column, code: "missing-hours"))
      return nil
    }
    if let hours = WorkUnit.hours(text) { return hours }
    faults.append(
      CSVRow.Failure(
        column: column,
        code: "bad-duration",
        reason: "'\(text)' is not a duration of the form HH:MM:SS",
        remedy: "export the report with durations as HH:MM:SS"
      )
    )
    return nil
  }

  /// Publishes one entry, or rejects it for its faults; `fill` adds who did what.
  mutating func publish(
    _ row: CSVRow,
    _ date: Day?,
    _ hours: ExactDecimal?,
    _ amount: ExactDecimal?,
    _ faults: [CSVRow.Failure],
    currency rowCurrency: Currency? = nil,
    into reading: inout InputReading,
    fill: (inout InvoiceLine) -> Void
  ) {
    let currency =
      rowCurrency ?? named
      ?? (amount == nil ? fallback.currency : fallback.used(for: row, in: &reading))
    guard faults.isEmpty, let hours else {
      row.reject(
        faults,
        into: &reading,
        amount: amount,
        currency: amount == nil ? nil : currency
      )
      return
    }
    var line = InvoiceLine(
      kind: .timesheet,
      location: row.location(in: reading),
      format: format,
      amount: amount ?? .zero,
      currency: currency
    )
    line.date = date
    line.quantity = hours
    line.unit = "HUR"
    fill(&line)
    if amount == nil || (amount?.isZero == true && !hours.isZero) {
      withoutMoney += 1
      if firstWithoutMoney == nil { firstWithoutMoney = row.record.line }
    }
    reading.records.append(.line(line))
  }

  /// Says how many entries name hours and no money.
  func finish(into reading: inout InputReading) {
    guard let firstWithoutMoney else { return }
    reading.diagnostics.append(
      Diagnostic(
        .warning,
        code: "hours-without-money",
        "\(withoutMoney == 1 ? "1 entry names" : "\(withoutMoney) entries name") hours and no "
          + "amount; they count as presence and cost nothing",
        remedy: "export the report with rates, or add the invoices of the same work instead",
        at: reading.location(line: firstWithoutMoney)
      )
    )
  }
}
