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

    /// The same failure with something else to do.
    func with(remedy: String) -> Self {
      Self(column: column, code: code, reason: reason, remedy: remedy)
    }
  }

  /// The record.
  let record: CSVRecord
  /// The header.
  let header: CSVHeader
  /// How its columns write numbers and dates.
  let conventions: CSVConventions

  /// A row of a table.
  init(record: CSVRecord, header: CSVHeader, conventions: CSVConventions = CSVConventions()) {
    self.record = record
    self.header = header
    self.conventions = conventions
  }

  /// A field without surrounding white space; `nil` when the column is missing or the field blank.
  func text(_ column: String) -> String? {
    guard let index = header[column], index < record.count else { return nil }
    return Self.trimmed(record.bytes(at: index))
  }

  /// The first of several columns that has a text.
  func text(first columns: String...) -> String? {
    for column in columns {
      if let text = text(column) { return text }
    }
    return nil
  }

  /// Bytes as text without surrounding white space, or `nil` when nothing is left.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> String? {
    trimmedBytes(bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Bytes without surrounding white space, or `nil` when nothing is left.
  static func trimmedBytes(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return nil }
    return bytes[first...last]
  }

  /// Whether a column is read as Tacit's own tables are written only because nothing says otherwise.
  private func isAssumed(_ column: String) -> Bool {
    header[column].map(conventions.assumed.contains) ?? false
  }

  /// A number as its column writes numbers; `nil` when blank or noted as a fault.
  func number(_ column: String, _ faults: inout [Failure]) -> ExactDecimal? {
    guard let text = text(column) else { return nil }
    let convention = header[column].flatMap { conventions.numbers[$0] } ?? .plain
    do throws(NumberConvention.Failure) {
      return try convention.number(text)
    } catch {
      var fault = Self.badNumber(column, text, error, convention)
      if isAssumed(column), case .proves(let mark) = NumberEvidence(text), mark != "." {
        fault = fault.with(
          remedy: "write digits with a decimal point, for example 1234.50, or say --decimal-mark "
            + "\(mark) (decimalChar in a mapping) where the column writes that mark"
        )
      }
      faults.append(fault)
      return nil
    }
  }

  /// An amount of money in a currency: a number with no more decimals than its minor unit has.
  func money(
    _ column: String,
    _ currency: Currency,
    _ faults: inout [Failure]
  ) -> ExactDecimal? {
    guard let number = number(column, &faults) else { return nil }
    let amount = FloatDust.removed(from: number, currency)
    if amount.normalized.scale > currency.minorUnitDigits {
      faults.append(
        Failure(
          column: column,
          code: "too-many-decimals",
          reason: "'\(text(column) ?? "")' has more decimals than \(currency) has "
            + "(\(currency.minorUnitDigits))",
          remedy: "correct the amount or its currency"
        )
      )
      return nil
    }
    // 1.250 in euros is 1250 where the point groups: a zero at the end does not tell.
    if isAssumed(column), amount.scale > currency.minorUnitDigits, let text = text(column),
      NumberEvidence(text) == .ambiguous
    {
      faults.append(
        Failure(
          column: column,
          code: "too-many-decimals",
          reason: "'\(text)' has more decimals than \(currency) has "
            + "(\(currency.minorUnitDigits)), or its point stands between thousands",
          remedy: "write it with \(currency.minorUnitDigits) decimals, or say --decimal-mark . or "
            + "--decimal-mark , (decimalChar in a mapping)"
        )
      )
      return nil
    }
    return amount
  }

  /// A day as its column writes dates; `nil` when blank or noted as a fault.
  func day(_ column: String, _ faults: inout [Failure]) -> Day? {
    guard let text = text(column) else { return nil }
    let convention = header[column].flatMap { conventions.dates[$0] } ?? .iso
    if let day = convention.day(text) { return day }
    let form = convention == .iso ? "YYYY-MM-DD" : convention.words
    var fault = badDate(column, text, form: form)
    if isAssumed(column), DateEvidence.numbers(text) != nil {
      fault = fault.with(
        remedy: "write YYYY-MM-DD, or say --date-order dmy or --date-order mdy (dateFormat in a "
          + "mapping)"
      )
    }
    faults.append(fault)
    return nil
  }

  /// A day that must be there.
  func requiredDay(_ column: String, _ faults: inout [Failure]) -> Day? {
    if text(column) == nil { faults.append(Self.missing(column, code: "missing-date")) }
    return day(column, &faults)
  }

  /// A currency; `nil` when blank or noted as a fault.
  func currency(_ column: String, _ faults: inout [Failure]) -> Currency? {
    do throws(Failure) {
      return try currency(column)
    } catch {
      faults.append(error)
      return nil
    }
  }

  /// A currency that must be there.
  func requiredCurrency(_ column: String, _ faults: inout [Failure]) -> Currency? {
    if text(column) == nil { faults.append(Self.missing(column, code: "missing-currency")) }
    return currency(column, &faults)
  }

  /// The fault of a field that must not be empty.
  static func missing(_ column: String, code: String) -> Failure {
    Failure(
      column: column,
      code: code,
      reason: "the field is empty",
      remedy: "complete the record, or export the file again"
    )
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
      let failure: NumberConvention.Failure = error == .outOfRange ? .outOfRange : .notANumber
      throw Self.badNumber(column, text, failure, .plain)
    }
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
    reject([failure], into: &reading, amount: amount, currency: currency)
  }

  /// Rejects the record for all the values that cannot be used.
  func reject(
    _ failures: [Failure],
    into reading: inout InputReading,
    amount: ExactDecimal? = nil,
    currency: Currency? = nil
  ) {
    reading.reject(record, failures.map(fault), amount: amount, currency: currency)
  }

  /// A value that cannot be used, as a fault of the record, with its place.
  func fault(_ failure: Failure) -> Reject.Fault {
    let place = header[failure.column].flatMap { $0 < record.count ? record.place(at: $0) : nil }
    return Reject.Fault(
      code: failure.code,
      reason: "\(failure.column): \(failure.reason)",
      remedy: failure.remedy,
      line: place?.line,
      column: place?.column
    )
  }

  /// Leaves a sound record out on purpose, and says why.
  func setAside(
    code: String,
    _ reason: String,
    remedy: String = "nothing needs doing",
    into reading: inout InputReading,
    amount: ExactDecimal? = nil,
    currency: Currency? = nil
  ) {
    let fault = Reject.Fault(code: code, reason: reason, remedy: remedy)
    reading.reject(record, [fault], amount: amount, currency: currency, isSetAside: true)
  }

  static func badNumber(
    _ column: String,
    _ text: String,
    _ failure: NumberConvention.Failure,
    _ convention: NumberConvention
  ) -> Failure {
    switch failure {
    case .notANumber:
      Failure(
        column: column,
        code: "bad-number",
        reason: convention == .plain
          ? "'\(text)' is not a decimal number"
          : "'\(text)' is not a number with the decimal mark '\(convention.decimalMark)'",
        remedy: convention == .plain
          ? "write digits with a decimal point, for example 1234.50"
          : convention.grouping == .any
            ? "correct the number, or say --decimal-mark \(convention.otherMark) (decimalChar in a "
              + "mapping) where the column writes that mark"
            : "correct the number in the export"
      )
    case .outOfRange:
      Failure(
        column: column,
        code: "number-out-of-range",
        reason: "'\(text)' has more than 18 digits",
        remedy: "correct the number in the export"
      )
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}

extension CSVRecord {
  /// The record as it stands; bytes that are no text are shown as `\xHH`.
  var excerpt: String { UTF8Check.visible(raw) }
}

extension InputReading {
  /// Rejects a record for one or several faults; the first leads.
  mutating func reject(
    _ record: CSVRecord,
    _ faults: [Reject.Fault],
    amount: ExactDecimal? = nil,
    currency: Currency? = nil,
    isSetAside: Bool = false
  ) {
    guard let first = faults.first else { return }
    func shown(_ text: String) -> String { hidesCardDigits ? CardDigits.masked(text) : text }
    rejects.append(
      Reject(
        location: location(line: first.line ?? record.line, column: first.column),
        byteOffset: record.byteOffset,
        code: first.code,
        reason: shown(first.reason),
        remedy: first.remedy,
        text: shown(record.excerpt),
        amount: amount,
        currency: currency,
        others: faults.dropFirst().map { fault in
          Reject.Fault(
            code: fault.code,
            reason: shown(fault.reason),
            remedy: fault.remedy,
            line: fault.line ?? record.line,
            column: fault.column
          )
        },
        isSetAside: isSetAside
      )
    )
  }
}
