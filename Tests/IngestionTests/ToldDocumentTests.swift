import Ingestion
import Model
import TestSupport
import Testing

/// The same document in two inputs, and documents that only look so.
struct ToldDocumentTests {
  private let header = "invoice_id,line_id,date,freelancer_id,freelancer,amount,currency\n"

  /// A UBL invoice of Ana Ruiz with the number R-7, by its lines' amounts.
  private func invoice(
    _ amounts: [String],
    date: String = "2026-02-01",
    vat: String = "DE111111111",
    seller: String = "Ana Ruiz",
    currency: String = "EUR"
  ) -> String {
    let lines = amounts.enumerated().map { index, amount in
      """
      <cac:InvoiceLine><cbc:ID>\(index + 1)</cbc:ID><cbc:InvoicedQuantity>1</cbc:InvoicedQuantity>
      <cbc:LineExtensionAmount currencyID="\(currency)">\(amount)</cbc:LineExtensionAmount>
      <cac:Item><cbc:Name>Work</cbc:Name></cac:Item></cac:InvoiceLine>
      """
    }
    return """
      <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" \
      xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" \
      xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
      <cbc:ID>R-7</cbc:ID><cbc:IssueDate>\(date)</cbc:IssueDate>
      <cbc:DocumentCurrencyCode>\(currency)</cbc:DocumentCurrencyCode>
      <cac:AccountingSupplierParty><cac:Party>
      <cac:PartyTaxScheme><cbc:CompanyID>\(vat)</cbc:CompanyID>
      <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity>
      <cbc:RegistrationName>\(seller)</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party>
      </cac:AccountingSupplierParty>
      \(lines.joined(separator: "\n"))
      </Invoice>
      """
  }

  private func used(_ inputs: [(String, String)]) throws -> [String] {
    let dataset = try assemble(inputs)
    #expect(dataset.reconciliation.holds)
    return dataset.reconciliation.amountUsed.sorted.map {
      "\($0.amount.normalized) \($0.currency)"
    }
  }

  @Test("a line that gives back belongs to its invoice, in a table as well")
  func mixedSigns() throws {
    let table =
      header + "R-7,1,2026-02-01,,Ana Ruiz,1000.00,EUR\nR-7,2,2026-02-01,,Ana Ruiz,-100.00,EUR\n"
    let dataset = try assemble([("a.xml", invoice(["1000.00", "-100.00"])), ("b.csv", table)])
    #expect(dataset.lines.map(\.amount.description) == ["1000.00", "-100.00"])
    #expect(dataset.duplicates.count == 2)
    #expect(dataset.diagnostics.allSatisfy { $0.code != "conflicting-duplicate" })
  }

  @Test("an invoice and a credit note of one number in a table stay two documents")
  func creditOfOneNumber() throws {
    let table =
      header + "R-7,1,2026-02-01,,Ana Ruiz,1000.00,EUR\nR-7,2,2026-02-01,,Ana Ruiz,-100.00,EUR\n"
    #expect(try used([("a.xml", invoice(["1000.00"])), ("b.csv", table)]) == ["900 EUR"])
  }

  @Test("an invoice that is negative as a whole counts once")
  func negative() throws {
    let table = header + "R-7,1,2026-02-01,,Ana Ruiz,-1000.00,EUR\n"
    #expect(try used([("a.xml", invoice(["-1000.00"])), ("b.csv", table)]) == ["-1000 EUR"])
  }

  @Test(
    "numbers that begin anew with the year are two documents in one table",
    arguments: ["2025-03-31", "2026-03-31"]
  )
  func newYear(date: String) throws {
    let table =
      header + "R-7,1,2025-03-31,,Ana Ruiz,1000.00,EUR\nR-7,1,2026-03-31,,Ana Ruiz,2000.00,EUR\n"
    let amount = date.hasPrefix("2025") ? "1000.00" : "2000.00"
    #expect(
      try used([("a.xml", invoice([amount], date: date)), ("b.csv", table)]) == ["3000 EUR"]
    )
  }

  @Test("a number of another month's work is another document")
  func otherPeriod() throws {
    let one = "invoice_id,date,period_start,period_end,freelancer,amount,currency\n"
    let other = "invoice_id,line_id,date,period_start,period_end,freelancer,amount,currency\n"
    #expect(
      try used([
        ("a.csv", one + "3,2026-04-30,2026-04-01,2026-04-30,Ana Ruiz,1000.00,EUR\n"),
        ("b.csv", other + "3,1,2026-05-31,2026-05-01,2026-05-31,Ana Ruiz,777.00,EUR\n"),
      ]) == ["1777 EUR"]
    )
  }

  @Test("two people of one name with VAT numbers of their own stay two")
  func oneName() throws {
    let other = invoice(["630.00"], vat: "DE222222222")
    #expect(try used([("a.xml", invoice(["1000.00"])), ("b.xml", other)]) == ["1630 EUR"])
  }

  @Test(
    "an invoice sent again counts once, however its seller is spelled",
    arguments: [
      ("DE 111 111 111", "Ana Ruiz"), ("de111111111", "ANA  RUIZ"), ("", "Ana Ruiz"),
      ("DE111111111", ""),
    ]
  )
  func sentAgain(vat: String, seller: String) throws {
    let again = invoice(["1000.00"], vat: vat, seller: seller)
    #expect(try used([("a.xml", invoice(["1000.00"])), ("b.xml", again)]) == ["1000 EUR"])
  }

  @Test(
    "equal rows of one number in two tables count once, whatever identifies them",
    arguments: ["R-7,,2026-02-01,,Ana Ruiz,50.00,EUR\n", "R-7,1,2026-02-01,ana,,50.00,EUR\n"]
  )
  func equalTables(row: String) throws {
    let first = header + "R-7,1,2026-02-01,ana,Ana Ruiz,50.00,EUR\n"
    #expect(try used([("a.csv", first), ("b.csv", header + row)]) == ["50 EUR"])
  }

  @Test("rows of one number that two tables tell in parts are all counted")
  func parts() throws {
    let first = header + "R-7,1,2026-02-01,ana,Ana Ruiz,50.00,EUR\n"
    let second = header + "R-7,2,2026-02-01,ana,Ana Ruiz,30.00,EUR\n"
    #expect(try used([("a.csv", first), ("b.csv", second)]) == ["80 EUR"])
  }

  @Test("a corrected invoice is counted in one of its two forms and never in a mixture")
  func corrected() throws {
    let dataset = try assemble([
      ("a.xml", invoice(["1000.00", "500.00"])),
      ("b.xml", invoice(["30.00", "1000.00", "500.00"])),
    ])
    #expect(dataset.lines.map(\.location.source) == ["a.xml", "a.xml"])
    #expect(dataset.duplicates.count == 3)
    #expect(dataset.diagnostics.count { $0.code == "conflicting-duplicate" } == 1)
  }

  @Test("another currency is a conflict, and said")
  func currency() throws {
    let dataset = try assemble([
      ("a.xml", invoice(["1000.00"])), ("b.xml", invoice(["1000.00"], currency: "USD")),
    ])
    #expect(dataset.lines.count == 1)
    #expect(dataset.diagnostics.contains { $0.code == "conflicting-duplicate" })
  }

  @Test("duplicates of one physical line stand in one order, whatever order they are found in")
  func onePhysicalLine() throws {
    let text = invoice((1...9).map { "\($0).00" }).split(separator: "\n").joined()
    let runs = try (0..<5).map { _ in
      try assemble([("a.xml", text), ("b.xml", text + "\n")]).duplicates
    }
    #expect(runs[0].count == 9 && runs.allSatisfy { $0 == runs[0] })
    #expect(runs[0] == runs[0].sorted())
  }

  @Test("a bonus and a fixed price that both of Upwork's reports have count once")
  func singlePayments() throws {
    let history =
      "Date,Transaction type,Transaction summary,Transaction summary details,Freelancer,Ref ID,Amount $\n"
      + "\"Feb 18, 2026\",Bonus,App,,Nia,1,-50.00\n\"Feb 18, 2026\",Fixed-price,Logo,,Nia,2,-15.00\n"
      + "\"Feb 23, 2026\",Hourly,App,\"Invoice for Feb 16-Feb 22, 2026\",Nia,8,-100.00\n"
    let summary =
      "Date,Contract,Hours,Amount,Payment type\n2026-02-18,App (7),,50,Bonus\n"
      + "2026-02-18,Logo (8),,15,Fixed Price Payment\n2026-02-19,App (7),10,100,\n"
      + "2026-02-20,App (7),,50,Bonus\n"
    let dataset = try assemble([("t.csv", history), ("w.csv", summary)])
    #expect(dataset.duplicates.count == 3)
    #expect(
      dataset.reconciliation.amountUsed.sorted.map(\.amount.normalized.description) == ["215"]
    )
    #expect(dataset.reconciliation.holds)
  }
}
