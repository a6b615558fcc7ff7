import Model
import Testing

@testable import Ingestion

/// Mappings say what they cannot do, and proposals look at cells where names tell nothing.
struct MappingTests {
  private func options(_ mapping: String) throws -> IngestionOptions {
    IngestionOptions(mapping: try MappingReader.read(mapping, named: "in.csv.mapping.yml"))
  }

  @Test("every mapped column has to be in the header")
  func missingColumn() throws {
    let reading = try read(
      "Day,Who,Money,Departmnt\n2026-01-31,Ana,5,Ops\n",
      options: try options(
        "currency: EUR\ncolumns: {date: Day, freelancer: Who, amount: Money, department: Department}"
      )
    )
    #expect(reading.refusal?.code == "missing-columns" && reading.refusal?.location?.line == 1)
    #expect(reading.refusal?.message.contains("'Department' ('Departmnt' looks like it)") == true)
  }

  @Test(
    "rules that only work on mapped columns are wrong without them",
    arguments: [
      "sign: negate", "kind: fee", "if: [{column: State, matches: [x], then: skip}]", "skip: 2",
    ]
  )
  func rulesWithoutColumns(rule: String) throws {
    let error = #expect(throws: ConfigurationError.self) { try options("delimiter: ';'\n" + rule) }
    #expect(error?.diagnostic.code == "no-effect" && error?.diagnostic.location?.line == 2)
    #expect(try options("delimiter: ';'\ndecimalChar: ','").mapping != nil)
  }

  @Test("a mapping without a freelancer is warned about, unless it maps what nobody works")
  func noFreelancer() throws {
    let text = "Day,Money\n2026-01-31,5\n"
    let columns = "currency: EUR\ncolumns: {date: Day, amount: Money}\n"
    #expect(
      try read(text, options: try options(columns)).diagnostics.map(\.code)
        == ["no-freelancer-column"]
    )
    #expect(try read(text, options: try options("kind: fee\n" + columns)).diagnostics.isEmpty)
  }

  @Test(
    "refunds and credit notes lower the cost whatever their sign",
    arguments: ["refund", "credit_note"]
  )
  func credits(kind: String) throws {
    let reading = try read(
      "Day,Who,Money\n2026-01-31,Ana,5.00\n2026-02-01,Ana,-7.00\n",
      options: try options(
        "kind: \(kind)\ncurrency: EUR\ncolumns: {date: Day, freelancer: Who, amount: Money}"
      )
    )
    #expect(reading.lines.map(\.amount.description) == ["-5.00", "-7.00"])
    #expect(reading.lines.allSatisfy { $0.kind.rawValue == kind })
  }

  @Test("quantity times rate stays exact, as the figures need it")
  func product() throws {
    let reading = try read(
      "Day,Who,Hours,Rate\n2026-01-31,Ana,10.5,114.3808\n",
      options: try options(
        "currency: EUR\ncolumns: {date: Day, freelancer: Who, quantity: Hours, unit_price: Rate}"
      )
    )
    #expect(reading.lines.map(\.amount.description) == ["1200.9984"])
  }

  private func proposal(_ text: String) throws -> String {
    try #require(try MappingProposal.text(MemorySource(Array(text.utf8)), named: "in.csv"))
  }

  @Test("dates and currencies are found by their cells")
  func cells() throws {
    let text = try proposal(
      "Wann;Wer;Geld Betrag;Betrag;Einheit der Zahlung\n"
        + "31.01.2026;Ana;x;5,50;EUR\n01.02.2026;Ola;y;7,25;USD\n"
    )
    #expect(text.contains("  date: \"Wann\"") && text.contains("dateFormat: \"%d.%m.%Y\""))
    #expect(text.contains("  currency: \"Einheit der Zahlung\""))
    #expect(text.contains("  freelancer: \"Wer\""))
  }

  @Test(
    "the words of exports are known",
    arguments: [
      ("Buchung", "date"), ("Datum", "date"), ("Waehrung", "currency"), ("Währung", "currency"),
      ("Name", "freelancer"), ("who", "freelancer"),
    ]
  )
  func synonyms(name: String, field: String) {
    let known = FieldSynonyms.names.first { $0.field.rawValue == field }?.names
    #expect(known?.contains(FieldSynonyms.fold(name)) == true)
  }
}
