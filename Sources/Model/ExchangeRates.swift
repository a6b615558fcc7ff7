/// Euro reference rates by day, in the European Central Bank's quotation: units for one euro.
public struct ExchangeRates: Sendable {
  /// Why an amount could not be converted.
  public enum Gap: Error, Sendable, Hashable {
    /// The currency has no rate at all.
    case unknownCurrency(Currency)
    /// The currency has no rate on the day or in the seven days before it.
    case noRate(Currency, Day)
    /// The converted amount leaves the range of 18 digits.
    case outOfRange
  }

  /// How many days back a rate is taken when the day has none.
  ///
  /// The longest regular gap of the ECB's file is five days (Easter, Christmas); an older rate
  /// belongs to a currency that is no longer quoted.
  public static let longestGapInDays = 7

  /// Where the rates come from, for the report.
  public let source: String
  private let days: [Currency: [(day: Day, rate: ExactDecimal)]]
  private let constant: [Currency: ExactDecimal]

  /// Creates rates from quotations in any order; for two of one day the last one counts.
  public init(source: String, quotations: [(Currency, Day, ExactDecimal)]) {
    self.source = source
    constant = [:]
    var table: [Currency: [Day: ExactDecimal]] = [:]
    for (currency, day, rate) in quotations where rate.units > 0 {
      table[currency, default: [:]][day] = rate
    }
    days = table.mapValues { rates in
      rates.sorted { $0.key < $1.key }.map { (day: $0.key, rate: $0.value) }
    }
  }

  /// Creates rates that hold for every day, in units for one euro.
  public init(source: String, constant: [Currency: ExactDecimal]) {
    self.source = source
    days = [:]
    self.constant = constant.filter { $0.value.units > 0 }
  }

  /// No rates: only amounts already in the reporting currency can be used.
  public static let none = Self(source: "none", quotations: [])

  /// The units of a currency for one euro on a day, and the day the rate was published.
  public func rate(of currency: Currency, on day: Day) throws(Gap) -> (ExactDecimal, Day) {
    if currency == .eur { return (ExactDecimal(units: 1), day) }
    if let rate = constant[currency] { return (rate, day) }
    guard let rates = days[currency] else { throw .unknownCurrency(currency) }
    var (low, high) = (0, rates.count)
    while low < high {
      let middle = (low + high) / 2
      if rates[middle].day <= day { low = middle + 1 } else { high = middle }
    }
    guard low > 0, day - rates[low - 1].day <= Self.longestGapInDays else {
      throw .noRate(currency, day)
    }
    return (rates[low - 1].rate, rates[low - 1].day)
  }

  /// Converts through the euro, `amount / rate(from) × rate(to)`, rounded half away from zero to
  /// the minor unit of `target`; an amount already in `target` is returned as it is.
  public func convert(
    _ amount: ExactDecimal,
    from currency: Currency,
    to target: Currency,
    on day: Day
  ) throws(Gap) -> ExactDecimal {
    if currency == target { return amount }
    let (from, _) = try rate(of: currency, on: day)
    let (to, _) = try rate(of: target, on: day)
    guard let product = amount.multiplied(by: to),
      let converted = product.divided(by: from, scale: target.minorUnitDigits)
    else { throw .outOfRange }
    return converted
  }
}
