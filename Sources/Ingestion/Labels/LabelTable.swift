internal import Model

/// Labelled postings as Tacit's own CSV of postings with a column `label`, and optionally
/// `confidence` and `platform`.
enum LabelTable {
  static func read(_ bytes: [UInt8], named name: String) -> LabelReader.Reading {
    var reading = LabelReader.Reading()
    var input = InputReading(source: name)
    let head = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let delimiter = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].max { a, b in
      head.count { $0 == a } < head.count { $0 == b }
    }
    var reader = CSVReader(MemorySource(bytes), delimiter: delimiter ?? UInt8(ascii: ","))
    var record = CSVRecord()
    guard (try? reader.next(into: &record)) == true else { return reading }
    let header = CSVHeader(record)
    guard header.has("title", "label") else {
      reading.rejects.append(
        Reject(
          location: SourceLocation(source: name, line: 1),
          byteOffset: 0,
          code: "no-labels",
          reason: "the first line names no columns 'title' and 'label'",
          remedy: "add a column label to the CSV of postings, or give JSON lines",
          text: record.excerpt
        )
      )
      return reading
    }
    var rows = TacitPostings().makeReader(header: header, options: IngestionOptions())
    while (try? reader.next(into: &record)) == true {
      if record.isBlank { continue }
      let row = CSVRow(record: record, header: header)
      guard record.fault == nil, record.count >= header.names.count else {
        row.reject(
          CSVRow.Failure(
            column: "title",
            code: "bad-record",
            reason: "the record is not as the header says",
            remedy: "look for quotes that are not closed and fields that are missing"
          ),
          into: &input
        )
        continue
      }
      guard let label = row.text("label").flatMap(LabelReader.isCollaborative) else {
        row.reject(
          CSVRow.Failure(
            column: "label",
            code: "bad-label",
            reason: LabelReader.complaint(row.text("label")),
            remedy: LabelReader.remedy
          ),
          into: &input
        )
        continue
      }
      let confidence = row.text("confidence").map { number($0, delimiter) ?? -1 } ?? 0.85
      guard (0.5...1).contains(confidence) else {
        row.reject(
          CSVRow.Failure(
            column: "confidence",
            code: "bad-confidence",
            reason: "'\(row.text("confidence") ?? "")' is not between 0.5 and 1",
            remedy: "write how sure the label is, from 0.5 for a coin flip to 1"
          ),
          into: &input
        )
        continue
      }
      rows.read(row, into: &input)
      guard case .posting(let posting)? = input.records.popLast() else { continue }
      reading.postings.append(
        LabelledPosting(
          posting: posting,
          isCollaborative: label,
          confidence: confidence,
          platform: row.text("platform") ?? ""
        )
      )
    }
    reading.rejects += input.rejects
    return reading
  }

  /// A number; with a decimal comma where commas do not part the fields.
  private static func number(_ text: String, _ delimiter: UInt8?) -> Double? {
    Double(
      delimiter == UInt8(ascii: ",")
        ? text : String(text.map { $0 == "," ? "." : $0 })
    )
  }
}
