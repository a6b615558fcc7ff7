/// The paths of UBL 2.1 invoices and credit notes, by the syntax binding of Peppol BIS Billing 3.0.
enum UBLLayout {
  private static let base = "urn:oasis:names:specification:ubl:schema:xsd:"

  /// The namespace of a kind of document.
  static func namespace(of kind: String) -> String { "\(base)\(kind)-2" }

  /// The paths below an `Invoice` or `CreditNote`; sub-lines repeat what their line says.
  static func layout(_ kind: String) -> XMLLayout {
    XMLLayout(
      [.unit(".", as: .document, document(kind))],
      namespaces: [
        namespace(of: kind), "\(base)CommonAggregateComponents-2",
        "\(base)CommonBasicComponents-2",
      ]
    )
  }

  private static func document(_ kind: String) -> [XMLRule<InvoiceTerm>] {
    let seller = "AccountingSupplierParty/Party"
    let buyer = "AccountingCustomerParty/Party"
    let total = "LegalMonetaryTotal"
    return [
      .value("ID", as: .number), .value("IssueDate", as: .issueDate),
      .value("InvoiceTypeCode", "CreditNoteTypeCode", as: .typeCode),
      .value("CustomizationID", as: .profile),
      .value("DocumentCurrencyCode", "\(total)/PayableAmount/@currencyID", as: .currency),
      .value(
        "\(seller)/PartyLegalEntity/RegistrationName",
        "\(seller)/PartyName/Name",
        as: .seller
      ),
      .value("\(seller)/Person/FirstName", as: .sellerGivenName),
      .value("\(seller)/Person/FamilyName", as: .sellerSurname),
      .value("\(seller)/PartyLegalEntity/CompanyID", as: .sellerID),
      .group(
        "\(seller)/PartyTaxScheme",
        as: .sellerTaxNumber,
        [.value("CompanyID", as: .code), .value("TaxScheme/ID", as: .scheme)]
      ),
      .group(
        "\(seller)/PartyIdentification/ID",
        as: .sellerNumber,
        [.value(".", as: .code), .value("@schemeID", as: .scheme)]
      ),
      .value("\(seller)/PostalAddress/Country/IdentificationCode", as: .sellerCountry),
      .value(
        "\(buyer)/PartyLegalEntity/RegistrationName",
        "\(buyer)/PartyName/Name",
        as: .buyer
      ),
      .value("\(buyer)/Person/FirstName", as: .buyerGivenName),
      .value("\(buyer)/Person/FamilyName", as: .buyerSurname),
      .value("ContractDocumentReference/ID", as: .contract),
      .value("ProjectReference/ID", as: .project),
      .group(
        "AdditionalDocumentReference",
        as: .additionalDocument,
        [.value("ID", as: .code), .value("DocumentTypeCode", as: .scheme)]
      ),
      .value("OrderReference/ID", as: .order),
      .value("InvoicePeriod/StartDate", as: .periodStart),
      .value("InvoicePeriod/EndDate", as: .periodEnd),
      .value("Delivery/ActualDeliveryDate", as: .deliveryDate),
      .value("BillingReference/InvoiceDocumentReference/ID", as: .reference),
      .value("\(total)/LineExtensionAmount", as: .lineTotal),
      .value("\(total)/AllowanceTotalAmount", as: .allowanceTotal),
      .value("\(total)/ChargeTotalAmount", as: .chargeTotal),
      .value("\(total)/TaxExclusiveAmount", as: .netTotal),
      .value("\(total)/TaxExclusiveAmount/@currencyID", as: .amountCurrency),
      .value("\(total)/TaxInclusiveAmount", as: .grossTotal),
      .value("\(total)/PrepaidAmount", as: .prepaid),
      .value("\(total)/PayableRoundingAmount", as: .rounding),
      .value("\(total)/PayableAmount", as: .payable),
      .mark("PrepaidPayment/ID", "PrepaidPayment/PaidAmount", as: .thirdPartyPrepayment),
      .group(
        "TaxTotal",
        as: .tax,
        [
          .value("TaxAmount", as: .code), .value("TaxAmount/@currencyID", as: .scheme),
          .group(
            "TaxSubtotal",
            as: .vat,
            [
              .value("TaxableAmount", as: .vatBasis), .value("TaxAmount", as: .vatTax),
              .value("TaxCategory/Percent", "Percent", as: .vatRate),
            ]
          ),
        ]
      ),
      .group("AllowanceCharge", as: .adjustment, adjustment),
      .group("\(kind)Line", as: .line, line),
    ]
  }

  private static let adjustment: [XMLRule<InvoiceTerm>] = [
    .value("ChargeIndicator", as: .isCharge), .value("Amount", as: .adjustmentAmount),
    .value("Amount/@currencyID", as: .amountCurrency),
    .value("AllowanceChargeReason", as: .reason),
  ]

  private static let line: [XMLRule<InvoiceTerm>] = [
    .value("ID", as: .lineID), .value("LineExtensionAmount", as: .netAmount),
    .value("LineExtensionAmount/@currencyID", as: .amountCurrency),
    .value("InvoicedQuantity", "CreditedQuantity", as: .quantity),
    .value("InvoicedQuantity/@unitCode", "CreditedQuantity/@unitCode", as: .unit),
    .value("Price/PriceAmount", as: .price), .value("Price/BaseQuantity", as: .baseQuantity),
    .value("InvoicePeriod/StartDate", as: .periodStart),
    .value("InvoicePeriod/EndDate", as: .periodEnd), .value("Item/Name", as: .name),
    .value("Item/Description", as: .description), .value("DocumentReference/ID", as: .object),
    .group("AllowanceCharge", as: .adjustment, adjustment),
  ]
}
