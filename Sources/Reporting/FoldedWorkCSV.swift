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
    var text = CSVText(Array((columns.joined(separator: ",") + "\n").utf8))
    let identities = work.identities.map(identity)
    let categories = work.categories.map(category)
    let sources = work.sources.map(cell)
    for group in work.groups {
      let category = categories[Int(group.category)]
      text.day(group.lastWork, atMonday: true)
      text.bytes += category.start
      text.bytes += identities[Int(group.identity)]
      text.number(group.records)
      text.decimal(group.quantity?.normalized)
      text.bytes += category.unit
      text.decimal(group.amount)
      text.bytes += category.currency
      text.day(group.lastWork)
      text.day(group.firstDate)
      text.day(group.lastDate)
      text.bytes += category.format
      text.bytes += sources[Int(group.source)]
      text.bytes.append(UInt8(ascii: ","))
      text.number(group.line, end: UInt8(ascii: "\n"))
      if text.bytes.count >= portion {
        try write(text.bytes)
        text.bytes.removeAll(keepingCapacity: true)
      }
    }
    try write(text.bytes)
  }

  private static let comma = UInt8(ascii: ",")

  private static func identity(_ identity: FoldedWork.Identity) -> [UInt8] {
    [
      identity.freelancerID, identity.freelancer, identity.department, identity.role,
      identity.contract, identity.contractTitle, identity.project, identity.order,
      identity.postingID, identity.country, identity.buyer,
    ]
    .flatMap { cell($0 ?? "") + [comma] }
  }

  private static func category(
    _ category: FoldedWork.Category
  ) -> (start: [UInt8], unit: [UInt8], currency: [UInt8], format: [UInt8]) {
    (
      Array("\(category.kind.rawValue),".utf8) + cell(category.type) + [comma],
      cell(category.unit ?? "") + [comma], Array("\(category.currency),".utf8),
      Array("\(category.format),".utf8)
    )
  }

  /// A quoted cell; nothing for no text.
  private static func cell(_ text: String) -> [UInt8] {
    text.isEmpty ? [] : Array(SafeCSV().escapeText(text).utf8)
  }
}

/// Bytes of CSV under way, and the texts of days, each made once.
private struct CSVText {
  var bytes: [UInt8]
  private var days: [Int32: [UInt8]] = [:]
  private var lastDay: (number: Int32, text: [UInt8]) = (FoldedWork.Group.noDay, [])

  init(_ start: [UInt8]) { bytes = start }

  /// A day, or nothing, and a comma.
  mutating func day(_ number: Int32, atMonday: Bool = false) {
    if number != FoldedWork.Group.noDay {
      // 1970-01-01 was a Thursday.
      let monday = number - ((number + 3) % 7 + 7) % 7
      let number = atMonday ? monday : number
      if lastDay.number != number { lastDay = (number, text(number)) }
      bytes += lastDay.text
    }
    bytes.append(UInt8(ascii: ","))
  }

  private mutating func text(_ number: Int32) -> [UInt8] {
    if let known = days[number] { return known }
    let text = Array(Day(number: Int(number)).description.utf8)
    days[number] = text
    return text
  }

  /// A whole number of at least 0, and what ends the cell.
  mutating func number(_ value: Int, end: UInt8 = UInt8(ascii: ",")) {
    digits(UInt64(value), atLeast: 1)
    bytes.append(end)
  }

  /// A decimal number, or nothing, and a comma.
  mutating func decimal(_ value: ExactDecimal?) {
    if let value {
      if value.isNegative { bytes.append(UInt8(ascii: "-")) }
      digits(value.units.magnitude, atLeast: value.scale + 1)
      if value.scale > 0 { bytes.insert(UInt8(ascii: "."), at: bytes.count - value.scale) }
    }
    bytes.append(UInt8(ascii: ","))
  }

  private mutating func digits(_ value: UInt64, atLeast width: Int) {
    var value = value
    let start = bytes.count
    while value > 0 || bytes.count - start < width {
      bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
      value /= 10
    }
    bytes[start...].reverse()
  }
}
