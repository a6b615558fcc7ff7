import Model
import Testing

struct CurrencyTests {
  @Test("codes are read in any case, and only those of ISO 4217")
  func codes() {
    #expect(Currency("eur")?.code == "EUR")
    for text in ["XXQ", "", "EURO", "€", "US", "12 "] { #expect(Currency(text) == nil) }
  }

  @Test("amounts have the decimals of their currency")
  func minorUnits() throws {
    let cases = [("JPY", "100"), ("USD", "100.00"), ("BHD", "100.000")]
    for (code, expected) in cases {
      let currency = try #require(Currency(code))
      let money = try #require(Money(ExactDecimal(units: 100), currency: currency))
      #expect(money.decimalString == expected)
    }
    #expect(Money(minorUnits: -123_456_789, currency: .usd).grouped == "USD\u{A0}-1,234,567.89")
  }

  private let rates = ExchangeRates(
    source: "test",
    quotations: [
      ("2026-04-02", "1.10"), ("2026-04-07", "1.20"), ("2026-05-29", "1.25"),
    ].compactMap { day, rate in
      guard let day = Day(day), let rate = ExactDecimal(rate) else { return nil }
      return (.usd, day, rate)
    }
  )

  @Test(
    "the last earlier rate counts for seven days and no longer",
    arguments: [
      ("2026-04-02", "1.10"), ("2026-04-06", "1.10"), ("2026-04-07", "1.20"),
      ("2026-04-14", "1.20"), ("2026-04-15", nil), ("2026-04-01", nil),
    ]
  )
  func gaps(day: String, expected: String?) throws {
    let found = try? rates.rate(of: .usd, on: #require(Day(day))).0.description
    #expect(found == expected)
  }

  @Test("conversion goes through the euro and is rounded once")
  func conversion() throws {
    let day = try #require(Day("2026-04-02"))
    let amount = try #require(ExactDecimal("100.05"))
    #expect(try rates.convert(amount, from: .eur, to: .usd, on: day).description == "110.06")
    #expect(try rates.convert(amount, from: .usd, to: .eur, on: day).description == "90.95")
    #expect(try rates.convert(amount, from: .usd, to: .usd, on: day) == amount)
    let peso = try #require(Currency("PHP"))
    #expect(throws: ExchangeRates.Gap.unknownCurrency(peso)) {
      try rates.convert(amount, from: peso, to: .usd, on: day)
    }
  }

  @Test("totals of currencies stay apart, and the reconciliation notices what is missing")
  func reconciliation() throws {
    var sum = Reconciliation()
    sum.records = 2
    sum.accepted = 1
    sum.rejected = 1
    let amount = try #require(ExactDecimal("10.00"))
    sum.amountIn.add(amount, .usd)
    sum.amountIn.add(amount, .eur)
    sum.amountUsed.add(amount, .usd)
    #expect(!sum.holds)
    sum.amountRejected.add(amount, .eur)
    #expect(sum.holds)
    sum.duplicates = 1
    #expect(!sum.holds)
  }

  @Test("the nearest name is suggested only when it is near")
  func suggestions() {
    #expect(NearestName.to("compny", in: ["company", "currency"]) == "company")
    #expect(NearestName.to("colour", in: ["company", "currency"]) == nil)
  }
}
