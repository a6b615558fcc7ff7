internal import Model

/// Upwork's transaction history in all evidenced shapes: 13 columns (up to about 2024), 19 columns
/// (from 2025), and any subset that people pick or keep, such as the 9 columns seen in the wild.
struct UpworkTransactions: CSVFormat {
  let name: FormatName = "upwork-transactions"
  let summary = "Upwork transaction history, client's or freelancer's side"
  let grade = EvidenceGrade.real
  let evidence =
    "A client's real export of 214 rows (9 columns), a public fixture of the 19 columns, and two "
    + "importers of the 13; signs from Upwork's help pages 360000990188 and 211068538."

  let needs = [
    ["Date"], ["Ref ID"], ["Transaction type", "Type"],
    ["Amount", "Amount $", "Amount in local currency"],
  ]

  var columns: [CSVColumn] {
    [
      CSVColumn("Date", "date"), CSVColumn("Ref ID", "document"),
      CSVColumn("Transaction ID", "references"), CSVColumn("Transaction type", "kind"),
      CSVColumn("Type", "kind"), CSVColumn("Transaction summary", "contract"),
      CSVColumn("Transaction summary details", "period_start, period_end"),
      CSVColumn("Description", "description"), CSVColumn("Description 1", "description"),
      CSVColumn("Description 2", "quantity"), CSVColumn("Description 3", "unit_price"),
      CSVColumn("Agency", "freelancer"), CSVColumn("Agency team", "freelancer"),
      CSVColumn("Freelancer", "freelancer"), CSVColumn("Team", "department"),
      CSVColumn("Client team", "department"), CSVColumn("Account name", "buyer"),
      CSVColumn("PO", "order"), CSVColumn("Amount", "amount"), CSVColumn("Amount $", "amount"),
      CSVColumn("Amount in local currency", "amount"), CSVColumn("Currency", "currency"),
    ]
  }

  func recognises(_ header: CSVHeader) -> Bool {
    guard header.has("Date", "Ref ID") else { return false }
    let hasAmount =
      header["Amount"] != nil || header["Amount $"] != nil
      || header["Amount in local currency"] != nil
    let isNew = header["Transaction type"] != nil
    let isClassic =
      header["Type"] != nil && (header["Account Name"] != nil || header["Balance"] != nil)
    return hasAmount && (isNew || isClassic)
  }

  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader {
    UpworkTransactionsReader(format: name)
  }
}

/// Reads the rows with the signs of the account's wallet; sides, escrow and fees are settled when
/// the last row is known, because the order of rows is processing order.
private struct UpworkTransactionsReader: CSVRowReader {
  let format: FormatName
  private var rows: [UpworkSettlement.Row] = []
  private var rejectedTypes: [Int: UpworkTransactionType] = [:]

  init(format: FormatName) { self.format = format }

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    var amount: (ExactDecimal, Currency)?
    var known: UpworkTransactionType?
    do throws(CSVRow.Failure) {
      let read = try Self.amount(row)
      amount = read
      let typeColumn = row.header["Transaction type"] != nil ? "Transaction type" : "Type"
      let typeText = row.text(typeColumn) ?? ""
      guard let type = UpworkTransactionType(typeText) else {
        throw CSVRow.Failure(
          column: typeColumn,
          code: "unknown-type",
          reason: "'\(typeText)' is not a transaction type that is known",
          remedy: "tell the maintainers which row of your history this is"
        )
      }
      known = type
      let dateText = row.text("Date") ?? ""
      guard let date = UpworkText.day(dateText) else {
        throw row.badDate("Date", dateText, form: "Feb 23, 2026")
      }
      rows.append(
        UpworkSettlement.Row(
          type: type,
          line: line(row, type: type, date: date, amount: read, in: reading),
          texts: Self.texts(row),
          excerpt: row.record.excerpt,
          byteOffset: row.record.byteOffset
        )
      )
    } catch {
      rejectedTypes[reading.rejects.count] = known
      row.reject(error, into: &reading, amount: amount?.0, currency: amount?.1)
    }
  }

  mutating func finish(into reading: inout InputReading) {
    UpworkSettlement(rows, rejected: rejectedTypes).settle(into: &reading)
    rows = []
    rejectedTypes = [:]
  }

  private static let textColumns = [
    "Description", "Transaction summary", "Transaction summary details", "Description 1",
    "Description 2", "Description 3",
  ]

  private static func texts(_ row: CSVRow) -> [String] { textColumns.compactMap { row.text($0) } }

  /// US dollars where the export has them, else the local currency.
  private static func amount(
    _ row: CSVRow
  ) throws(CSVRow.Failure) -> (ExactDecimal, Currency) {
    for column in ["Amount $", "Amount"] {
      if let amount = try row.decimal(column, grouping: true) { return (amount, .usd) }
    }
    let local = "Amount in local currency"
    guard let amount = try row.decimal(local, grouping: true) else {
      throw CSVRow.Failure(
        column: row.header[local] != nil ? local : "Amount",
        code: "missing-amount",
        reason: "the amount is empty",
        remedy: "export the file again with its amounts"
      )
    }
    guard let currency = try row.currency("Currency") else {
      throw CSVRow.Failure(
        column: "Currency",
        code: "missing-currency",
        reason: "a local amount without its currency",
        remedy: "export the file again with the column Currency or Amount $"
      )
    }
    return (amount, currency)
  }

  private func line(
    _ row: CSVRow,
    type: UpworkTransactionType,
    date: Day,
    amount: (ExactDecimal, Currency),
    in reading: InputReading
  ) -> InvoiceLine {
    var line = InvoiceLine(
      kind: type.kind,
      location: row.location(in: reading),
      format: format,
      amount: amount.0,
      currency: amount.1
    )
    let texts = Self.texts(row)
    line.document = row.text("Ref ID")
    line.date = date
    line.freelancer = row.text("Freelancer") ?? row.text(first: "Agency", "Agency team")
    line.department = row.text(first: "Client team", "Team")
    line.order = row.text("PO")
    line.buyer = row.text(first: "Account name")
    if type.kind != .payment {
      // A payment's texts carry card digits and name no contract; they are never echoed.
      if let title = row.text(first: "Transaction summary") {
        (line.contractTitle, line.contract) = UpworkText.contract(title)
      }
      line.description = texts.first { $0 != line.contractTitle }
    }
    for text in texts where line.periodEnd == nil {
      if let period = UpworkText.period(in: text) {
        (line.periodStart, line.periodEnd) = period
      }
    }
    if type == .hourly {
      line.quantity = texts.lazy.compactMap(UpworkText.hours(in:)).first
      line.unit = line.quantity == nil ? nil : "HUR"
      line.unitPrice = texts.lazy.compactMap(UpworkText.rate(in:)).first
    }
    line.isFixedPrice = type == .fixedPrice || type == .milestone
    line.isExtra = type.isExtra
    // Fees name their invoice in the text, or share its transaction.
    let named =
      texts.compactMap(UpworkText.reference(in:)) + [row.text("Transaction ID")].compactMap { $0 }
    line.references = named.filter { $0 != line.document }
    return line
  }
}
