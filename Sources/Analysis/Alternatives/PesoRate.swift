internal import Model

/// Pesos for a dollar, by which a team in the Philippines is priced: the user's exchange rates of
/// the as-of day where they have both currencies, else the specification's.
struct PesoRate {
  /// Philippine pesos for one US dollar.
  let perDollar: Double
  /// Where it comes from, with its day.
  let source: String

  init(_ rates: ExchangeRates, on day: Day) {
    guard let pesos = try? rates.rate(of: .php, on: day),
      let dollars = try? rates.rate(of: .usd, on: day)
    else {
      perDollar = TeamPlace.philippines.pesosPerDollar
      source = "from memory: the exchange rates have no pesos on \(day)"
      return
    }
    perDollar = pesos.0.doubleValue / dollars.0.doubleValue
    source =
      "\(rates.source), \(pesos.1): \(pesos.0) PHP ÷ \(dollars.0) USD for one EUR (audit.yml → "
      + "exchange_rates)"
  }
}
