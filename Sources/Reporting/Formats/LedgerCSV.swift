internal import Model

/// Every record with what became of it: the amounts of `used`, `rejected` and `duplicate` add up to
/// the reconciliation, each currency by itself.
struct LedgerCSV: OutputFormat {
  private static let columns = [
    "file", "line", "outcome", "kind", "document", "date", "freelancer_id", "freelancer",
    "contract",
    "text", "quantity", "unit", "amount", "currency", "note",
  ]

  let fileName = "ledger.csv"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    var output = Array((Self.columns.joined(separator: ",") + "\r\n").utf8)
    let cell = SafeCSV().escapeText
    for entry in context.ledger {
      let cells = [
        cell(entry.location.source), "\(entry.location.line)", entry.outcome.rawValue, entry.kind,
        cell(entry.document), entry.date, cell(entry.freelancerID), cell(entry.freelancer),
        cell(entry.contract), cell(entry.text), entry.quantity, cell(entry.unit), entry.amount,
        entry.currency, cell(entry.note),
      ]
      output += (cells.joined(separator: ",") + "\r\n").utf8
    }
    return output
  }
}
