internal import Model

/// An electronic invoice in the terms of EN 16931-1, whatever its syntax, on its way to records.
struct EInvoice {
  typealias Group = XMLGroup<InvoiceTerm>

  /// A document-level allowance (BG-20) or charge (BG-21).
  struct Adjustment {
    /// Where it stands.
    let group: Group
    /// Whether it is a charge.
    var isCharge: Bool
    /// BT-92 or BT-99.
    var amount: String?
    /// BT-97 or BT-104.
    var reason: String?
  }

  /// One group of the VAT breakdown (BG-23).
  struct VATGroup {
    /// BT-116.
    var basis: String?
    /// BT-117.
    var tax: String?
    /// BT-119, in percent.
    var rate: String?
    /// Whether the buyer pays the tax to the state in the seller's place (split payment).
    var isPaidByBuyer = false
  }

  /// BT-1.
  var number: String?
  /// BT-2, in the syntax's own form.
  var issueDate: String?
  /// BT-24, folded.
  var profile: String?
  /// BT-5.
  var currency: String?
  /// BT-27, else BT-28.
  var seller: String?
  /// BT-31, else BT-30, else BT-29.
  var sellerID: String?
  /// BT-40, ISO 3166-1 alpha-2.
  var sellerCountry: String?
  /// BT-44.
  var buyer: String?
  /// BT-12.
  var contract: String?
  /// BT-11.
  var project: String?
  /// BT-13.
  var order: String?
  /// BT-73.
  var periodStart: String?
  /// BT-74.
  var periodEnd: String?
  /// BT-72, which stands for the period where there is none.
  var deliveryDate: String?
  /// BT-25, the invoices that this one corrects.
  var references: [String]
  /// BT-109.
  var netTotal: String?
  /// BT-115.
  var payable: String?
  /// BG-25.
  var lines: [Group]
  /// BG-20 and BG-21.
  var adjustments: [Adjustment]
  /// BG-23.
  var vat: [VATGroup]
  /// Whether the document is a credit note.
  var isCredit = false
  /// Whether its amounts are credits although they are written positive (UBL CreditNote, CII 381).
  var countsNegative = false
  /// Whether credits are as well written with their signs in this format.
  var mayWriteCreditsNegative = false
  /// Whether only the type code calls it a credit note, in an element for invoices.
  var isCreditByTypeOnly = false
  /// What an element of the document says twice and differently that can stand once only.
  let contradiction: InvoiceTerm?
  /// Whether it takes back what an earlier document says, be that a cost or a credit.
  var isCancellation = false
  /// Whether it stands in place of the invoices that it refers to.
  var replaces = false
  /// Whether it asks for money before the work, which a later invoice bills (type 386).
  var isPrepayment: Bool
  /// The tax that the buyer pays to the state in the seller's place; `nil` where a figure of it
  /// cannot be read.
  var taxPaidByBuyer: ExactDecimal? {
    vat.filter(\.isPaidByBuyer).reduce(.zero as ExactDecimal?) { sum, group in
      group.tax.flatMap(ExactDecimal.init).flatMap { sum?.adding($0) }
    }
  }

  /// The UN/ECE code of a unit in the format's own codes or words, or `nil` to keep it as written.
  var unitCode: @Sendable (String) -> String? = { _ in nil }
  /// Where the document stands.
  let group: Group
  /// The format.
  let format: FormatName

  /// Takes what a document and a header that it shares with others say.
  init(_ group: Group, header: Group? = nil, format: FormatName) {
    self.group = group
    self.format = format
    let header = header ?? group
    contradiction = group.contradiction(among: Self.statedOnce)
    number = group.text(.number)
    if let series = group.text(.series), let known = number { number = "\(series)-\(known)" }
    issueDate = group.text(.issueDate)
    profile = group.text(.profile)?.lowercased()
    currency = group.text(.currency) ?? header.text(.currency)
    seller = header.text(.seller) ?? Self.person(header, .sellerNames)
    sellerID = Self.sellerID(header)
    sellerCountry = header.text(.sellerCountry)
    buyer = header.text(.buyer) ?? Self.person(header, .buyerNames)
    contract = group.text(.contract)
    project = group.text(.project)
    order = group.text(.order)
    periodStart = group.text(.periodStart)
    periodEnd = group.text(.periodEnd)
    deliveryDate = group.text(.deliveryDate)
    references = group.texts(.reference)
    netTotal = group.text(.netTotal)
    payable = group.text(.payable)
    lines = group.groups(.line)
    adjustments = Adjustment.all(in: group)
    let breakdown = group.groups(.vat) + group.groups(.tax).flatMap { $0.groups(.vat) }
    vat = breakdown.map {
      VATGroup(basis: $0.text(.vatBasis), tax: $0.text(.vatTax), rate: $0.text(.vatRate))
    }
    isPrepayment = group.text(.typeCode) == "386"
  }

  private static let statedOnce: [InvoiceTerm] = [.number, .typeCode, .issueDate, .currency]

  /// Credit notes by UNTDID 1001 (BT-3).
  private static let creditTypes: Set<String> = [
    "81", "83", "261", "262", "296", "308", "381", "396", "532",
  ]

  /// Whether the type code is one of a credit note.
  var hasCreditType: Bool { group.text(.typeCode).map(Self.creditTypes.contains) == true }

  /// The VAT id of the seller, else the registration, else any number that is no bank's.
  private static func sellerID(_ header: Group) -> String? {
    let taxNumbers = header.groups(.sellerTaxNumber)
    let vat = taxNumbers.first { ["VAT", "VA"].contains($0.text(.scheme) ?? "") }
    let number = header.groups(.sellerNumber).first {
      $0.text(.scheme) != "SEPA" && $0.text(.code) != nil
    }
    return vat?.text(.code) ?? header.text(.sellerID) ?? number?.text(.code)
  }

  private static func person(_ group: Group, _ terms: [InvoiceTerm]) -> String? {
    let names = terms.compactMap { group.text($0) }
    return names.isEmpty ? nil : names.joined(separator: " ")
  }
}

extension ExactDecimal {
  /// The value of a sum: without the zeros at its end that only the widest of its parts had, and
  /// with two decimals where they were there.
  var asSum: ExactDecimal {
    let shortest = normalized
    return shortest.scale >= min(2, scale) ? shortest : rounded(scale: min(2, scale)) ?? self
  }
}

extension [InvoiceTerm] {
  fileprivate static var sellerNames: Self {
    [.sellerGivenName, .sellerSurname, .sellerSecondSurname]
  }
  fileprivate static var buyerNames: Self { [.buyerGivenName, .buyerSurname, .buyerSecondSurname] }
}

extension EInvoice.Adjustment {
  /// The allowances and charges directly inside a document or a line.
  static func all(in group: EInvoice.Group) -> [Self] {
    group.groups(.adjustment).map { Self($0, isCharge: $0.text(.isCharge) == "true") }
      + group.groups(.charge).map { Self($0, isCharge: true) }
      + group.groups(.allowance).map { Self($0, isCharge: false) }
  }

  private init(_ group: EInvoice.Group, isCharge: Bool) {
    self.init(
      group: group,
      isCharge: isCharge,
      amount: group.text(.adjustmentAmount),
      reason: group.text(.reason)
    )
  }
}
