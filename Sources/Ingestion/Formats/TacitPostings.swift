internal import Model

/// Tacit's own table of job postings.
struct TacitPostings: CSVFormat {
  let name: FormatName = "tacit-postings"
  let summary = "Tacit's own CSV of job postings"
  let grade = EvidenceGrade.own
  let evidence = "Defined by this project; see the README."

  static let columns = [
    "posting_id", "date", "role", "department", "title", "description", "category", "skills",
    "type", "duration", "hours_per_week",
  ]

  func recognises(_ header: CSVHeader) -> Bool {
    header.has("title") && header["amount"] == nil
      && Self.columns.count(where: { header[$0] != nil }) >= 3
  }

  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader {
    TacitPostingsReader(format: name)
  }
}

private struct TacitPostingsReader: CSVRowReader {
  let format: FormatName

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    do throws(CSVRow.Failure) {
      guard let title = row.text("title") else {
        throw CSVRow.Failure(
          column: "title",
          code: "missing-title",
          reason: "the title is empty",
          remedy: "complete the record"
        )
      }
      var posting = Posting(location: row.location(in: reading), format: format, title: title)
      posting.id = row.text("posting_id")
      posting.date = try row.isoDay("date")
      posting.role = row.text("role")
      posting.department = row.text("department")
      posting.description = row.text("description").map(MarkupText.plain) ?? ""
      posting.category = row.text("category")
      posting.skills = Self.skills(row.text("skills"))
      posting.type = row.text("type")
      posting.duration = row.text("duration")
      posting.hoursPerWeek = row.text("hours_per_week")
      reading.records.append(.posting(posting))
    } catch {
      row.reject(error, into: &reading)
    }
  }

  mutating func finish(into reading: inout InputReading) {}

  private static func skills(_ text: String?) -> [String] {
    guard let text else { return [] }
    let separator: Character = text.contains(";") ? ";" : text.contains("|") ? "|" : ","
    return text.split(separator: separator).map { skill in
      String(skill.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}
