import Ingestion
import Model
import Testing

/// Documents that say two things where one is meant.
struct ContradictionTests {
  @Test("an amount in another currency than the document's is rejected with what it states")
  func currency() throws {
    let text = UBLText.document("R-1", amounts: ["1000.00", "5.00"], net: "1005.00")
      .replacing("currencyID=\"EUR\">1000.00", with: "currencyID=\"USD\">1000.00")
    let reading = try read(text)
    #expect(reading.lines.map(\.amount.description) == ["5.00"])
    let reject = try #require(reading.rejects.first)
    #expect(reject.code == "currency-differs" && reject.reason.contains("'USD'"))
    #expect(reject.amount?.description == "1000.00" && reject.currency == .usd)
    let small = text.replacing("currencyID=\"USD\">1000.00", with: "currencyID=\"eur\">1000.00")
    #expect(try read(small).lines.count == 2)
  }

  @Test("the same of charges, and of the net total where there are no lines")
  func currencyElsewhere() throws {
    let charge =
      "<a:AllowanceCharge><b:ChargeIndicator>true</b:ChargeIndicator><b:Amount currencyID=\"SEK\">9.00</b:Amount></a:AllowanceCharge>"
    let reading = try read(UBLText.document("R-1", more: charge))
    #expect(reading.lines.count == 1 && reading.rejects.map(\.code) == ["currency-differs"])
    #expect(reading.rejects.first?.amount?.description == "9.00")
    let allowance = charge.replacing("true", with: "false")
    let reduced = try read(UBLText.document("R-1", more: allowance))
    #expect(reduced.rejects.map { $0.amount?.description } == ["-9.00"])
    let total = UBLText.document("R-1", amounts: [], net: "5.00")
      .replacing("currencyID=\"EUR\">5.00", with: "currencyID=\"CHF\">5.00")
    let bare = try read(total)
    #expect(bare.lines.isEmpty && bare.rejects.map(\.code) == ["currency-differs"])
    #expect(bare.rejects.first?.amount?.description == "5.00")
  }

  @Test("a net total in another currency is not compared with the lines, which count")
  func currencyOfTotal() throws {
    let text = UBLText.document("R-1", net: "900.00")
    #expect(try read(text).diagnostics.map(\.code) == ["total-mismatch"])
    let reading = try read(text.replacing("currencyID=\"EUR\">900", with: "currencyID=\"USD\">900"))
    #expect(reading.lines.count == 1 && reading.rejects.isEmpty)
    #expect(reading.diagnostics.map(\.code) == ["currency-differs"])
  }

  @Test(
    "an element that stands twice with different values rejects its record",
    arguments: [
      "<b:LineExtensionAmount currencyID=\"EUR\">1000.00</b:LineExtensionAmount>",
      "<b:InvoicedQuantity unitCode=\"HUR\">10</b:InvoicedQuantity>",
      "<b:PriceAmount>100</b:PriceAmount>",
    ]
  )
  func twice(element: String) throws {
    let text = UBLText.document("R-1")
    #expect(text.contains(element))
    let other = element.replacing(">10", with: ">20")
    for pair in [element + other, other + element] {
      let reading = try read(text.replacing(element, with: pair))
      #expect(reading.lines.isEmpty && reading.rejects.map(\.code) == ["duplicate-element"])
      #expect(reading.rejects.first?.amount == nil)
    }
    #expect(try read(text.replacing(element, with: element + element)).lines.count == 1)
  }

  @Test("a header that says two things rejects every record of its document")
  func header() throws {
    let text = UBLText.document("R-1", type: "380", amounts: ["1000.00", "5.00"], net: "1005.00")
    for (element, other) in [
      ("<b:ID>R-1</b:ID>", "<b:ID>R-2</b:ID>"),
      ("<b:IssueDate>2026-01-31</b:IssueDate>", "<b:IssueDate>2025-01-31</b:IssueDate>"),
      ("<b:InvoiceTypeCode>380</b:InvoiceTypeCode>", "<b:InvoiceTypeCode>381</b:InvoiceTypeCode>"),
      (
        "<b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>",
        "<b:DocumentCurrencyCode>USD</b:DocumentCurrencyCode>"
      ),
    ] {
      #expect(text.contains(element))
      let reading = try read(text.replacing(element, with: element + other))
      #expect(reading.lines.isEmpty)
      #expect(reading.rejects.map(\.code) == ["duplicate-element", "duplicate-element"])
    }
  }
}
