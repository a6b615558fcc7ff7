internal import Model

/// What is wrong with the form of a record: its quotes, its bytes, its number of fields.
enum CSVStructure {
  /// The most columns that a table may have.
  static let mostColumns = 1024

  /// All faults of a record of a table with this many columns, the gravest first.
  static func faults(of record: CSVRecord, columns: Int) -> [Reject.Fault] {
    var faults = record.faults.map { fault in
      let (code, reason, remedy) = words(for: fault.kind)
      let place = record.place(ofByte: fault.column - 1)
      return Reject.Fault(
        code: code,
        reason: reason,
        remedy: remedy,
        line: place.line,
        column: place.column
      )
    }
    // After these the fields are not the ones that were meant, and counting them says nothing.
    let isCut = record.faults.contains { [.unclosedQuote, .tooLong].contains($0.kind) }
    if isCut { return faults }
    if record.count < columns {
      faults.append(
        Reject.Fault(
          code: "too-few-fields",
          reason: "the header has \(columns) columns, this record has \(record.count)",
          remedy: "complete the record, or export the file again"
        )
      )
    } else if (columns..<record.count).contains(where: { !record.bytes(at: $0).isEmpty }) {
      let place = record.place(at: columns)
      faults.append(
        Reject.Fault(
          code: "too-many-fields",
          reason: "the header has \(columns) columns, this record has \(record.count)",
          remedy: "put quotes around fields that contain the delimiter",
          line: place.line,
          column: place.column
        )
      )
    }
    return faults
  }

  private static func words(
    for fault: CSVRecord.Fault
  ) -> (code: String, reason: String, remedy: String) {
    switch fault {
    case .textAfterQuote:
      (
        "text-after-quote", "text follows a closing quote",
        "quote the whole field and double the quotes inside it"
      )
    case .unclosedQuote:
      (
        "unclosed-quote", "a quote is opened and never closed",
        "close the quote; the lines after it were read as records of their own"
      )
    case .tooLong:
      (
        "record-too-long", "the record is longer than 1 MiB",
        "look for a missing line end or a quote that is never closed"
      )
    case .fieldTooLong:
      (
        "field-too-long", "a field is longer than 64 KiB",
        "shorten the field, or look for a quote that is never closed"
      )
    case .zeroByte:
      (
        "zero-byte", "the record contains zero bytes",
        "export the file again; this one is damaged"
      )
    case .invalidUTF8:
      (
        "invalid-utf8", "the record is not UTF-8",
        "save the file as UTF-8, or name its encoding, for example --encoding windows-1252"
      )
    }
  }
}
