public import Model

/// Groups of work as CSV (RFC 4180), written in portions.
///
/// Texts that a spreadsheet would take for a formula get an apostrophe, as in every CSV of Tacit.
public enum FoldedWorkCSV {
  /// The columns in their order.
  public static let columns = [
    "week", "kind", "type", "freelancer_id", "freelancer", "department", "role", "contract",
    "contract_title", "project", "order", "posting_id", "country", "buyer", "records", "quantity",
    "unit", "amount", "currency", "last_work", "first_date", "last_date", "format", "source",
    "line",
  ]

  private static let portion = 1 << 20

  /// Hands the bytes to `write` in portions of about a megabyte.
  public static func write<Failure: Error>(
    _ work: FoldedWork,
    to write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try write(Array((columns.joined(separator: ",") + "\n").utf8))
    let rows = FoldedWorkRows(work)
    var days = DayTexts()
    var next = 0
    while next < work.groups.count {
      let bytes = [UInt8](unsafeUninitializedCapacity: max(portion, rows.longest)) {
        buffer,
        count in
        (next, count) = rows.write(from: next, into: buffer, &days)
      }
      try write(bytes)
    }
  }
}
