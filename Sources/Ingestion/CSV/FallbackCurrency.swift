internal import Model

/// The currency of amounts whose export names none.
struct FallbackCurrency: Sendable {
  /// The currency.
  let currency: Currency
  /// Whether nobody said it, so that its use has to be told.
  let isAssumed: Bool
  /// Whether a mapping beside the input says it, whatever the other options are.
  private let isMapped: Bool

  /// What the options say, else US dollars.
  init(_ options: IngestionOptions) {
    currency = options.defaultCurrency
    isAssumed = options.isCurrencyAssumed
    isMapped = options.mapping?.currency != nil
  }

  /// The currency for an amount of this row.
  func used(for row: CSVRow, in reading: inout InputReading) -> Currency {
    if !isMapped { reading.fallbackCurrency = currency }
    if isAssumed {
      reading.assumedCurrency =
        reading.assumedCurrency ?? AssumedCurrency(currency: currency, line: row.record.line)
    }
    return currency
  }
}

/// A currency that was assumed, with the first line for which it was.
struct AssumedCurrency: Sendable {
  /// The currency.
  let currency: Currency
  /// The line of the first amount.
  let line: Int
}
