internal import Model

/// The types of Upwork's transactions, whatever the spelling of their generation.
///
/// `Fixed Price`, `Fixed-price` and `Fixed-Price` are one type.
enum UpworkTransactionType: String, Hashable, Sendable, CaseIterable {
  case hourly
  case fixedPrice = "fixed price"
  case milestone
  case bonus
  case expense
  case miscellaneous
  case salary
  case adjustment
  case serviceFee = "service fee"
  case marketplaceFee = "marketplace fee"
  case processingFee = "processing fee"
  case paymentProcessingFee = "payment processing fee"
  case initiationFee = "contract initiation fee"
  case withdrawalFee = "withdrawal fee"
  case membershipFee = "membership fee"
  case membership
  case subscription
  case connects
  case vat
  case withholdingTax = "wht"
  case withholdingTaxLong = "withholding tax"
  case salesTax = "state sales tax"
  case payment
  case withdrawal
  case refund

  /// Reads a cell, with `-`, `_` and space alike and case folded; `nil` for an unknown type.
  init?(_ text: String) {
    let folded = text.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == " " })
    self.init(rawValue: folded.joined(separator: " "))
  }

  /// What a transaction of this type is.
  var kind: InvoiceLine.Kind {
    switch self {
    case .hourly, .fixedPrice, .milestone, .bonus, .expense, .miscellaneous, .salary, .adjustment:
      .invoice
    case .serviceFee, .marketplaceFee, .processingFee, .paymentProcessingFee, .initiationFee,
      .withdrawalFee, .membershipFee, .membership, .subscription, .connects:
      .fee
    case .vat, .withholdingTax, .withholdingTaxLong, .salesTax: .tax
    case .payment, .withdrawal: .payment
    case .refund: .refund
    }
  }

  /// Whether a fixed price was agreed rather than time.
  var isFixedPrice: Bool { self == .fixedPrice || self == .milestone }

  /// Whether it is money without working time.
  var isExtra: Bool {
    switch self {
    case .bonus, .expense, .miscellaneous, .adjustment, .refund: true
    default: false
    }
  }

  /// Which side's reports have it, or `nil` when both have.
  var side: InvoiceLine.Side? {
    switch self {
    case .payment, .marketplaceFee, .processingFee, .paymentProcessingFee, .initiationFee: .client
    case .withdrawal, .withdrawalFee, .serviceFee, .connects, .withholdingTax,
      .withholdingTaxLong:
      .freelancer
    default: nil
    }
  }
}
