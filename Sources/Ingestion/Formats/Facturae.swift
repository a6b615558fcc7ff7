internal import Model

/// The Spanish Facturae 3.2, of which one file may hold several invoices.
///
/// Freelancers stand as natural persons with two surnames. Corrective invoices are written with
/// their signs: one below zero is a credit note, any other an invoice. The cost is the gross side: what is withheld (IRPF) is part of it.
struct Facturae: XMLFormat {
  let name: FormatName = "facturae"
  let summary = "Spanish Facturae 3.2"
  let grade = EvidenceGrade.standard
  let evidence = "Ministerio de Hacienda, Facturae 3.2.x; 7 public documents."

  private static let layout = XMLLayout(
    [
      .unit(
        ".",
        as: .header,
        party("SellerParty", .seller, [.sellerGivenName, .sellerSurname, .sellerSecondSurname])
          + party("BuyerParty", .buyer, [.buyerGivenName, .buyerSurname, .buyerSecondSurname]) + [
            .value(
              "Parties/SellerParty/TaxIdentification/TaxIdentificationNumber",
              as: .sellerID
            ),
            .value(
              "Parties/SellerParty/LegalEntity/AddressInSpain/CountryCode",
              "Parties/SellerParty/LegalEntity/OverseasAddress/CountryCode",
              "Parties/SellerParty/Individual/AddressInSpain/CountryCode",
              "Parties/SellerParty/Individual/OverseasAddress/CountryCode",
              as: .sellerCountry
            ), .value("FileHeader/Batch/InvoiceCurrencyCode", as: .currency),
            .group("Invoices/Invoice", as: .document, document),
          ]
      )
    ]
  )

  private static func party(
    _ role: String,
    _ name: InvoiceTerm,
    _ names: [InvoiceTerm]
  ) -> [XMLRule<InvoiceTerm>] {
    let person = "Parties/\(role)/Individual"
    return [.value("Parties/\(role)/LegalEntity/CorporateName", as: name)]
      + zip(["Name", "FirstSurname", "SecondSurname"], names).map {
        .value("\(person)/\($0)", as: $1)
      }
  }

  private static let document: [XMLRule<InvoiceTerm>] = {
    let total = "InvoiceTotals"
    return [
      .value("InvoiceHeader/InvoiceNumber", as: .number),
      .value("InvoiceHeader/InvoiceSeriesCode", as: .series),
      .value("InvoiceHeader/InvoiceClass", as: .typeCode),
      .value("InvoiceHeader/Corrective/InvoiceNumber", as: .reference),
      .value("InvoiceHeader/Corrective/CorrectionMethod", as: .correctionMethod),
      .value("InvoiceIssueData/IssueDate", as: .issueDate),
      .value("InvoiceIssueData/InvoicingPeriod/StartDate", as: .periodStart),
      .value("InvoiceIssueData/InvoicingPeriod/EndDate", as: .periodEnd),
      .value("InvoiceIssueData/OperationDate", as: .deliveryDate),
      .value("InvoiceIssueData/InvoiceCurrencyCode", as: .currency),
      .value("\(total)/TotalGrossAmount", as: .lineTotal),
      .value("\(total)/TotalGeneralDiscounts", as: .allowanceTotal),
      .value("\(total)/TotalGeneralSurcharges", as: .chargeTotal),
      .value("\(total)/TotalGrossAmountBeforeTaxes", as: .netTotal),
      .value("\(total)/TotalTaxOutputs", as: .taxTotal),
      .value("\(total)/TotalTaxesWithheld", as: .withheld),
      .value("\(total)/InvoiceTotal", as: .grossTotal),
      .value("\(total)/TotalOutstandingAmount", as: .payable),
      .group(
        "\(total)/GeneralDiscounts/Discount",
        as: .allowance,
        [.value("DiscountAmount", as: .adjustmentAmount), .value("DiscountReason", as: .reason)]
      ),
      .group(
        "\(total)/GeneralSurcharges/Charge",
        as: .charge,
        [.value("ChargeAmount", as: .adjustmentAmount), .value("ChargeReason", as: .reason)]
      ),
      .group(
        "TaxesOutputs/Tax",
        as: .vat,
        [
          .value("TaxableBase/TotalAmount", as: .vatBasis),
          .value("TaxAmount/TotalAmount", as: .vatTax), .value("TaxRate", as: .vatRate),
        ]
      ),
      .group(
        "Items/InvoiceLine",
        as: .line,
        [
          .value("SequenceNumber", as: .lineID), .value("ItemDescription", as: .name),
          .value("Quantity", as: .quantity), .value("UnitOfMeasure", as: .unit),
          .value("UnitPriceWithoutTax", as: .price), .value("GrossAmount", as: .netAmount),
          .value("IssuerContractReference", "ReceiverContractReference", as: .contract),
          .value("IssuerTransactionReference", as: .object),
          .value("ReceiverTransactionReference", as: .order),
          .value("LineItemPeriod/StartDate", as: .periodStart),
          .value("LineItemPeriod/EndDate", "TransactionDate", as: .periodEnd),
          .group(
            "DiscountsAndRebates/Discount",
            as: .allowance,
            [.value("DiscountAmount", as: .adjustmentAmount)]
          ),
          .group(
            "Charges/Charge",
            as: .charge,
            [.value("ChargeAmount", as: .adjustmentAmount)]
          ),
        ]
      ),
    ]
  }()

  var layout: XMLLayout { Self.layout }

  /// The version is part of the namespace.
  func recognises(root: XMLName) -> Bool {
    root.local == "Facturae"
      && (root.namespace.hasPrefix("http://www.facturae.gob.es/formato/Versiones/Facturaev3_2")
        || root.namespace.hasPrefix("http://www.facturae.es/Facturae/2009/v3.2/Facturae"))
  }

  func makeReader() -> any XMLRecordReader { FacturaeReader(format: name) }
}

private struct FacturaeReader: XMLRecordReader {
  let format: FormatName

  mutating func read(_ unit: XMLUnit, into reading: inout InputReading) {
    let header = XMLGroup<InvoiceTerm>(unit)
    for body in header.groups(.document) {
      var invoice = EInvoice(body, header: header, format: format)
      invoice.sellerCountry = invoice.sellerCountry.map { Self.alpha2[$0] ?? $0 }
      invoice.unitCode = { Self.timeUnits[$0] }
      // Correctives (OR, CR) are written with their signs, which tell what they are.
      if body.text(.typeCode)?.hasSuffix("R") == true {
        invoice.isCredit = invoice.netTotal.flatMap(ExactDecimal.init)?.isNegative == true
        invoice.replaces = !invoice.isCredit && body.text(.correctionMethod) == "01"
      }
      invoice.publish(into: &reading)
    }
  }

  /// Units of time in Facturae's table of units; the others are kept as written.
  private static let timeUnits = ["02": "HUR", "34": "SEC"]

  private static let alpha2: [String: String] = CountryCodes.alpha2
}
