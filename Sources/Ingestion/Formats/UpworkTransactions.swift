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
      CSVColumn("PO", "order"), CSVColumn("Amount", "amount", .number(NumberText.convention)),
      CSVColumn("Amount $", "amount", .number(NumberText.convention)),
      CSVColumn("Amount in local currency", "amount", .number(NumberText.convention)),
      CSVColumn("Currency", "currency"),
    ]
  }

  var hidesCardDigits: Bool { true }

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

extension UpworkTransactions {
  /// The columns whose texts can name a period or hours; a contract's title never does.
  static let detailColumns = [
    "Description", "Transaction summary details", "Description 1", "Description 2",
    "Description 3",
  ]
}

/// Reads the rows with the signs of the account's wallet; sides, escrow and fees are settled when
/// the last row is known, because the order of rows is processing order.
private struct UpworkTransactionsReader: CSVRowReader {
  private var reader: UpworkRowReader
  private var rows: [UpworkSettlement.Row] = []

  init(format: FormatName) { reader = UpworkRowReader(format: format) }

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    if let read = reader.read(row, into: &reading) { rows.append(read) }
  }

  mutating func finish(into reading: inout InputReading) {
    UpworkSettlement(rows, rejected: reader.rejectedTypes).settle(into: &reading)
    self = Self(format: reader.format)
  }
}
