import Ingestion
import Model
import TestSupport
import Testing

/// The invoice families beside UBL and CII, each with what is peculiar to it.
struct EInvoiceFormatTests {
  private func amounts(_ reading: InputReading) -> [String] {
    reading.lines.map(\.amount.description)
  }

  private func everywhere(_ text: String, _ check: (InputReading) throws -> Void) throws {
    for blockSize in blockSizes { try check(try read(text, blockSize: blockSize)) }
  }

  @Test("ZUGFeRD 1.0 has other names for CII's shape")
  func zugferd1() throws {
    let text = """
      <rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0" xmlns:ram="urn:r" xmlns:udt="urn:u">
      <rsm:HeaderExchangedDocument><ram:ID>Z-1</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime>
      <udt:DateTimeString format="102">20260131</udt:DateTimeString></ram:IssueDateTime></rsm:HeaderExchangedDocument>
      <rsm:SpecifiedSupplyChainTradeTransaction><ram:ApplicableSupplyChainTradeAgreement><ram:SellerTradeParty>
      <ram:Name>Jörg Muster</ram:Name><ram:PostalTradeAddress><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>
      <ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">12/3</ram:ID></ram:SpecifiedTaxRegistration>
      <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE1</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTradeParty>
      <ram:BuyerTradeParty><ram:Name>Kunde</ram:Name></ram:BuyerTradeParty></ram:ApplicableSupplyChainTradeAgreement>
      <ram:ApplicableSupplyChainTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
      <ram:SpecifiedTradeSettlementMonetarySummation><ram:TaxBasisTotalAmount currencyID="EUR">100.00</ram:TaxBasisTotalAmount>
      <ram:DuePayableAmount currencyID="EUR">119.00</ram:DuePayableAmount></ram:SpecifiedTradeSettlementMonetarySummation>
      </ram:ApplicableSupplyChainTradeSettlement><ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument>
      <ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument><ram:SpecifiedSupplyChainTradeDelivery>
      <ram:BilledQuantity unitCode="HUR">4</ram:BilledQuantity></ram:SpecifiedSupplyChainTradeDelivery>
      <ram:SpecifiedSupplyChainTradeSettlement><ram:SpecifiedTradeSettlementMonetarySummation>
      <ram:LineTotalAmount currencyID="EUR">100.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation>
      </ram:SpecifiedSupplyChainTradeSettlement><ram:SpecifiedTradeProduct><ram:Name>Arbeit</ram:Name></ram:SpecifiedTradeProduct>
      </ram:IncludedSupplyChainTradeLineItem></rsm:SpecifiedSupplyChainTradeTransaction></rsm:CrossIndustryDocument>
      """
    try everywhere(text) { reading in
      let line = try #require(reading.lines.first)
      #expect(reading.format == "zugferd1-invoice" && reading.lines.count == 1)
      #expect(line.document == "Z-1" && line.date?.description == "2026-01-31")
      #expect(
        line.freelancer == "Jörg Muster" && line.freelancerID == "DE1" && line.country == "DE"
      )
      #expect(line.buyer == "Kunde" && line.amount.description == "100.00" && line.unit == "HUR")
      #expect(line.location.line == 12 && reading.diagnostics.isEmpty)
      #expect(reading.arithmetic.totals.map(\.payable.description) == ["119.00"])
    }
  }

  private func fattura(_ bodies: String...) -> String {
    """
    <p:FatturaElettronica xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"><FatturaElettronicaHeader>
    <CedentePrestatore><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>123</IdCodice></IdFiscaleIVA>
    <Anagrafica><Nome>Ada</Nome><Cognome>Rossi</Cognome></Anagrafica></DatiAnagrafici><Sede><Nazione>IT</Nazione></Sede>
    </CedentePrestatore><CessionarioCommittente><DatiAnagrafici><Anagrafica><Denominazione>Cliente</Denominazione></Anagrafica>
    </DatiAnagrafici></CessionarioCommittente></FatturaElettronicaHeader>\(bodies.joined())</p:FatturaElettronica>
    """
  }

  private func body(_ number: String, _ type: String) -> String {
    """
    <FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>\(type)</TipoDocumento><Divisa>EUR</Divisa>
    <Data>2026-01-31</Data><Numero>\(number)</Numero><DatiRitenuta><ImportoRitenuta>200.00</ImportoRitenuta></DatiRitenuta>
    <DatiCassaPrevidenziale><TipoCassa>TC22</TipoCassa><ImportoContributoCassa>40.00</ImportoContributoCassa>
    </DatiCassaPrevidenziale><ImportoTotaleDocumento>1040.00</ImportoTotaleDocumento></DatiGeneraliDocumento>
    <DatiContratto><IdDocumento>K-1</IdDocumento><CodiceCUP>P-1</CodiceCUP></DatiContratto></DatiGenerali>
    <DatiBeniServizi><DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>Traduzione</Descrizione>
    <PrezzoUnitario>1000.00</PrezzoUnitario><PrezzoTotale>1000.00</PrezzoTotale></DettaglioLinee>
    <DatiRiepilogo><ImponibileImporto>1040.00</ImponibileImporto><Imposta>0.00</Imposta></DatiRiepilogo></DatiBeniServizi>
    <DatiPagamento><DettaglioPagamento><ImportoPagamento>840.00</ImportoPagamento></DettaglioPagamento></DatiPagamento>
    </FatturaElettronicaBody>
    """
  }

  @Test("FatturaPA holds several invoices; the cost is what was billed before anything is withheld")
  func fatturaPA() throws {
    try everywhere(fattura(body("1", "TD06"), body("2", "TD04"))) { reading in
      #expect(reading.format == "fatturapa" && reading.diagnostics.isEmpty)
      #expect(amounts(reading) == ["1000.00", "40.00", "-1000.00", "-40.00"])
      #expect(reading.lines.map(\.document) == ["1", "1", "2", "2"])
      #expect(reading.lines.map(\.kind) == [.invoice, .invoice, .creditNote, .creditNote])
      let line = try #require(reading.lines.first)
      #expect(
        line.freelancer == "Ada Rossi" && line.freelancerID == "IT123" && line.buyer == "Cliente"
      )
      #expect(line.contract == "K-1" && line.project == "P-1" && line.quantity == nil)
      #expect(reading.arithmetic.totals.map(\.payable.description) == ["840.00", "-840.00"])
      #expect(reading.lines.map(\.lineID) == ["1", "charge-1", "1", "charge-1"])
      #expect(reading.arithmetic.differences.isEmpty)
    }
  }

  @Test("an invoice that stands in two files of several counts once")
  func documentTwice() throws {
    let both = fattura(body("1", "TD01"), body("2", "TD01"))
    let dataset = try assemble([("a.xml", both), ("b.xml", fattura(body("2", "TD01")))])
    #expect(dataset.lines.count == 4 && dataset.duplicates.count == 2)
    #expect(dataset.duplicates.allSatisfy { $0.reason == .sameDocument && !$0.conflicts })
  }

  @Test("Facturae names natural persons in three parts and corrects with signs")
  func facturae() throws {
    func invoice(_ number: String, _ kind: String, _ sign: String) -> String {
      """
      <Invoice><InvoiceHeader><InvoiceNumber>\(number)</InvoiceNumber><InvoiceSeriesCode>S</InvoiceSeriesCode>
      <InvoiceClass>\(kind)</InvoiceClass></InvoiceHeader><InvoiceIssueData><IssueDate>2026-01-31</IssueDate>
      <InvoiceCurrencyCode>EUR</InvoiceCurrencyCode></InvoiceIssueData><InvoiceTotals>
      <TotalGrossAmount>\(sign)90.00</TotalGrossAmount><GeneralSurcharges><Charge><ChargeReason>viaje</ChargeReason>
      <ChargeAmount>\(sign)10.00</ChargeAmount></Charge></GeneralSurcharges><TotalGeneralSurcharges>\(sign)10.00</TotalGeneralSurcharges>
      <TotalGrossAmountBeforeTaxes>\(sign)100.00</TotalGrossAmountBeforeTaxes><TotalTaxOutputs>\(sign)21.00</TotalTaxOutputs>
      <TotalTaxesWithheld>\(sign)15.00</TotalTaxesWithheld><InvoiceTotal>\(sign)121.00</InvoiceTotal>
      <TotalOutstandingAmount>\(sign)106.00</TotalOutstandingAmount></InvoiceTotals><Items><InvoiceLine>
      <ItemDescription>Trabajo</ItemDescription><Quantity>\(sign)10</Quantity><UnitPriceWithoutTax>10</UnitPriceWithoutTax>
      <TotalCost>\(sign)100.00</TotalCost><DiscountsAndRebates><Discount><DiscountAmount>\(sign)10.00</DiscountAmount></Discount>
      </DiscountsAndRebates><GrossAmount>\(sign)90.00</GrossAmount></InvoiceLine></Items></Invoice>
      """
    }
    let text = """
      <fe:Facturae xmlns:fe="http://www.facturae.gob.es/formato/Versiones/Facturaev3_2_2.xml"><Parties><SellerParty>
      <TaxIdentification><TaxIdentificationNumber>X1</TaxIdentificationNumber></TaxIdentification><Individual><Name>Ana</Name>
      <FirstSurname>García</FirstSurname><SecondSurname>Ruiz</SecondSurname><AddressInSpain><CountryCode>ESP</CountryCode>
      </AddressInSpain></Individual></SellerParty><BuyerParty><LegalEntity><CorporateName>Cliente SL</CorporateName></LegalEntity>
      </BuyerParty></Parties><Invoices>\(invoice("1", "OO", ""))\(invoice("2", "OR", "-"))</Invoices></fe:Facturae>
      """
    try everywhere(text) { reading in
      #expect(reading.format == "facturae" && reading.diagnostics.isEmpty)
      #expect(amounts(reading) == ["90.00", "10.00", "-90.00", "-10.00"])
      #expect(reading.lines.map(\.kind) == [.invoice, .invoice, .creditNote, .creditNote])
      let line = try #require(reading.lines.first)
      #expect(
        line.freelancer == "Ana García Ruiz" && line.country == "ES" && line.document == "S-1"
      )
      #expect(reading.arithmetic.differences.isEmpty)
      #expect(
        reading.arithmetic.computed[.lineAmount] == 2 && reading.arithmetic.computed[.payable] == 2
      )
      #expect(reading.arithmetic.totals.map(\.payable.description) == ["106.00", "-106.00"])
    }
  }

  @Test("SETU 1 brings the timecards along; signs may be written out")
  func setu() throws {
    let text = """
      <Invoice xmlns="http://www.openapplications.org/oagis" xmlns:nl="http://ns.hr-xml.org/2007-04-15"><Header><DocumentIds>
      <DocumentId><Id>H/1</Id></DocumentId></DocumentIds><DocumentDateTime>2026-01-31T00:00:00Z</DocumentDateTime>
      <TotalAmount currency="EUR">+150.00</TotalAmount><Parties><CustomerParty><Name>Klant</Name></CustomerParty>
      <SupplierParty><Name>Bureau</Name><TaxId>NL1</TaxId></SupplierParty></Parties><Type>Debit</Type>
      <TotalTax currency="EUR">+31.50</TotalTax><Tax><TaxAmount currency="EUR">31.50</TaxAmount>
      <TaxBaseAmount currency="EUR">150.00</TaxBaseAmount><PercentQuantity uom="BTW">21</PercentQuantity></Tax></Header>
      <Line><LineNumber>1</LineNumber><Description>Werk</Description><Charges><TotalCharge><Total currency="EUR">+150.00</Total>
      </TotalCharge></Charges><Price><Amount currency="EUR">15.00</Amount><PerQuantity uom="Regular">1</PerQuantity></Price>
      <ItemQuantity uom="Regular">10</ItemQuantity><UserArea><nl:TimeCard><nl:Id><nl:IdValue>TC-1</nl:IdValue></nl:Id>
      <nl:ReportedTime><nl:PeriodStartDate>2026-01-19</nl:PeriodStartDate><nl:PeriodEndDate>2026-01-25</nl:PeriodEndDate>
      </nl:ReportedTime></nl:TimeCard></UserArea></Line></Invoice>
      """
    try everywhere(text) { reading in
      let line = try #require(reading.lines.first)
      #expect(reading.format == "setu-invoice" && amounts(reading) == ["150.00"])
      #expect(line.document == "H/1" && line.freelancer == "Bureau" && line.buyer == "Klant")
      #expect(line.references == ["TC-1"] && line.workDay?.description == "2026-01-25")
      #expect(reading.diagnostics.isEmpty && reading.arithmetic.differences.isEmpty)
    }
    let credit = text.replacing("<Type>Debit", with: "<Type>Credit")
    #expect(amounts(try read(credit)) == ["-150.00"])
  }

  private func cxml(_ purpose: String, _ more: String = "") -> String {
    """
    <?xml version="1.0"?><!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.020/InvoiceDetail.dtd">
    <cXML payloadID="1"><Header><Sender><Credential domain="x"><Identity>i</Identity><SharedSecret>hunter2</SharedSecret>
    </Credential></Sender></Header><Request>\(more)<InvoiceDetailRequest><InvoiceDetailRequestHeader invoiceID="C-1"
    invoiceDate="2026-01-31T10:00:00-08:00" purpose="\(purpose)" operation="new"><InvoicePartner><Contact role="remitTo" addressID="9">
    <Name>Bank</Name></Contact></InvoicePartner><InvoicePartner><Contact role="from"><Name>Ada Ltd</Name><PostalAddress>
    <Country isoCountryCode="US">US</Country></PostalAddress></Contact></InvoicePartner><InvoicePartner><Contact role="billTo">
    <Name>Buyer</Name></Contact></InvoicePartner></InvoiceDetailRequestHeader><InvoiceDetailOrder><InvoiceDetailOrderInfo>
    <OrderReference orderID="PO-7"><DocumentReference payloadID="p"/></OrderReference></InvoiceDetailOrderInfo>
    <InvoiceDetailServiceItem invoiceLineNumber="1" quantity="8" referenceDate="2026-01-20">
    <InvoiceDetailServiceItemReference><Description>Support</Description></InvoiceDetailServiceItemReference>
    <SubtotalAmount><Money currency="USD">200.00</Money></SubtotalAmount><UnitOfMeasure>HUR</UnitOfMeasure>
    <UnitPrice><Money currency="USD">25</Money></UnitPrice></InvoiceDetailServiceItem><InvoiceDetailItem invoiceLineNumber="2"
    quantity="1"><UnitOfMeasure>EA</UnitOfMeasure><UnitPrice><Money currency="USD"/></UnitPrice><SubtotalAmount>
    <Money currency="USD"/></SubtotalAmount></InvoiceDetailItem></InvoiceDetailOrder><InvoiceDetailSummary><SubtotalAmount>
    <Money currency="USD">200.00</Money></SubtotalAmount><DueAmount><Money currency="USD">200.00</Money></DueAmount>
    </InvoiceDetailSummary></InvoiceDetailRequest></Request></cXML>
    """
  }

  @Test("cXML is all attributes; its document type is never loaded and its password never shown")
  func cXML() throws {
    try everywhere(cxml("standard")) { reading in
      let line = try #require(reading.lines.first)
      #expect(reading.format == "cxml-invoice" && amounts(reading) == ["200.00"])
      #expect(line.document == "C-1" && line.freelancer == "Ada Ltd" && line.buyer == "Buyer")
      #expect(line.order == "PO-7" && line.unit == "HUR" && line.country == "US")
      #expect(line.workDay?.description == "2026-01-20" && line.description == "Support")
      #expect(reading.diagnostics.map(\.code) == ["secret-in-input"])
      #expect(reading.rejects.map(\.code) == ["missing-amount"])
      #expect(!"\(reading)".contains("hunter2"))
    }
    #expect(amounts(try read(cxml("creditMemo"))) == ["-200.00"])
    let order = "<cXML><Request><OrderRequest/></Request></cXML>"
    #expect(try read(order).refusal?.code == "unrecognised-input")
  }

  @Test("a statement's amounts get their sign from the direction, and batches are read one by one")
  func camt() throws {
    func entry(_ direction: String, _ more: String, _ details: String = "") -> String {
      """
      <Ntry><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>\(direction)</CdtDbtInd>\(more)<Sts><Cd>BOOK</Cd></Sts>
      <BookgDt><Dt>2026-02-02</Dt></BookgDt><NtryDtls>\(details)</NtryDtls></Ntry>
      """
    }
    func payment(_ amount: String, _ name: String) -> String {
      """
      <TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy="EUR">\(amount)</Amt><RltdPties><Cdtr>\(name)</Cdtr>
      <CdtrAcct><Id><IBAN>DE1</IBAN></Id></CdtrAcct></RltdPties><RmtInf><Ustrd>Invoice</Ustrd><Ustrd>R-1</Ustrd>
      <Strd><CdtrRefInf><Ref>RF1</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>
      """
    }
    let text = """
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S-1</Id>
      \(entry("DBIT", "", payment("100.00", "<Pty><Nm>Ada</Nm></Pty>")))\(entry("CRDT", ""))
      \(entry("DBIT", "<RvslInd>true</RvslInd>"))
      \(entry("DBIT", "", payment("60.00", "<Nm>Bo</Nm>") + payment("40.00", "<Nm>Cy</Nm>")))
      \(entry("SOME", ""))</Stmt></BkToCstmrStmt></Document>
      """
    try everywhere(text) { reading in
      #expect(reading.format == "camt-statement")
      #expect(amounts(reading) == ["100.00", "-100.00", "100.00", "60.00", "40.00"])
      #expect(reading.lines.map(\.freelancer) == ["Ada", nil, nil, "Bo", "Cy"])
      #expect(reading.lines.map(\.lineID) == ["1", "2", "3", "4.1", "4.2"])
      #expect(reading.lines.allSatisfy { $0.kind == .payment && $0.document == "S-1" })
      #expect(
        reading.lines.first?.references == ["RF1"]
          && reading.lines.first?.description == "Invoice R-1"
      )
      #expect(reading.rejects.map(\.code) == ["missing-direction"])
    }
  }

  @Test("a payment in advance is counted, and said")
  func prepayment() throws {
    let text = """
      <CrossIndustryInvoice xmlns="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"><ExchangedDocument><ID>1</ID>
      <TypeCode>386</TypeCode><IssueDateTime><DateTimeString>20260131</DateTimeString></IssueDateTime></ExchangedDocument>
      <SupplyChainTradeTransaction><ApplicableHeaderTradeSettlement><InvoiceCurrencyCode>EUR</InvoiceCurrencyCode>
      <SpecifiedTradeSettlementHeaderMonetarySummation><TaxBasisTotalAmount>50.00</TaxBasisTotalAmount>
      </SpecifiedTradeSettlementHeaderMonetarySummation></ApplicableHeaderTradeSettlement></SupplyChainTradeTransaction>
      </CrossIndustryInvoice>
      """
    let reading = try read(text)
    #expect(amounts(reading) == ["50.00"] && reading.lines.first?.lineID == "total")
    #expect(reading.diagnostics.map(\.code) == ["prepayment"])
  }
}
