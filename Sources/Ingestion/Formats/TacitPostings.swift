internal import Model

/// Tacit's own table of job postings.
struct TacitPostings: CSVFormat {
  let name: FormatName = "tacit-postings"
  let summary = "Tacit's own CSV of job postings"
  let grade = EvidenceGrade.own
  let evidence =
    "Defined by this project; see the README. Recognised by its title, two further columns and no amount."

  let needs = [["title"]]

  static let names = [
    "posting_id", "date", "role", "department", "title", "description", "category", "skills",
    "type", "duration", "hours_per_week",
  ]

  func recognises(_ header: CSVHeader) -> Bool {
    header.has("title") && header["amount"] == nil
      && Self.names.count(where: { header[$0] != nil }) >= 3
  }

  var columns: [CSVColumn] {
    Self.names.map {
      CSVColumn($0, $0, $0 == "date" ? .ownDate : .text)
    }
  }

  static func skills(_ text: String?) -> [String] {
    guard let text else { return [] }
    // Bytes, because the separators and the space are ASCII and characters are slow to find.
    let separator = [UInt8(ascii: ";"), UInt8(ascii: "|")].first(where: text.utf8.contains)
    return text.utf8.split(separator: separator ?? UInt8(ascii: ",")).compactMap { skill in
      var name = skill.drop { $0 == UInt8(ascii: " ") }
      while name.last == UInt8(ascii: " ") { name.removeLast() }
      return name.isEmpty ? nil : String(Substring(name))
    }
  }

  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader {
    TacitPostingsReader(format: name)
  }
}

private struct TacitPostingsReader: CSVRowReader {
  let format: FormatName

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    var faults: [CSVRow.Failure] = []
    let date = row.day("date", &faults)
    if row.text("title") == nil {
      faults.append(CSVRow.missing("title", code: "missing-title"))
    }
    guard faults.isEmpty, let title = row.text("title") else {
      row.reject(faults, into: &reading)
      return
    }
    var posting = Posting(location: row.location(in: reading), format: format, title: title)
    posting.id = row.text("posting_id")
    posting.date = date
    posting.role = row.text("role")
    posting.department = row.text("department")
    posting.description = row.text("description").map(MarkupText.plain) ?? ""
    posting.category = row.text("category")
    posting.skills = TacitPostings.skills(row.text("skills"))
    posting.type = row.text("type")
    posting.duration = row.text("duration")
    posting.hoursPerWeek = row.text("hours_per_week")
    reading.records.append(.posting(posting))
  }
}
