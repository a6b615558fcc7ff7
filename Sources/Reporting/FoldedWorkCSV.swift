public import Model

/// Groups of work as CSV (RFC 4180), in portions of which each can be made by itself.
///
/// Texts that a spreadsheet would take for a formula get an apostrophe, as in every CSV of Tacit.
public struct FoldedWorkCSV: Sendable {
  /// The columns in their order.
  public static let columns = [
    "week", "kind", "type", "freelancer_id", "freelancer", "department", "role", "contract",
    "contract_title", "project", "order", "posting_id", "country", "buyer", "records", "quantity",
    "unit", "amount", "currency", "last_work", "first_date", "last_date", "format", "source",
    "line",
  ]

  private static let groupsInPortion = 1 << 13
  private let rows: FoldedWorkRows

  /// Prepares the texts that groups share.
  public init(_ work: FoldedWork) { rows = FoldedWorkRows(work) }

  /// The number of portions, one after the other the whole table.
  public var portions: Int {
    1 + (rows.count + Self.groupsInPortion - 1) / Self.groupsInPortion
  }

  /// The bytes of a portion: the header, then groups.
  public func portion(_ index: Int) -> [UInt8] {
    guard index > 0 else { return Array((Self.columns.joined(separator: ",") + "\n").utf8) }
    let start = (index - 1) * Self.groupsInPortion
    return rows.bytes(start..<min(start + Self.groupsInPortion, rows.count))
  }
}
