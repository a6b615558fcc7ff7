import Ingestion
import Model
import Testing

/// Whether an amount of a credit note is a credit, however it is written.
struct CreditNoteSignTests {
  private func cii(_ sign: String, type: String = "381") -> String {
    """
    <CrossIndustryInvoice xmlns="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"><ExchangedDocument><ID>Z-1</ID>
    <TypeCode>\(type)</TypeCode><IssueDateTime><DateTimeString format="102">20260131</DateTimeString></IssueDateTime></ExchangedDocument>
    <SupplyChainTradeTransaction><IncludedSupplyChainTradeLineItem><SpecifiedLineTradeSettlement>
    <SpecifiedTradeSettlementLineMonetarySummation><LineTotalAmount>\(sign)80.00</LineTotalAmount>
    </SpecifiedTradeSettlementLineMonetarySummation></SpecifiedLineTradeSettlement></IncludedSupplyChainTradeLineItem>
    <ApplicableHeaderTradeSettlement><InvoiceCurrencyCode>EUR</InvoiceCurrencyCode></ApplicableHeaderTradeSettlement>
    </SupplyChainTradeTransaction></CrossIndustryInvoice>
    """
  }

  private func fattura(_ sign: String) -> String {
    """
    <p:FatturaElettronica xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"><FatturaElettronicaBody>
    <DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD04</TipoDocumento><Divisa>EUR</Divisa><Data>2026-01-31</Data>
    <Numero>7</Numero></DatiGeneraliDocumento></DatiGenerali><DatiBeniServizi><DettaglioLinee><NumeroLinea>1</NumeroLinea>
    <PrezzoTotale>\(sign)60.00</PrezzoTotale></DettaglioLinee><DatiRiepilogo><ImponibileImporto>\(sign)60.00</ImponibileImporto>
    <Imposta>0</Imposta></DatiRiepilogo></DatiBeniServizi></FatturaElettronicaBody></p:FatturaElettronica>
    """
  }

  @Test("a credit note lowers the cost whether its amounts are written with a sign or not")
  func everyFormat() throws {
    let documents = [
      (UBLText.document("G-1", "CreditNote"), "-1000.00"), (cii(""), "-80.00"),
      (fattura(""), "-60.00"),
    ]
    let negative = [
      (UBLText.document("G-1", "CreditNote", sign: "-"), "-1000.00"), (cii("-"), "-80.00"),
      (fattura("-"), "-60.00"),
    ]
    for (text, amount) in documents {
      let reading = try read(text)
      #expect(reading.lines.map(\.amount.description) == [amount])
      #expect(reading.lines.map(\.kind) == [.creditNote] && reading.diagnostics.isEmpty)
    }
    for (text, amount) in negative {
      let reading = try read(text)
      #expect(reading.lines.map(\.amount.description) == [amount])
      #expect(reading.lines.map(\.kind) == [.creditNote])
      #expect(reading.diagnostics.map(\.code) == ["negative-credit-note"])
    }
  }

  @Test("the sum of what is counted decides, and parts of the other sign reduce the credit")
  func mixed() throws {
    let reduced = try read(
      UBLText.document("G-1", "CreditNote", amounts: ["1000.00", "-200.00"], net: "800.00")
    )
    #expect(reduced.lines.map(\.amount.description) == ["-1000.00", "200.00"])
    #expect(reduced.diagnostics.isEmpty)
    let signed = try read(
      UBLText.document("G-1", "CreditNote", amounts: ["-1000.00", "200.00"], net: "-800.00")
    )
    #expect(signed.lines.map(\.amount.description) == ["-1000.00", "200.00"])
    #expect(signed.lines.map(\.kind) == [.creditNote, .invoice])
    #expect(signed.diagnostics.map(\.code) == ["negative-credit-note"])
    let contradictory = try read(
      UBLText.document("G-1", "CreditNote", amounts: ["-1000.00"], net: "1000.00")
    )
    #expect(contradictory.lines.map(\.amount.description) == ["-1000.00"])
    #expect(
      contradictory.diagnostics.map(\.code) == ["negative-credit-note", "total-mismatch"]
    )
  }

  @Test("a credit note without lines is judged by its net total")
  func withoutLines() throws {
    let reading = try read(UBLText.document("G-1", "CreditNote", amounts: [], net: "-50.00"))
    #expect(reading.lines.map(\.amount.description) == ["-50.00"])
    #expect(reading.lines.map(\.kind) == [.creditNote])
  }

  @Test("type 381 makes a credit note of a UBL invoice, which is said; 384 is taken as written")
  func byType() throws {
    let positive = try read(UBLText.document("R-1", type: "381"))
    #expect(positive.lines.map(\.amount.description) == ["-1000.00"])
    #expect(positive.lines.map(\.kind) == [.creditNote])
    #expect(positive.diagnostics.map(\.code) == ["credit-note-by-type"])
    let negative = try read(UBLText.document("R-1", sign: "-", type: "381"))
    #expect(negative.lines.map(\.amount.description) == ["-1000.00"])
    #expect(negative.lines.map(\.kind) == [.creditNote])
    #expect(
      Set(negative.diagnostics.map(\.code)) == ["credit-note-by-type", "negative-credit-note"]
    )
    for type in ["380", "384"] {
      let invoice = try read(UBLText.document("R-1", sign: "-", type: type))
      #expect(invoice.lines.map(\.amount.description) == ["-1000.00"])
      #expect(invoice.lines.map(\.kind) == [.invoice] && invoice.diagnostics.isEmpty)
    }
  }
}
