internal import Model

/// Reads a UBL 2.1 invoice or credit note, one child of the root at a time.
///
/// Paths by the Peppol BIS Billing 3.0 syntax binding; local names suffice below a known root.
struct UBLReader: XMLRecordReader {
  private var invoice: EInvoice
  private var builder = XMLSubtreeBuilder()
  private let isCreditNote: Bool

  /// Creates a reader for one document.
  init(format: FormatName, isCreditNote: Bool) {
    invoice = EInvoice(format: format, day: Self.day)
    invoice.isCredit = isCreditNote
    self.isCreditNote = isCreditNote
  }

  mutating func start(_ element: XMLElement, path: [String], into reading: inout InputReading) {
    if path.count == 1 { invoice.location = element.line }
    builder.start(element, isUnit: path.count == 2)
  }

  mutating func end(
    _ element: XMLElement,
    path: [String],
    text: String,
    into reading: inout InputReading
  ) {
    guard let part = builder.end(text: text) else { return }
    switch part.name {
    case "ID": invoice.number = part.text()
    case "IssueDate": invoice.issueDate = part.text()
    case "DocumentCurrencyCode": invoice.currency = part.text()
    case "InvoicePeriod":
      invoice.periodStart = part.text("StartDate")
      invoice.periodEnd = part.text("EndDate")
    case "OrderReference": invoice.order = part.text("ID")
    case "ContractDocumentReference": invoice.contract = part.text("ID")
    case "ProjectReference": invoice.project = part.text("ID")
    case "AdditionalDocumentReference" where part.text("DocumentTypeCode") == "50":
      // The credit note's place for BT-11 (UBL-SR-43).
      if isCreditNote { invoice.project = part.text("ID") }
    case "BillingReference":
      invoice.references += part.all("InvoiceDocumentReference", "ID").map(\.text)
    case "AccountingSupplierParty": readSeller(part)
    case "AccountingCustomerParty":
      invoice.buyer =
        part.text("Party", "PartyLegalEntity", "RegistrationName")
        ?? part.text("Party", "PartyName", "Name")
    case "Delivery": invoice.deliveryDate = part.text("ActualDeliveryDate")
    case "AllowanceCharge":
      invoice.adjustments.append(
        EInvoice.Adjustment(
          location: part.line,
          isCharge: part.text("ChargeIndicator") == "true",
          amount: part.text("Amount"),
          reason: part.text("AllowanceChargeReason")
        )
      )
    case "LegalMonetaryTotal":
      invoice.netTotal = part.text("TaxExclusiveAmount")
      invoice.currency =
        invoice.currency ?? part.first("PayableAmount")?.attributes["currencyID"]
    case "InvoiceLine", "CreditNoteLine": readLine(part)
    default: break
    }
  }

  mutating func finish(into reading: inout InputReading) { invoice.publish(into: &reading) }

  private mutating func readSeller(_ part: XMLSubtree) {
    invoice.seller =
      part.text("Party", "PartyLegalEntity", "RegistrationName")
      ?? part.text("Party", "PartyName", "Name")
    let vat = part.all("Party", "PartyTaxScheme").first { $0.text("TaxScheme", "ID") == "VAT" }
    invoice.sellerID =
      vat?.text("CompanyID") ?? part.text("Party", "PartyLegalEntity", "CompanyID")
      ?? part.all("Party", "PartyIdentification", "ID")
      .first { $0.attributes["schemeID"] != "SEPA" && !$0.text.isEmpty }?.text
    invoice.sellerCountry = part.text("Party", "PostalAddress", "Country", "IdentificationCode")
  }

  private mutating func readLine(_ part: XMLSubtree) {
    let quantity = part.first("InvoicedQuantity") ?? part.first("CreditedQuantity")
    invoice.lines.append(
      EInvoice.Line(
        location: part.line,
        id: part.text("ID"),
        netAmount: part.text("LineExtensionAmount"),
        quantity: quantity?.text(),
        unit: quantity?.attributes["unitCode"],
        price: part.text("Price", "PriceAmount"),
        baseQuantity: part.text("Price", "BaseQuantity"),
        periodStart: part.text("InvoicePeriod", "StartDate"),
        periodEnd: part.text("InvoicePeriod", "EndDate"),
        name: part.text("Item", "Name"),
        description: part.text("Item", "Description"),
        objects: part.all("DocumentReference", "ID").map(\.text).filter { !$0.isEmpty }
      )
    )
  }

  /// An XML Schema date: `YYYY-MM-DD` with an optional time zone, which no calendar day needs.
  @Sendable private static func day(_ text: String) -> Day? {
    let bytes = Array(text.utf8)
    guard bytes.count > 10 else { return Day(text) }
    let zone = String(decoding: bytes[10...], as: UTF8.self)
    let isZone =
      zone == "Z" || (zone.utf8.count == 6 && (zone.hasPrefix("+") || zone.hasPrefix("-")))
    return isZone ? Day(iso: bytes[..<10]) : nil
  }
}
