import Model
import TestSupport
import Testing

@testable import Ingestion

struct XMLReadingTests {
  private func ubl(
    _ body: String,
    kind: String = "Invoice",
    prologue: String = "",
    currency: String = "EUR"
  ) -> String {
    let base = "urn:oasis:names:specification:ubl:schema:xsd:"
    return prologue
      + "<x:\(kind) xmlns:x=\"\(base)\(kind)-2\" xmlns:a=\"\(base)CommonAggregateComponents-2\" "
      + "xmlns:b=\"\(base)CommonBasicComponents-2\"><b:ID>R-1</b:ID><b:IssueDate>2026-01-31</b:IssueDate>"
      + "<b:DocumentCurrencyCode>\n\(currency)\t</b:DocumentCurrencyCode>\(body)</x:\(kind)>"
  }

  private func line(_ id: Int, _ amount: String, kind: String = "Invoice", more: String = "")
    -> String
  {
    "\n<a:\(kind)Line><b:ID>\(id)</b:ID><b:LineExtensionAmount currencyID=\"EUR\">\(amount)</b:LineExtensionAmount>"
      + "\(more)<a:Item><b:Name>Work</b:Name></a:Item></a:\(kind)Line>"
  }

  @Test("prefixes do not matter, white space is trimmed, lines have their line")
  func invoice() throws {
    let quantity = "<b:InvoicedQuantity unitCode=\"HUR\">30</b:InvoicedQuantity>"
    let price =
      "<a:Price><b:PriceAmount>1437.50</b:PriceAmount><b:BaseQuantity>10</b:BaseQuantity></a:Price>"
    let reading = try read(ubl(line(1, " 4312.50 ", more: quantity + price)))
    let found = try #require(reading.lines.first)
    #expect(found.format == "ubl-invoice" && found.currency == .eur)
    #expect(found.amount.description == "4312.50" && found.location.line == 3)
    #expect(found.quantity?.description == "30" && found.unit == "HUR")
    #expect(found.unitPrice?.description == "143.75")
  }

  @Test("a credit note's positive amounts are negative cost")
  func creditNote() throws {
    let reading = try read(ubl(line(1, "10.00", kind: "CreditNote"), kind: "CreditNote"))
    #expect(reading.lines.map(\.amount.description) == ["-10.00"])
    #expect(reading.lines.first?.kind == .creditNote)
  }

  @Test(
    "allowances and charges of the document are lines, so that the lines add up to the net total"
  )
  func adjustments() throws {
    let reading = try read(
      ubl(
        line(1, "100.00")
          + "<a:AllowanceCharge><b:ChargeIndicator>false</b:ChargeIndicator><b:Amount>10.00</b:Amount></a:AllowanceCharge>"
          + "<a:AllowanceCharge><b:ChargeIndicator>true</b:ChargeIndicator><b:Amount>3.00</b:Amount></a:AllowanceCharge>"
          + "<a:LegalMonetaryTotal><b:TaxExclusiveAmount>93.00</b:TaxExclusiveAmount></a:LegalMonetaryTotal>"
      )
    )
    #expect(reading.lines.map(\.amount.description) == ["100.00", "-10.00", "3.00"])
    #expect(reading.diagnostics.isEmpty)
    let wrong = try read(
      ubl(
        line(1, "100.00")
          + "<a:LegalMonetaryTotal><b:TaxExclusiveAmount>93.00</b:TaxExclusiveAmount></a:LegalMonetaryTotal>"
      )
    )
    #expect(wrong.diagnostics.map(\.code) == ["total-mismatch"])
  }

  @Test("a document that is cut off or mistyped is refused with line and column")
  func placeOfFault() throws {
    let reading = try read("<Invoice xmlns=\"urn:oasis:names\">\n  <b></c>\n</Invoice>")
    #expect(reading.refusal?.location?.line == 2)
    #expect(reading.refusal?.location?.column == 10)
  }

  @Test("one bad line is rejected and the others are used")
  func rejects() throws {
    let reading = try read(ubl(line(1, "10.00") + line(2, "ten") + line(3, "")))
    #expect(reading.lines.count == 1)
    #expect(reading.rejects.map(\.code) == ["bad-number", "missing-amount"])
    #expect(
      try read(ubl(line(1, "1"), currency: "XXQ")).rejects.map(\.code) == ["unknown-currency"]
    )
  }

  @Test("every block size gives the same records", arguments: blockSizes)
  func blocks(blockSize: Int) throws {
    let text = ubl(line(1, "10.00") + line(2, "20.00", more: "<!-- é > -->"))
    #expect(try read(text, blockSize: blockSize).lines == read(text).lines)
  }

  @Test("lines beyond 65,535 are exact")
  func lineNumbers() throws {
    let reading = try read(ubl(String(repeating: "\n", count: 70_000) + line(1, "10.00")))
    #expect(reading.lines.first?.location.line == 70_003)
  }

  @Test("a large attachment is passed over")
  func attachment() throws {
    let data = String(repeating: "QUJD", count: 3 << 20)
    let reading = try read(
      ubl(
        "<a:AdditionalDocumentReference><a:Attachment><b:EmbeddedDocumentBinaryObject>\(data)"
          + "</b:EmbeddedDocumentBinaryObject></a:Attachment></a:AdditionalDocumentReference>"
          + line(1, "1.00")
      )
    )
    #expect(reading.lines.count == 1)
  }

  @Test(
    "hostile and broken documents are refused as a whole, at every block size",
    arguments: blockSizes
  )
  func refusals(blockSize: Int) throws {
    let laughs =
      "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
    let external = "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
    let wide = "<b:Note q=\"\(String(repeating: "x", count: 70_000))\"/>"
    let attributes = "<b:Note " + (0..<300).map { "q\($0)=\"\"" }.joined(separator: " ") + "/>"
    let cases: [(String, String)] = [
      (ubl("&b;", prologue: laughs), "dtd-not-allowed"),
      (ubl("&f;", prologue: external), "dtd-not-allowed"),
      (ubl("<b:Note>&nbsp;</b:Note>"), "undefined-entity"),
      (ubl(line(1, "10.00")) + "<x/>", "malformed-xml"),
      (String(ubl(line(1, "10.00")).dropLast(20)), "malformed-xml"),
      (ubl(String(repeating: "<d>", count: 70) + String(repeating: "</d>", count: 70)), "too-deep"),
      (ubl(attributes), "too-many-attributes"), (ubl(wide), "tag-too-wide"),
      ("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + ubl(line(1, "1")), "encoding-not-allowed"),
      ("<Order xmlns=\"urn:other\"/>", "unrecognised-input"),
    ]
    for (text, code) in cases {
      let reading = try read(text, blockSize: blockSize)
      #expect(reading.refusal?.code == code, "\(text.prefix(120))")
      #expect(reading.records.isEmpty)
    }
  }

  @Test("an external document type is tolerated and never loaded")
  func externalSubset() throws {
    let text = ubl(line(1, "10.00"), prologue: "<!DOCTYPE x SYSTEM \"http://example.com/x.dtd\">")
    #expect(try read(text).lines.count == 1)
    let entity = ubl("<b:Note>caf&eacute;</b:Note>", prologue: "<!DOCTYPE x SYSTEM \"x.dtd\">")
    #expect(try read(entity).refusal?.code == "undefined-entity", "text would silently be lost")
  }

  @Test("a document inside an envelope is found")
  func envelope() throws {
    let text =
      "<StandardBusinessDocument xmlns=\"urn:e\"><Header/>\(ubl(line(1, "10.00")))<After><b/></After></StandardBusinessDocument>"
    #expect(try read(text).lines.count == 1)
  }

  @Test("groups and information of extended CII documents are not counted")
  func subLines() throws {
    func item(_ id: Int, _ amount: String, _ status: String?) -> String {
      "<IncludedSupplyChainTradeLineItem><AssociatedDocumentLineDocument><LineID>\(id)</LineID>"
        + (status.map { "<LineStatusReasonCode>\($0)</LineStatusReasonCode>" } ?? "")
        + "</AssociatedDocumentLineDocument><SpecifiedLineTradeSettlement>"
        + "<SpecifiedTradeSettlementLineMonetarySummation><LineTotalAmount>\(amount)</LineTotalAmount>"
        + "</SpecifiedTradeSettlementLineMonetarySummation></SpecifiedLineTradeSettlement></IncludedSupplyChainTradeLineItem>"
    }
    let text =
      "<CrossIndustryInvoice xmlns=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\"><ExchangedDocument>"
      + "<ID>Z1</ID><TypeCode>380</TypeCode><IssueDateTime><DateTimeString format=\"102\">20260131</DateTimeString>"
      + "</IssueDateTime></ExchangedDocument><SupplyChainTradeTransaction>"
      + item(1, "30.00", "GROUP") + item(2, "10.00", "DETAIL") + item(3, "20.00", nil)
      + item(4, "9.00", "INFORMATION")
      + "<ApplicableHeaderTradeSettlement><InvoiceCurrencyCode>EUR</InvoiceCurrencyCode></ApplicableHeaderTradeSettlement>"
      + "</SupplyChainTradeTransaction></CrossIndustryInvoice>"
    let reading = try read(text)
    #expect(reading.lines.map(\.lineID) == ["2", "3"])
    #expect(reading.lines.first?.date?.description == "2026-01-31")
  }

  @Test("a job feed: markup goes, tokens are never kept, a bad date rejects one job")
  func indeed() throws {
    let reading = try read(
      "<source><publisher>P</publisher><job>\n<title>\n <![CDATA[Editor &amp; more]]>\n</title><date>Wed, 01 Sep 2021 "
        + "03:43:00 GMT</date><referencenumber>7</referencenumber><description><![CDATA[<p>One</p><p>Two&nbsp;x</p>]]>"
        + "</description><indeed-apply-data>token=secret</indeed-apply-data></job>"
        + "<job><title>B</title><date>soon</date></job><job><date>2021-09-01</date></job></source>"
    )
    let posting = try #require(reading.postings.first)
    #expect(posting.title == "Editor & more" && posting.date?.description == "2021-09-01")
    #expect(posting.description == "One\nTwo x")
    #expect(reading.rejects.map(\.code) == ["bad-date", "missing-title"])
    #expect(!"\(reading)".contains("secret"))
  }

  @Test("a saved search: the title loses its suffix, the link its token, repeated items count once")
  func upworkRSS() throws {
    let item =
      "<item><title>QA &#039;Lead&#039; - Upwork</title><link>https://www.upwork.com/jobs/x_~01ab?source=rss</link>"
      + "<description><![CDATA[Test it.<br /><b>Hourly Range</b>: $10-$20<br /><b>Posted On</b>: September 01, 2021 03:43 "
      + "UTC<br /><b>Skills</b>:A,     B]]></description><guid>https://www.upwork.com/jobs/x_~01ab?securityToken=zz</guid></item>"
    let reading = try read("<rss><channel>\(item)\(item)</channel></rss>")
    let posting = try #require(reading.postings.first)
    #expect(posting.title == "QA 'Lead'" && posting.id == "~01ab" && posting.type == "hourly")
    #expect(posting.date?.description == "2021-09-01" && posting.skills == ["A", "B"])
    #expect(posting.description == "Test it.")
    #expect(reading.duplicates.map(\.reason) == [.samePosting])
    let other =
      "<rss><channel><item><title>News</title><link>https://example.com/</link></item></channel></rss>"
    #expect(try read(other).refusal?.code == "unrecognised-input")
  }
}
