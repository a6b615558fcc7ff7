internal import Model

/// QuickBooks Online's "Transaction List by Vendor": titles, a header whose first cell is empty, the
/// name of each vendor alone on a line, its transactions, and a line of its total.
///
/// A bill is an invoice and its payment a payment. Cheques, cards and cash booked without a bill are
/// cost themselves; their amounts carry the sign of the account they were paid from. Amounts are
/// `1,200.00`, `$0.00` and `-$5.00` in English, so the column has to prove its decimal mark.
struct QuickBooksVendorList: CSVFormat {
  let name: FormatName = "quickbooks-vendor-list"
  let summary = "QuickBooks Online transaction list by vendor"
  let grade = EvidenceGrade.corroborated
  let evidence =
    "Two public importers that agree on the layout and on amounts such as \"1,200.00\" and $0.00."
  let needs = [["Date"], ["Transaction type"], ["Num"], ["Amount"]]
  let hasUnnamedColumns = true

  func recognises(_ header: CSVHeader) -> Bool {
    header.names.first == "" && header.has("Date", "Transaction type", "Amount")
      && header["Ref ID"] == nil
  }

  var columns: [CSVColumn] {
    [
      CSVColumn("Date", "date", .provenDate), CSVColumn("Transaction type", "kind"),
      CSVColumn("Num", "document"), CSVColumn("Posting (Y/N)", "whether it counts"),
      CSVColumn("Memo/Description", "description"), CSVColumn("Account", "not used"),
      CSVColumn("Amount", "amount", .provenNumber(isBare: false)),
    ]
  }

  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader {
    QuickBooksVendorListReader(format: name, fallback: FallbackCurrency(options), header: header)
  }
}

private struct QuickBooksVendorListReader: CSVRowReader {
  private let format: FormatName
  private let fallback: FallbackCurrency
  private let header: CSVHeader
  private var vendor: String?
  private var sum: ExactDecimal? = .zero
  private var grandSum: ExactDecimal? = .zero

  init(format: FormatName, fallback: FallbackCurrency, header: CSVHeader) {
    self.format = format
    self.fallback = fallback
    self.header = header
  }

  private static let kinds: [String: InvoiceLine.Kind] = [
    "bill": .invoice, "expense": .invoice, "check": .invoice, "cash expense": .invoice,
    "credit card expense": .invoice, "vendor credit": .creditNote, "credit card credit": .refund,
  ]

  mutating func takesLayout(
    _ record: CSVRecord,
    _ conventions: CSVConventions,
    into reading: inout InputReading
  ) -> Bool {
    guard record.fault == nil, record.count > 0,
      let label = CSVRow.trimmed(record.bytes(at: 0)),
      (1..<record.count).allSatisfy({
        CSVRow.trimmed(record.bytes(at: $0)) == nil || $0 == header["Amount"]
      })
    else { return false }
    if label.lowercased().hasPrefix("total for ") || label.lowercased() == "total" {
      check(record, label, conventions, into: &reading)
      return true
    }
    if record.count == 1 {
      // The line that says when the report was made.
      vendor = nil
    } else {
      vendor = label
      sum = .zero
    }
    return true
  }

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    if let posting = row.text("Posting (Y/N)"), posting.lowercased().hasPrefix("n") {
      row.setAside(
        code: "not-completed",
        "Posting is '\(posting)'; the transaction is in no account",
        into: &reading
      )
      return
    }
    var faults: [CSVRow.Failure] = []
    let date = row.requiredDay("Date", &faults)
    let currency = fallback.used(for: row, in: &reading)
    let amount = row.money("Amount", currency, &faults)
    if row.text("Amount") == nil {
      faults.append(CSVRow.missing("Amount", code: "missing-amount"))
    }
    if vendor == nil {
      faults.append(
        CSVRow.Failure(
          column: "Date",
          code: "missing-freelancer",
          reason: "no vendor stands above this transaction",
          remedy: "export the report again"
        )
      )
    }
    let typeText = row.text("Transaction type") ?? ""
    let type = typeText.lowercased()
    let kind = type.hasPrefix("bill payment") ? .payment : Self.kinds[type]
    if kind == nil {
      faults.append(
        CSVRow.Failure(
          column: "Transaction type",
          code: "unknown-type",
          reason: "'\(typeText)' is not a transaction type that is known",
          remedy: "tell the maintainers what this transaction is"
        )
      )
    }
    if let amount {
      sum = sum?.adding(amount)
      grandSum = grandSum?.adding(amount)
    }
    guard faults.isEmpty, let amount, let kind else {
      row.reject(faults, into: &reading, amount: amount, currency: currency)
      return
    }
    let cost = Self.cost(amount, kind, type)
    var line = InvoiceLine(
      kind: kind,
      location: row.location(in: reading),
      format: format,
      amount: cost,
      currency: currency
    )
    line.date = date
    line.document = row.text("Num")
    line.freelancer = vendor
    line.description = row.text("Memo/Description")
    line.isFixedPrice = kind == .invoice
    reading.records.append(.line(line))
  }

  /// Cost to the account's owner: what a bill says, what left an account, credits negative.
  private static func cost(
    _ amount: ExactDecimal,
    _ kind: InvoiceLine.Kind,
    _ type: String
  ) -> ExactDecimal {
    switch kind {
    case .creditNote, .refund: amount.magnitude.negated
    case .payment: amount.negated
    default: type == "bill" ? amount : amount.magnitude
    }
  }

  private mutating func check(
    _ record: CSVRecord,
    _ label: String,
    _ conventions: CSVConventions,
    into reading: inout InputReading
  ) {
    let isGrand = label.lowercased() == "total"
    let counted = isGrand ? grandSum : sum
    vendor = nil
    guard let index = header["Amount"], index < record.count,
      let text = CSVRow.trimmed(record.bytes(at: index)),
      let stated = try? (conventions.numbers[index] ?? .plain).number(text), stated != counted
    else { return }
    reading.diagnostics.append(
      Diagnostic(
        .warning,
        code: "total-row-differs",
        "'\(label)' says \(stated), its transactions add up to "
          + (counted?.description ?? "a number of more than 18 digits"),
        remedy: "check whether rows are missing in the export",
        at: reading.location(line: record.line)
      )
    )
  }
}
