public import Model

/// Normalised records as `tacit ingest` prints them: one JSON object a line, absent fields left
/// out, decimals as strings.
public enum RecordJSON {
  /// One record on one line.
  public static func line(_ record: Record) -> String {
    switch record {
    case .line(let line): object(line).compact
    case .posting(let posting): object(posting).compact
    }
  }

  private static func object(_ line: InvoiceLine) -> JSONValue {
    var members: [(String, JSONValue)] = head(
      kind: line.kind.rawValue,
      location: line.location,
      format: line.format
    )
    let texts: [(String, String?)] = [
      ("document", line.document), ("line_id", line.lineID), ("date", line.date?.description),
      ("period_start", line.periodStart?.description),
      ("period_end", line.periodEnd?.description), ("freelancer_id", line.freelancerID),
      ("freelancer", line.freelancer), ("country", line.country), ("buyer", line.buyer),
      ("contract", line.contract), ("contract_title", line.contractTitle),
      ("project", line.project), ("order", line.order), ("posting_id", line.postingID),
      ("role", line.role), ("department", line.department), ("description", line.description),
      ("quantity", line.quantity?.description), ("unit", line.unit),
      ("unit_price", line.unitPrice?.description), ("amount", line.amount.description),
      ("currency", line.currency.code), ("side", line.side?.rawValue),
    ]
    members += texts.compactMap { key, text in text.map { (key, .string($0)) } }
    if !line.references.isEmpty {
      members.append(("references", .array(line.references.map { .string($0) })))
    }
    return .object(members)
  }

  private static func object(_ posting: Posting) -> JSONValue {
    var members = head(kind: "posting", location: posting.location, format: posting.format)
    let texts: [(String, String?)] = [
      ("posting_id", posting.id), ("date", posting.date?.description), ("buyer", posting.buyer),
      ("role", posting.role), ("department", posting.department), ("title", posting.title),
      ("description", posting.description.isEmpty ? nil : posting.description),
      ("category", posting.category), ("type", posting.type), ("duration", posting.duration),
      ("hours_per_week", posting.hoursPerWeek),
    ]
    members += texts.compactMap { key, text in text.map { (key, .string($0)) } }
    if !posting.skills.isEmpty {
      members.append(("skills", .array(posting.skills.map { .string($0) })))
    }
    return .object(members)
  }

  private static func head(
    kind: String,
    location: SourceLocation,
    format: FormatName
  ) -> [(String, JSONValue)] {
    [
      ("kind", .string(kind)), ("source", .string(location.source)),
      ("line", .integer(location.line)), ("format", .string(format.description)),
    ]
  }
}
