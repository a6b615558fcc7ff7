public import Model

/// Reads what posts cost: the benchmarks that the program carries, and the user's own quotes.
///
/// Both have a row for each job and place. A row names its job by `role_family` or `role` and its
/// place by `location`; its pay stands in `base_low`, `base_mid`, `base_high` with `base_unit`, or
/// in `pay` with `unit`; `annual_loaded_cost_mid` is used where no base pay is given.
public enum WageTable {
  /// The benchmarks with their years, grades and sources, and rows that cannot be read (none).
  public static func benchmarks() -> (figures: [WageFigure], problems: [Diagnostic]) {
    let bytes = PackageResources.benchmarks_csv
    let table = try? read(MemorySource(bytes), named: "benchmarks.csv", isQuote: false)
    return table ?? ([], [])
  }

  /// Reads a file of quotes; a row that cannot be used is an error with its place.
  public static func quotes(
    _ source: some ByteSource,
    named name: String
  ) throws(SourceError) -> (figures: [WageFigure], problems: [Diagnostic]) {
    try read(source, named: name, isQuote: true)
  }

  private static func read(
    _ source: some ByteSource,
    named name: String,
    isQuote: Bool
  ) throws(SourceError) -> (figures: [WageFigure], problems: [Diagnostic]) {
    var reader = CSVReader(source, delimiter: UInt8(ascii: ","))
    var record = CSVRecord()
    var figures: [WageFigure] = []
    var problems: [Diagnostic] = []
    func problem(_ code: String, _ message: String, _ remedy: String, column: Int? = nil) {
      problems.append(
        Diagnostic(
          .error,
          code: code,
          message,
          remedy: remedy,
          at: SourceLocation(source: name, line: record.line, column: column)
        )
      )
    }
    guard try reader.next(into: &record) else {
      problem("no-quotes", "the file is empty", "write a header and one row for each quote")
      return ([], problems)
    }
    let header = CSVHeader(record)
    guard header["location"] != nil, header["role"] != nil || header["role_family"] != nil else {
      problem(
        "no-quotes",
        "the header names no columns 'role' (or 'role_family') and 'location'",
        "write role,location,pay,unit,year,source"
      )
      return ([], problems)
    }
    while try reader.next(into: &record) {
      if record.isBlank { continue }
      let row = CSVRow(record: record, header: header)
      if let fault = record.fault {
        problem(
          "bad-row",
          "the row is no CSV (\(fault.kind))",
          "check its quotes",
          column: fault.column
        )
        continue
      }
      let place = SourceLocation(source: name, line: record.line)
      do throws(CSVRow.Failure) {
        figures.append(try figure(row, place: place, isQuote: isQuote))
      } catch {
        problem(
          error.code,
          "\(error.column): \(error.reason)",
          error.remedy,
          column: header[error.column].flatMap {
            $0 < record.count ? record.column(at: $0) : nil
          }
        )
      }
    }
    return (figures, problems)
  }

  private static func figure(
    _ row: CSVRow,
    place: SourceLocation,
    isQuote: Bool
  ) throws(CSVRow.Failure) -> WageFigure {
    let loaded = try range(
      row,
      "annual_loaded_cost_low",
      "annual_loaded_cost_mid",
      "annual_loaded_cost_high"
    )
    var base = try range(row, "base_low", "base_mid", "base_high")
    if base == nil { base = try range(row, "pay_low", "pay", "pay_high") }
    var unit: WageFigure.Unit?
    if base != nil { unit = try Self.unit(row) }
    guard let base = base ?? loaded else {
      throw CSVRow.Failure(
        column: "pay",
        code: "missing-pay",
        reason: "the row names no pay",
        remedy: "fill base_mid (or pay) with its unit, or annual_loaded_cost_mid"
      )
    }
    return WageFigure(
      job: try required(row, row.text("role") == nil ? "role_family" : "role"),
      location: try required(row, "location"),
      base: base,
      unit: unit ?? .dollarsPerYearAllIn,
      loaded: loaded,
      year: try row.decimal("year").map { Int($0.doubleValue) },
      grade: isQuote
        ? .quote : row.text("status").flatMap(WageFigure.Grade.init(rawValue:)) ?? .fromMemory,
      source: row.text("source") ?? (isQuote ? "own quote" : "not stated"),
      place: place
    )
  }

  private static func required(
    _ row: CSVRow,
    _ column: String
  ) throws(CSVRow.Failure) -> String {
    guard let text = row.text(column) else {
      throw CSVRow.Failure(
        column: column,
        code: "missing-value",
        reason: "nothing stands there",
        remedy: "fill the column"
      )
    }
    return text
  }

  private static func unit(_ row: CSVRow) throws(CSVRow.Failure) -> WageFigure.Unit {
    let column = row.text("base_unit") == nil ? "unit" : "base_unit"
    let text = try required(row, column)
    guard let unit = WageFigure.Unit.allCases.first(where: { $0.rawValue == text }) else {
      throw CSVRow.Failure(
        column: column,
        code: "unknown-unit",
        reason: "'\(text)' is not a unit of pay",
        remedy: "write one of \(WageFigure.Unit.allCases.map(\.rawValue).joined(separator: ", "))"
      )
    }
    return unit
  }

  /// A range of which the ends may be missing; `nil` without a middle.
  private static func range(
    _ row: CSVRow,
    _ low: String,
    _ middle: String,
    _ high: String
  ) throws(CSVRow.Failure) -> WageFigure.Range? {
    guard let value = try row.decimal(middle)?.doubleValue else { return nil }
    guard value > 0 else {
      throw CSVRow.Failure(
        column: middle,
        code: "bad-pay",
        reason: "pay must be above zero",
        remedy: "correct the number"
      )
    }
    let (low, high) = (try row.decimal(low)?.doubleValue, try row.decimal(high)?.doubleValue)
    return WageFigure.Range(low: low ?? value, middle: value, high: high ?? value)
  }
}
