/// What a value of an electronic invoice means, in the terms of EN 16931-1, whatever its syntax.
///
/// A format is a table from its paths to these terms.
enum InvoiceTerm: UInt16, XMLTerm {
  /// The invoice; a file of some formats holds several.
  case document
  /// What several invoices of one file share.
  case header

  /// BT-1.
  case number
  /// A series that goes before the number.
  case series
  /// BT-2.
  case issueDate
  /// BT-3.
  case typeCode
  /// BT-24.
  case profile
  /// BT-5.
  case currency
  /// BT-27, else BT-28.
  case seller
  /// The names of a natural person who sells.
  case sellerGivenName, sellerSurname, sellerSecondSurname
  /// BT-31, else BT-30, else BT-29.
  case sellerID
  /// BT-31 and BT-32: a group of number and scheme.
  case sellerTaxNumber
  /// BT-29: a group of number and scheme.
  case sellerNumber
  /// BT-40.
  case sellerCountry
  /// BT-44, else BT-45.
  case buyer
  /// The names of a natural person who buys.
  case buyerGivenName, buyerSurname, buyerSecondSurname
  /// A party in a role: a group.
  case party
  case partyRole, partyName, partyCountry, partyID
  /// BT-12.
  case contract
  /// BT-11.
  case project
  /// BT-13.
  case order
  /// BT-73 and BT-74.
  case periodStart, periodEnd
  /// BT-72.
  case deliveryDate
  /// BT-25, the invoices that this one corrects.
  case reference
  /// How a corrective invoice corrects: as a whole, or by the difference.
  case correctionMethod
  /// An additional document (BG-24): a group of number and type.
  case additionalDocument

  /// BT-106, BT-107, BT-108.
  case lineTotal, allowanceTotal, chargeTotal
  /// BT-109, BT-110, BT-112.
  case netTotal, taxTotal, grossTotal
  /// BT-113, BT-114, BT-115.
  case prepaid, rounding, payable
  /// Tax that the buyer pays to the state in the seller's place.
  case withheld
  /// What somebody else paid before (XRechnung's extension).
  case thirdPartyPrepayment
  /// The total tax in one currency: a group.
  case tax
  /// BG-23: a group of basis, tax and rate.
  case vat
  case vatBasis, vatTax, vatRate

  /// BG-20 or BG-21: a group.
  case adjustment
  /// The same where the element says by itself that it is a charge, or an allowance.
  case charge, allowance
  /// What a FatturaPA applies to the document as a whole: groups.
  case documentDiscount, stampDuty
  case isCharge, adjustmentAmount, reason

  /// BG-25: a group.
  case line
  /// BT-126.
  case lineID
  /// What an extended profile says of a line's place among others.
  case lineStatus
  /// BT-131.
  case netAmount
  /// The currency that a net amount, an allowance, a charge or a net total is stated in.
  case amountCurrency
  /// BT-129, BT-130.
  case quantity, unit
  /// BT-146, BT-149.
  case price, baseQuantity
  /// A discount inside the price, which another rule adds up.
  case discount
  /// BT-153, BT-154.
  case name, description
  /// BT-128; a timecard in temporary labour.
  case object

  /// A number or code inside a group, and what it is one of.
  case code, scheme
  /// A password in the document.
  case secret
}
