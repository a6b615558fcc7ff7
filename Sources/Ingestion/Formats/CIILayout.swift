/// The paths of UN/CEFACT's Cross Industry Invoice; version 1.0 of ZUGFeRD has other names for the
/// same shape.
struct CIILayout {
  /// The element with number, date and type.
  let document: String
  /// The element with the profile.
  let context: String
  /// The element of everything else.
  let transaction: String
  /// The elements of the header inside it.
  let agreement, delivery, settlement: String
  /// The totals inside the settlement.
  let summation: String
  /// The elements of a line.
  let lineAgreement, lineDelivery, lineSettlement, lineSummation: String
  /// The rate of a VAT group.
  let rate: String

  /// CII D16B.
  static let d16b = CIILayout(
    document: "ExchangedDocument",
    context: "ExchangedDocumentContext",
    transaction: "SupplyChainTradeTransaction",
    agreement: "ApplicableHeaderTradeAgreement",
    delivery: "ApplicableHeaderTradeDelivery",
    settlement: "ApplicableHeaderTradeSettlement",
    summation: "SpecifiedTradeSettlementHeaderMonetarySummation",
    lineAgreement: "SpecifiedLineTradeAgreement",
    lineDelivery: "SpecifiedLineTradeDelivery",
    lineSettlement: "SpecifiedLineTradeSettlement",
    lineSummation: "SpecifiedTradeSettlementLineMonetarySummation",
    rate: "RateApplicablePercent"
  )

  /// ZUGFeRD 1.0.
  static let zugferd1 = CIILayout(
    document: "HeaderExchangedDocument",
    context: "SpecifiedExchangedDocumentContext",
    transaction: "SpecifiedSupplyChainTradeTransaction",
    agreement: "ApplicableSupplyChainTradeAgreement",
    delivery: "ApplicableSupplyChainTradeDelivery",
    settlement: "ApplicableSupplyChainTradeSettlement",
    summation: "SpecifiedTradeSettlementMonetarySummation",
    lineAgreement: "SpecifiedSupplyChainTradeAgreement",
    lineDelivery: "SpecifiedSupplyChainTradeDelivery",
    lineSettlement: "SpecifiedSupplyChainTradeSettlement",
    lineSummation: "SpecifiedTradeSettlementMonetarySummation",
    rate: "ApplicablePercent"
  )

  /// What the terms alone do not say: credit notes, and lines that repeat what detail lines say.
  @Sendable static func adapt(_ invoice: inout EInvoice) {
    invoice.isCredit = invoice.hasCreditType
    invoice.countsNegative = invoice.isCredit
    invoice.lines.removeAll { ["GROUP", "INFORMATION"].contains($0.text(.lineStatus) ?? "") }
  }

  /// The compiled paths.
  var layout: XMLLayout {
    XMLLayout([.unit(".", as: .document, header + trade + totals + [line])])
  }

  private var header: [XMLRule<InvoiceTerm>] {
    [
      .value("\(document)/ID", as: .number),
      .value("\(document)/IssueDateTime/DateTimeString", as: .issueDate),
      .value("\(document)/TypeCode", as: .typeCode),
      .value("\(context)/GuidelineSpecifiedDocumentContextParameter/ID", as: .profile),
    ]
  }

  private var trade: [XMLRule<InvoiceTerm>] {
    let agreement = "\(transaction)/\(agreement)"
    let seller = "\(agreement)/SellerTradeParty"
    return [
      .value(
        "\(seller)/Name",
        "\(seller)/SpecifiedLegalOrganization/TradingBusinessName",
        as: .seller
      ),
      .group(
        "\(seller)/SpecifiedTaxRegistration/ID",
        as: .sellerTaxNumber,
        [.value(".", as: .code), .value("@schemeID", as: .scheme)]
      ),
      .value(
        "\(seller)/SpecifiedLegalOrganization/ID",
        "\(seller)/GlobalID",
        "\(seller)/ID",
        as: .sellerID
      ),
      .value("\(seller)/PostalTradeAddress/CountryID", as: .sellerCountry),
      .value("\(agreement)/BuyerTradeParty/Name", as: .buyer),
      .value(
        "\(agreement)/ContractReferencedDocument/IssuerAssignedID",
        "\(agreement)/ContractReferencedDocument/ID",
        as: .contract
      ),
      .value("\(agreement)/SpecifiedProcuringProject/ID", as: .project),
      .value(
        "\(agreement)/BuyerOrderReferencedDocument/IssuerAssignedID",
        "\(agreement)/BuyerOrderReferencedDocument/ID",
        as: .order
      ),
      .value(
        "\(transaction)/\(delivery)/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString",
        as: .deliveryDate
      ),
    ]
  }

  private var totals: [XMLRule<InvoiceTerm>] {
    let settlement = "\(transaction)/\(settlement)"
    let total = "\(settlement)/\(summation)"
    return [
      .value(
        "\(settlement)/InvoiceCurrencyCode",
        "\(total)/DuePayableAmount/@currencyID",
        "\(total)/GrandTotalAmount/@currencyID",
        "\(total)/TaxTotalAmount/@currencyID",
        as: .currency
      ),
      .value(
        "\(settlement)/BillingSpecifiedPeriod/StartDateTime/DateTimeString",
        as: .periodStart
      ),
      .value("\(settlement)/BillingSpecifiedPeriod/EndDateTime/DateTimeString", as: .periodEnd),
      .value("\(settlement)/InvoiceReferencedDocument/IssuerAssignedID", as: .reference),
      .value("\(total)/LineTotalAmount", as: .lineTotal),
      .value("\(total)/AllowanceTotalAmount", as: .allowanceTotal),
      .value("\(total)/ChargeTotalAmount", as: .chargeTotal),
      .value("\(total)/TaxBasisTotalAmount", as: .netTotal),
      .value("\(total)/TaxBasisTotalAmount/@currencyID", as: .amountCurrency),
      .value("\(total)/GrandTotalAmount", as: .grossTotal),
      .value("\(total)/TotalPrepaidAmount", as: .prepaid),
      .value("\(total)/RoundingAmount", as: .rounding),
      .value("\(total)/DuePayableAmount", as: .payable),
      .mark("\(settlement)/SpecifiedAdvancePayment/PaidAmount", as: .thirdPartyPrepayment),
      .group(
        "\(total)/TaxTotalAmount",
        as: .tax,
        [.value(".", as: .code), .value("@currencyID", as: .scheme)]
      ),
      .group(
        "\(settlement)/ApplicableTradeTax",
        as: .vat,
        [
          .value("BasisAmount", as: .vatBasis), .value("CalculatedAmount", as: .vatTax),
          .value(rate, as: .vatRate),
        ]
      ),
      .group("\(settlement)/SpecifiedTradeAllowanceCharge", as: .adjustment, Self.adjustment),
      .group(
        "\(settlement)/SpecifiedLogisticsServiceCharge",
        as: .charge,
        [
          .value("AppliedAmount", as: .adjustmentAmount),
          .value("AppliedAmount/@currencyID", as: .amountCurrency),
          .value("Description", as: .reason),
        ]
      ),
    ]
  }

  private var line: XMLRule<InvoiceTerm> {
    let price = "\(lineAgreement)/NetPriceProductTradePrice"
    let period = "\(lineSettlement)/BillingSpecifiedPeriod"
    return .group(
      "\(transaction)/IncludedSupplyChainTradeLineItem",
      as: .line,
      [
        .value("AssociatedDocumentLineDocument/LineID", as: .lineID),
        .value("AssociatedDocumentLineDocument/LineStatusReasonCode", as: .lineStatus),
        .value("\(lineSettlement)/\(lineSummation)/LineTotalAmount", as: .netAmount),
        .value(
          "\(lineSettlement)/\(lineSummation)/LineTotalAmount/@currencyID",
          as: .amountCurrency
        ),
        .value("\(lineDelivery)/BilledQuantity", as: .quantity),
        .value("\(lineDelivery)/BilledQuantity/@unitCode", as: .unit),
        .value("\(price)/ChargeAmount", as: .price),
        .value("\(price)/BasisQuantity", as: .baseQuantity),
        .value("\(period)/StartDateTime/DateTimeString", as: .periodStart),
        .value("\(period)/EndDateTime/DateTimeString", as: .periodEnd),
        .value("SpecifiedTradeProduct/Name", as: .name),
        .value("SpecifiedTradeProduct/Description", as: .description),
        .value("\(lineSettlement)/AdditionalReferencedDocument/IssuerAssignedID", as: .object),
        .group("\(lineSettlement)/SpecifiedTradeAllowanceCharge", as: .adjustment, Self.adjustment),
      ]
    )
  }

  private static let adjustment: [XMLRule<InvoiceTerm>] = [
    .value("ChargeIndicator/Indicator", as: .isCharge),
    .value("ActualAmount", as: .adjustmentAmount),
    .value("ActualAmount/@currencyID", as: .amountCurrency), .value("Reason", as: .reason),
  ]
}
