import Model
import Testing

@testable import Ingestion

/// A currency that nobody names is told.
struct AssumedCurrencyTests {
  private func assumed(
    _ text: String,
    _ options: IngestionOptions = IngestionOptions()
  ) throws -> [Int?] {
    try read(text, options: options).diagnostics.filter { $0.code == "assumed-currency" }
      .map { $0.location?.line }
  }

  private let table = "date,freelancer,amount\n2026-01-31,Ana,5\n2026-02-01,Ana,6\n"

  @Test("one warning an input, at the first amount without a currency")
  func own() throws {
    #expect(try assumed(table) == [2])
    let later = "date,freelancer,amount,currency\n2026-01-31,Ana,5,EUR\n2026-02-01,Ana,6,\n"
    #expect(try assumed(later) == [3])
    let warning = try #require(
      try read(table).diagnostics.first { $0.code == "assumed-currency" }
    )
    #expect(warning.message.contains("USD is assumed"))
    #expect(warning.remedy?.contains("audit.yml") == true)
  }

  @Test("row, header, mapping and configuration each say it")
  func said() throws {
    #expect(try assumed("date,freelancer,amount,currency\n2026-01-31,Ana,5,EUR\n") == [])
    #expect(try assumed(table, IngestionOptions(defaultCurrency: .usd)) == [])
    let mapping = try MappingReader.read("currency: EUR\n", named: "m")
    #expect(try assumed(table, IngestionOptions(mapping: mapping)) == [])
    #expect(
      try read(table, options: IngestionOptions(mapping: mapping)).lines.first?.currency == .eur
    )
    let toggl = "User,Start date,Duration,Amount (EUR)\nNia,2026-02-01,02:00:00,75.50\n"
    #expect(try assumed(toggl) == [])
    #expect(try assumed(toggl.replacing(" (EUR)", with: "")) == [2])
    #expect(try assumed("User,Start date,Duration\nNia,2026-02-01,02:00:00\n") == [], "no money")
  }

  @Test("a mapped table says it as well")
  func mapped() throws {
    let mapping = try MappingReader.read(
      "columns: {date: Day, freelancer: Who, amount: Money}",
      named: "m"
    )
    let text = "Day,Who,Money\n2026-01-31,Ana,5\n"
    #expect(try assumed(text, IngestionOptions(mapping: mapping)) == [2])
    let named = try MappingReader.read(
      "columns: {date: Day, freelancer: Who, amount: Money (EUR)}",
      named: "m"
    )
    let reading = try read(
      "Day,Who,Money (EUR)\n2026-01-31,Ana,5\n",
      options: IngestionOptions(mapping: named)
    )
    #expect(reading.lines.first?.currency == .eur && reading.diagnostics.isEmpty)
  }
}
