import Ingestion
import Model
import Testing

/// Units of time in formats that have codes of their own.
struct TimeUnitTests {
  @Test("Facturae's table of units has hours as 02; what is no time stays as written")
  func facturae() throws {
    let reading = try read(
      FacturaeText.file(
        FacturaeText.invoice("1", "OO", "", unit: "02")
          + FacturaeText.invoice("2", "OO", "", unit: "03")
          + FacturaeText.invoice("3", "OO", "", unit: "01")
      )
    )
    #expect(reading.lines.map(\.unit) == ["HUR", "03", "01"])
  }

  @Test("SETU writes hours as a word", arguments: ["hour", "Hours", "HUR"])
  func setu(word: String) throws {
    let text = """
      <Invoice xmlns="http://www.openapplications.org/oagis"><Header><DocumentIds><DocumentId><Id>H/1</Id></DocumentId>
      </DocumentIds><DocumentDateTime>2026-01-31T00:00:00Z</DocumentDateTime><TotalAmount currency="EUR">150.00</TotalAmount>
      </Header><Line><LineNumber>1</LineNumber><Charges><TotalCharge><Total currency="EUR">150.00</Total></TotalCharge></Charges>
      <ItemQuantity uom="\(word)">10</ItemQuantity></Line></Invoice>
      """
    #expect(try read(text).lines.map(\.unit) == ["HUR"])
  }
}

/// Facturae in short.
enum FacturaeText {
  static func file(_ invoices: String) -> String {
    """
    <fe:Facturae xmlns:fe="http://www.facturae.gob.es/formato/Versiones/Facturaev3_2_2.xml"><Parties><SellerParty><LegalEntity>
    <CorporateName>Ana SL</CorporateName></LegalEntity></SellerParty></Parties><Invoices>\(invoices)</Invoices></fe:Facturae>
    """
  }

  static func invoice(
    _ number: String,
    _ kind: String,
    _ sign: String,
    unit: String = "02",
    more: String = "",
    decimals: String = "00"
  ) -> String {
    """
    <Invoice><InvoiceHeader><InvoiceNumber>\(number)</InvoiceNumber><InvoiceClass>\(kind)</InvoiceClass>\(more)</InvoiceHeader>
    <InvoiceIssueData><IssueDate>2026-01-31</IssueDate><InvoiceCurrencyCode>EUR</InvoiceCurrencyCode></InvoiceIssueData>
    <InvoiceTotals><TotalGrossAmountBeforeTaxes>\(sign)100.00</TotalGrossAmountBeforeTaxes></InvoiceTotals><Items><InvoiceLine>
    <ItemDescription>Trabajo</ItemDescription><Quantity>\(sign)10</Quantity><UnitOfMeasure>\(unit)</UnitOfMeasure>
    <UnitPriceWithoutTax>10</UnitPriceWithoutTax><GrossAmount>\(sign)100.\(decimals)</GrossAmount></InvoiceLine></Items></Invoice>
    """
  }
}
