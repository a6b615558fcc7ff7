internal import Model

/// An invoice for temporary labour by SETU 1.x (HR-XML SIDES in OAGIS 8), with the timecards that
/// its lines bill.
///
/// Which of `TotalAmount` and `TotalCharges` is net differs between senders; the taxable base is.
struct SETUInvoice: XMLFormat {
  let name: FormatName = "setu-invoice"
  let summary = "SETU 1.x invoice for temporary labour (OAGIS 8); SETU 2 is UBL"
  let grade = EvidenceGrade.standard
  let evidence = "SETU Standard for Invoicing 1.0 to 1.4; 17 public documents."

  private static let layout = XMLLayout([.unit(".", as: .document, header + [line])])

  private static let header: [XMLRule<InvoiceTerm>] = {
    let supplier = "Header/Parties/SupplierParty"
    let customer = "Header/Parties/CustomerParty"
    let more = "Header/UserArea/StaffingAdditionalData"
    return [
      .value("Header/DocumentIds/DocumentId/Id", as: .number),
      .value("Header/DocumentDateTime", as: .issueDate), .value("Header/Type", as: .typeCode),
      .value(
        "Header/TotalAmount/@currency",
        "Header/TotalCharges/@currency",
        as: .currency
      ),
      .value("\(supplier)/Name", "Header/Parties/RemitToParty/Name", as: .seller),
      .value("\(supplier)/TaxId", "\(supplier)/PartyId/Id", as: .sellerID),
      .value("\(supplier)/Addresses/PrimaryAddress/Country", as: .sellerCountry),
      .value("\(customer)/Name", "Header/Parties/BillToParty/Name", as: .buyer),
      .value("\(more)/CustomerReportingRequirements/PurchaseOrderNumber", as: .order),
      .value("\(more)/CustomerReportingRequirements/ProjectCode", as: .project),
      .value("\(more)/ReferenceInformation/AssignmentId/IdValue", as: .contract),
      .value("Header/TotalTax", as: .taxTotal),
      .group(
        "Header/Tax",
        as: .vat,
        [
          .value("TaxBaseAmount", as: .vatBasis), .value("TaxAmount", as: .vatTax),
          .value("PercentQuantity", as: .vatRate),
        ]
      ),
    ]
  }()

  private static let line: XMLRule<InvoiceTerm> = {
    let card = "UserArea/TimeCard"
    let cardData = "\(card)/AdditionalData/StaffingAdditionalData/CustomerReportingRequirements"
    let data = "UserArea/StaffingAdditionalData/CustomerReportingRequirements"
    return .group(
      "Line",
      as: .line,
      [
        .value("LineNumber", as: .lineID),
        .value("Charges/TotalCharge/Total", as: .netAmount),
        .value("Charges/TotalCharge/Total/@currency", as: .amountCurrency),
        .value("ItemQuantity", as: .quantity), .value("ItemQuantity/@uom", as: .unit),
        .value("Price/Amount", as: .price), .value("Price/PerQuantity", as: .baseQuantity),
        .value("Description", "ReasonCode", as: .name),
        .value("\(card)/ReportedTime/PeriodStartDate", as: .periodStart),
        .value("\(card)/ReportedTime/PeriodEndDate", as: .periodEnd),
        .value("\(card)/Id/IdValue", as: .object),
        .value("\(cardData)/PurchaseOrderNumber", "\(data)/PurchaseOrderNumber", as: .order),
        .value("\(cardData)/ProjectCode", "\(data)/ProjectCode", as: .project),
        .group(
          "\(data)/AdditionalRequirement",
          as: .additionalDocument,
          [.value(".", as: .code), .value("@requirementTitle", as: .scheme)]
        ),
      ]
    )
  }()

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool {
    root == XMLName("Invoice", namespace: "http://www.openapplications.org/oagis")
  }

  func makeReader() -> any XMLRecordReader {
    EInvoiceReader(format: name) { invoice in
      let bases = invoice.vat.compactMap { $0.basis.flatMap(ExactDecimal.init) }
      invoice.netTotal = bases.count == 1 ? bases[0].description : nil
      invoice.unitCode = WorkUnit.code
      invoice.isCredit = invoice.group.text(.typeCode) == "Credit"
      // A credit is money back, whether it is written with its sign or without.
      invoice.countsNegative = invoice.isCredit
      invoice.mayWriteCreditsNegative = true
    }
  }
}
