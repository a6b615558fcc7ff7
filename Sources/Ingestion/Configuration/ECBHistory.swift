public import Model

/// Reads the European Central Bank's history file of euro reference rates (`eurofxref-hist.csv`).
///
/// Each line ends with a comma, so that the last of its fields is empty; `N/A` stands for a
/// currency without a rate; there are no rows on weekends and TARGET holidays.
public enum ECBHistory {
  /// Whether a header is the history file's.
  public static func recognises(head: [UInt8]) -> Bool {
    head.starts(with: Array("Date,USD,JPY,".utf8))
  }

  /// Reads all quotations; a cell that is no rate is an error with its place.
  public static func read(
    _ source: some ByteSource,
    named name: String
  ) throws(SourceError) -> (rates: ExchangeRates, problems: [Diagnostic]) {
    var reader = CSVReader(source, delimiter: UInt8(ascii: ","))
    var record = CSVRecord()
    var quotations: [(Currency, Day, ExactDecimal)] = []
    var problems: [Diagnostic] = []
    func problem(_ code: String, _ message: String, column: Int?) {
      problems.append(
        Diagnostic(
          .error,
          code: code,
          message,
          remedy: "download eurofxref-hist.csv from the ECB again",
          at: SourceLocation(source: name, line: record.line, column: column)
        )
      )
    }
    guard try reader.next(into: &record), record.text(at: 0) == "Date" else {
      problem("not-ecb-history", "this is not the ECB's history file", column: nil)
      return (.none, problems)
    }
    let currencies = (1..<record.count).map { Currency(record.text(at: $0)) }
    while try reader.next(into: &record) {
      if record.isBlank { continue }
      guard let day = Day(iso: record.bytes(at: 0)) else {
        problem("bad-date", "'\(record.text(at: 0))' is not a date", column: 1)
        continue
      }
      for index in 1..<record.count {
        let bytes = record.bytes(at: index)
        if bytes.isEmpty || bytes.elementsEqual("N/A".utf8) { continue }
        guard index <= currencies.count, let currency = currencies[index - 1] else { continue }
        guard let rate = try? ExactDecimal(bytes: bytes), rate.units > 0 else {
          problem(
            "bad-rate",
            "'\(record.text(at: index))' is not a rate",
            column: record.column(at: index)
          )
          continue
        }
        quotations.append((currency, day, rate))
      }
    }
    if quotations.isEmpty { problem("no-rates", "the file holds no rates", column: nil) }
    return (ExchangeRates(source: name, quotations: quotations), problems)
  }
}
