internal import Model

/// A UN/CEFACT Cross Industry Invoice D16B, as Factur-X, ZUGFeRD 2 and XRechnung write it.
struct CIIInvoice: XMLFormat {
  let name: FormatName = "cii-invoice"
  let summary = "UN/CEFACT Cross Industry Invoice D16B (Factur-X, ZUGFeRD 2, XRechnung)"
  let grade = EvidenceGrade.standard
  let evidence = "UN/CEFACT CII D16B; EN 16931-1 with the CEN syntax binding."

  func recognises(root: XMLName) -> Bool {
    root
      == XMLName(
        namespace: "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
        local: "CrossIndustryInvoice"
      )
  }

  func makeReader() -> any XMLRecordReader { CIIReader(format: name) }
}

/// Reads one document; its lines stand before the currency and the parties, so that records can
/// only be made at its end.
private struct CIIReader: XMLRecordReader {
  private var invoice: EInvoice
  private var builder = XMLSubtreeBuilder()

  init(format: FormatName) { invoice = EInvoice(format: format, day: Self.day) }

  mutating func start(_ element: XMLElement, path: [String], into reading: inout InputReading) {
    if path.count == 1 { invoice.location = element.line }
    let isInTransaction = path.count > 1 && path[1] == "SupplyChainTradeTransaction"
    builder.start(element, isUnit: path.count == (isInTransaction ? 3 : 2))
  }

  mutating func end(
    _ element: XMLElement,
    path: [String],
    text: String,
    into reading: inout InputReading
  ) {
    guard let part = builder.end(text: text) else { return }
    switch part.name {
    case "ExchangedDocument":
      invoice.number = part.text("ID")
      invoice.issueDate = part.text("IssueDateTime", "DateTimeString")
      invoice.isCredit = part.text("TypeCode") == "381"
    case "ApplicableHeaderTradeAgreement": readAgreement(part)
    case "ApplicableHeaderTradeDelivery":
      invoice.deliveryDate = part.text(
        "ActualDeliverySupplyChainEvent",
        "OccurrenceDateTime",
        "DateTimeString"
      )
    case "ApplicableHeaderTradeSettlement": readSettlement(part)
    case "IncludedSupplyChainTradeLineItem": readLine(part)
    default: break
    }
  }

  mutating func finish(into reading: inout InputReading) { invoice.publish(into: &reading) }

  private mutating func readAgreement(_ part: XMLSubtree) {
    invoice.contract = part.text("ContractReferencedDocument", "IssuerAssignedID")
    invoice.project = part.text("SpecifiedProcuringProject", "ID")
    invoice.order = part.text("BuyerOrderReferencedDocument", "IssuerAssignedID")
    invoice.buyer = part.text("BuyerTradeParty", "Name")
    guard let seller = part.first("SellerTradeParty") else { return }
    invoice.seller =
      seller.text("Name") ?? seller.text("SpecifiedLegalOrganization", "TradingBusinessName")
    let vat = seller.all("SpecifiedTaxRegistration", "ID")
      .first { $0.attributes["schemeID"] == "VA" && !$0.text.isEmpty }
    invoice.sellerID =
      vat?.text ?? seller.text("SpecifiedLegalOrganization", "ID") ?? seller.text("GlobalID")
      ?? seller.text("ID")
    invoice.sellerCountry = seller.text("PostalTradeAddress", "CountryID")
  }

  private mutating func readSettlement(_ part: XMLSubtree) {
    let totals = part.first("SpecifiedTradeSettlementHeaderMonetarySummation")
    invoice.currency =
      part.text("InvoiceCurrencyCode")
      ?? totals?.children.lazy.compactMap { $0.attributes["currencyID"] }.first
    invoice.netTotal = totals?.text("TaxBasisTotalAmount")
    let period = part.first("BillingSpecifiedPeriod")
    invoice.periodStart = period?.text("StartDateTime", "DateTimeString")
    invoice.periodEnd = period?.text("EndDateTime", "DateTimeString")
    invoice.references = part.all("InvoiceReferencedDocument", "IssuerAssignedID").map(\.text)
    invoice.adjustments =
      part.all("SpecifiedTradeAllowanceCharge").map { adjustment in
        EInvoice.Adjustment(
          location: adjustment.line,
          isCharge: adjustment.text("ChargeIndicator", "Indicator") == "true",
          amount: adjustment.text("ActualAmount"),
          reason: adjustment.text("Reason")
        )
      }
      + part.all("SpecifiedLogisticsServiceCharge").map { charge in
        EInvoice.Adjustment(
          location: charge.line,
          isCharge: true,
          amount: charge.text("AppliedAmount"),
          reason: charge.text("Description")
        )
      }
  }

  private mutating func readLine(_ part: XMLSubtree) {
    // EXTENDED and XRechnung sub-lines: groups and information repeat what detail lines say.
    let status = part.text("AssociatedDocumentLineDocument", "LineStatusReasonCode")
    guard status != "GROUP", status != "INFORMATION" else { return }
    let settlement = part.first("SpecifiedLineTradeSettlement")
    let period = settlement?.first("BillingSpecifiedPeriod")
    let quantity = part.first("SpecifiedLineTradeDelivery", "BilledQuantity")
    let price = part.first("SpecifiedLineTradeAgreement", "NetPriceProductTradePrice")
    invoice.lines.append(
      EInvoice.Line(
        location: part.line,
        id: part.text("AssociatedDocumentLineDocument", "LineID"),
        netAmount: settlement?.text(
          "SpecifiedTradeSettlementLineMonetarySummation",
          "LineTotalAmount"
        ),
        quantity: quantity?.text(),
        unit: quantity?.attributes["unitCode"],
        price: price?.text("ChargeAmount"),
        baseQuantity: price?.text("BasisQuantity"),
        periodStart: period?.text("StartDateTime", "DateTimeString"),
        periodEnd: period?.text("EndDateTime", "DateTimeString"),
        name: part.text("SpecifiedTradeProduct", "Name"),
        description: part.text("SpecifiedTradeProduct", "Description"),
        objects: settlement?.all("AdditionalReferencedDocument", "IssuerAssignedID").map(\.text)
          ?? []
      )
    )
  }

  /// A date of UN/CEFACT format 102, `YYYYMMDD`.
  @Sendable private static func day(_ text: String) -> Day? {
    let bytes = Array(text.utf8)
    guard bytes.count == 8 else { return Day(text) }
    let dash = [UInt8(ascii: "-")]
    return Day(iso: bytes[0..<4] + dash + bytes[4..<6] + dash + bytes[6..<8])
  }
}
