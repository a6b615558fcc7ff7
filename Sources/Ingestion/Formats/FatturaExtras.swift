internal import Model

/// What a FatturaPA states beside its lines: discounts and surcharges on the whole document
/// (2.1.1.8) and stamp duty (2.1.1.6).
///
/// By the rules the first are applied to the total and no part of the taxable bases, but senders
/// put them there too; stamp duty is stated whoever bears it, and costs the buyer something only
/// where the total contains it. So the totals tell what counts.
struct FatturaExtras {
  /// Which of the extras an amount is made of.
  private struct Parts {
    var discounts = false
    var stamp = false
  }

  private let discounts: [EInvoice.Adjustment]
  private let stamp: EInvoice.Adjustment?
  /// What the discounts and surcharges add, surcharges positive; `nil` where one is a percentage
  /// only.
  private let discountTotal: ExactDecimal?
  private let stampAmount: ExactDecimal?

  /// Takes the extras of one document.
  init(_ body: EInvoice.Group) {
    discounts = body.groups(.documentDiscount).map { group in
      let isCharge = group.text(.code) == "MG"
      return EInvoice.Adjustment(
        group: group,
        isCharge: isCharge,
        amount: group.text(.adjustmentAmount),
        reason: isCharge ? "maggiorazione" : "sconto"
      )
    }
    stamp = body.groups(.stampDuty).first.map { group in
      EInvoice.Adjustment(
        group: group,
        isCharge: true,
        amount: group.text(.adjustmentAmount),
        reason: "imposta di bollo"
      )
    }
    discountTotal = Self.sum(
      discounts.map { discount in
        Self.decimal(discount.amount).map { discount.isCharge ? $0 : $0.negated }
      }
    )
    stampAmount = stamp.flatMap { Self.decimal($0.amount) }
  }

  /// Adds what counts to the allowances and charges of the invoice, and to its net total where the
  /// taxable bases do not contain it.
  func add(to invoice: inout EInvoice) {
    guard !discounts.isEmpty || stamp != nil, let bases = Self.decimal(invoice.netTotal) else {
      return
    }
    let lines = Self.sum(
      invoice.lines.map { Self.decimal($0.text(.netAmount)) }
        + invoice.adjustments.map { Self.decimal($0.amount) }
    )
    let inside = lines.flatMap { bases.subtracting($0) }.flatMap(parts) ?? Parts()
    let onTop: Parts
    if let gap = Self.beyondTax(invoice, bases) {
      onTop = parts(of: gap) ?? Parts()
    } else {
      onTop = Parts(discounts: !inside.discounts && discountTotal != nil)
    }
    if inside.discounts || onTop.discounts { invoice.adjustments += discounts }
    if inside.stamp || onTop.stamp, let stamp { invoice.adjustments.append(stamp) }
    let added = Self.sum([
      bases, onTop.discounts ? discountTotal : .zero, onTop.stamp ? stampAmount : .zero,
    ])
    if let added { invoice.netTotal = added.asSum.description }
  }

  /// What the total, or else the payment, holds beyond the taxable bases and their tax; `nil` where
  /// neither is stated.
  private static func beyondTax(_ invoice: EInvoice, _ bases: ExactDecimal) -> ExactDecimal? {
    guard let tax = sum(invoice.vat.map { decimal($0.tax) }), let taxed = bases.adding(tax) else {
      return nil
    }
    if let total = decimal(invoice.group.text(.grossTotal)) { return total.subtracting(taxed) }
    let withheld = decimal(invoice.group.text(.withheld)) ?? .zero
    return sum([decimal(invoice.payable), withheld, invoice.taxPaidByBuyer])?.subtracting(taxed)
  }

  private func parts(of amount: ExactDecimal) -> Parts? {
    if amount.isZero { return Parts() }
    if amount == discountTotal { return Parts(discounts: true) }
    if amount == stampAmount { return Parts(stamp: true) }
    guard let discountTotal, let stampAmount, amount == discountTotal.adding(stampAmount) else {
      return nil
    }
    return Parts(discounts: true, stamp: true)
  }

  private static func decimal(_ text: String?) -> ExactDecimal? { text.flatMap(ExactDecimal.init) }

  private static func sum(_ values: [ExactDecimal?]) -> ExactDecimal? {
    var total: ExactDecimal? = .zero
    for value in values { total = value.flatMap { total?.adding($0) } }
    return total
  }
}
