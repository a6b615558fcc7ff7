internal import Model

/// Reads one row of a transaction history with the sign of the account's wallet.
struct UpworkRowReader {
  let format: FormatName
  /// The types of rejected rows by the index of the reject; a type that is not known counts as work,
  /// whose sign a wallet turns as it does that of most others.
  private(set) var rejectedTypes: [Int: UpworkTransactionType] = [:]

  init(format: FormatName) { self.format = format }

  /// Reads a row, or rejects it and returns `nil`.
  mutating func read(_ row: CSVRow, into reading: inout InputReading) -> UpworkSettlement.Row? {
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
      return UpworkSettlement.Row(
        type: type,
        line: line(row, type: type, date: date, amount: read, in: reading),
        texts: Self.texts(row)
      )
    } catch {
      rejectedTypes[reading.rejects.count] = known ?? .miscellaneous
      row.reject(error, into: &reading, amount: amount?.0, currency: amount?.1)
      return nil
    }
  }

  private static func texts(_ row: CSVRow) -> [String] {
    var columns = UpworkTransactions.detailColumns
    columns.insert("Transaction summary", at: 1)
    return columns.compactMap { row.text($0) }
  }

  /// US dollars where the export has them, else the local currency.
  private static func amount(
    _ row: CSVRow
  ) throws(CSVRow.Failure) -> (ExactDecimal, Currency) {
    for column in ["Amount $", "Amount"] {
      if let amount = try row.decimal(column, grouping: true) {
        return (FloatDust.removed(from: amount, .usd), .usd)
      }
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
    return (FloatDust.removed(from: amount, currency), currency)
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
    let title = row.text("Transaction summary")
    line.document = row.text("Ref ID")
    line.date = date
    line.freelancer = row.text("Freelancer") ?? row.text(first: "Agency", "Agency team")
    line.department = row.text(first: "Client team", "Team")
    line.order = row.text("PO")
    line.buyer = row.text(first: "Account name")
    if type.kind != .payment {
      // A payment's texts carry card digits and name no contract; they are never echoed.
      if let title { (line.contractTitle, line.contract) = UpworkText.contract(title) }
      line.description = texts.first { $0 != line.contractTitle }.map(CardDigits.masked)
    }
    // A title may name hours or days that are those of the job, not of this row.
    let details = texts.filter { $0 != title }
    if let period = details.lazy.compactMap(UpworkText.period(in:)).first {
      (line.periodStart, line.periodEnd) = period
    }
    if type == .hourly {
      line.quantity = details.lazy.compactMap(UpworkText.hours(in:)).first
      line.unit = line.quantity == nil ? nil : "HUR"
      line.unitPrice = details.lazy.compactMap(UpworkText.rate(in:)).first
    }
    line.isFixedPrice = type.isFixedPrice
    line.isExtra = type.isExtra
    // Fees name their invoice in the text, or share its transaction.
    let named =
      texts.compactMap(UpworkText.reference(in:)) + [row.text("Transaction ID")].compactMap { $0 }
    line.references = named.filter { $0 != line.document }
    return line
  }
}
