internal import Model

/// A record of a table with its header: fields by column name.
struct CSVRow {
  /// A value that cannot be used.
  struct Failure: Error {
    /// The column's name.
    let column: String
    /// The stable code.
    let code: String
    /// Why, as one sentence.
    let reason: String
    /// What to do.
    let remedy: String
  }

  /// The record.
  let record: CSVRecord
  /// The header.
  let header: CSVHeader

  /// A field without surrounding white space; `nil` when the column is missing or the field blank.
  func text(_ column: String) -> String? {
    guard let index = header[column], index < record.count else { return nil }
    let bytes = record.bytes(at: index)
    guard let first = bytes.firstIndex(where: { !Self.isBlank($0) }),
      let last = bytes.lastIndex(where: { !Self.isBlank($0) })
    else { return nil }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  /// The first of several columns that has a text.
  func text(first columns: String...) -> String? {
    for column in columns {
      if let text = text(column) { return text }
    }
    return nil
  }

  /// A number with a decimal point; `nil` when blank.
  ///
  /// Commas between thousands are read only where the format is known to write them.
  func decimal(_ column: String, grouping: Bool = false) throws(Failure) -> ExactDecimal? {
    guard let text = text(column) else { return nil }
    let digits = grouping ? NumberText.withoutGrouping(text) ?? text : text
    do throws(ExactDecimal.ParseFailure) {
      return try ExactDecimal(bytes: digits.utf8)
    } catch {
      switch error {
      case .notANumber:
        throw Failure(
          column: column,
          code: "bad-number",
          reason: "'\(text)' is not a decimal number",
          remedy: "write digits with a decimal point, for example 1234.50"
        )
      case .outOfRange:
        throw Failure(
          column: column,
          code: "number-out-of-range",
          reason: "'\(text)' has more than 18 digits",
          remedy: "correct the number in the export"
        )
      }
    }
  }

  /// A day in the form `YYYY-MM-DD`; `nil` when blank.
  func isoDay(_ column: String) throws(Failure) -> Day? {
    guard let text = text(column) else { return nil }
    guard let day = Day(text) else { throw badDate(column, text, form: "YYYY-MM-DD") }
    return day
  }

  /// The failure of a text that is no day of the expected form.
  func badDate(_ column: String, _ text: String, form: String) -> Failure {
    Failure(
      column: column,
      code: "bad-date",
      reason: "'\(text)' is not a date of the form \(form)",
      remedy: "correct the date in the export"
    )
  }

  /// A currency; `nil` when blank.
  func currency(_ column: String) throws(Failure) -> Currency? {
    guard let text = text(column) else { return nil }
    guard let currency = Currency(text) else {
      throw Failure(
        column: column,
        code: "unknown-currency",
        reason: "'\(text)' is not a currency code of ISO 4217",
        remedy: "write the three letters of the currency, for example EUR"
      )
    }
    return currency
  }

  /// The location of the record in an input.
  func location(in reading: InputReading) -> SourceLocation { reading.location(line: record.line) }

  /// Rejects the record for a value that cannot be used.
  func reject(
    _ failure: Failure,
    into reading: inout InputReading,
    amount: ExactDecimal? = nil,
    currency: Currency? = nil
  ) {
    let column = header[failure.column].flatMap {
      $0 < record.count ? record.column(at: $0) : nil
    }
    reading.rejects.append(
      Reject(
        location: reading.location(line: record.line, column: column),
        byteOffset: record.byteOffset,
        code: failure.code,
        reason: "\(failure.column): \(failure.reason)",
        remedy: failure.remedy,
        text: record.excerpt,
        amount: amount,
        currency: currency
      )
    )
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}

extension CSVRecord {
  /// The record as it stands, at most 4,096 bytes of it.
  var excerpt: String { String(decoding: raw.prefix(4096), as: UTF8.self) }
}
