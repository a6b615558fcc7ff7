import Model
import Testing

@testable import Ingestion

/// Rows of totals are compared within their currency, and a difference is told once.
struct TotalRowTests {
  private let header = "date,freelancer,amount,currency\n"

  @Test("a total of one currency is compared with the rows of that currency")
  func perCurrency() throws {
    let reading = try read(
      header
        + "2026-01-31,Ana,10.00,EUR\n2026-02-01,Ana,5.00,USD\nTotal,,10.00,EUR\nTotal,,6.00,USD\n"
    )
    let totals = reading.rejects.filter { $0.code == "total-row" }
    #expect(totals.first?.reason.contains("10.00 is the sum") == true)
    #expect(
      reading.diagnostics.filter { $0.code == "total-row-differs" }.map(\.location?.line) == [5]
    )
  }

  @Test("below several currencies a total without one is not compared, and says so")
  func mixed() throws {
    let reading = try read(
      header + "2026-01-31,Ana,10.00,EUR\n2026-02-01,Ana,5.00,USD\nTotal,,15.01,\n"
    )
    #expect(reading.diagnostics.isEmpty)
    #expect(
      reading.rejects.first?.reason
        == "a row of totals, not compared: the rows above it are in several currencies (EUR, USD)"
    )
  }

  @Test("a total that differs is told once")
  func once() throws {
    let reading = try read(header + "2026-01-31,Ana,10.00,EUR\nTotal,,11.00,\n")
    #expect(reading.diagnostics.map(\.code) == ["total-row-differs"])
    #expect(reading.rejects.first?.reason.contains("11.00") == false)
  }

  @Test("sub-totals are compared with the rows since the last one")
  func subtotals() throws {
    let reading = try read(
      header
        + "2026-01-31,Ana,10.00,EUR\nSubtotal,,10.00,\n2026-02-01,Ana,5.00,EUR\nSubtotal,,5.00,\n"
        + "Total,,15.00,\n"
    )
    #expect(reading.diagnostics.isEmpty)
  }
}
