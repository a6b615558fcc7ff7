internal import Model

extension EInvoice {
  private static let cent = ExactDecimal(units: 2, scale: 2)
  private static let unit = ExactDecimal(units: 1)

  /// Computes the totals of the document (EN 16931-1, BR-CO-10 to 17) and the amounts of its lines
  /// (Peppol BIS Billing 3.0, R120) again from the figures that it states.
  ///
  /// A rule is left out where a figure is missing that it needs; optional figures count as zero.
  func checkArithmetic(into reading: inout InputReading) {
    let allowances = sum(adjustments.filter { !$0.isCharge }.map(\.amount))
    let charges = sum(adjustments.filter(\.isCharge).map(\.amount))
    let lineTotal = figure(.lineTotal)
    let net = netTotal.flatMap(ExactDecimal.init)
    let gross = figure(.grossTotal)
    let tax = documentTax
    let prepaid = figure(.prepaid)
    check(
      .lineTotal,
      lineTotal,
      lines.isEmpty ? nil : sum(lines.map { $0.text(.netAmount) }),
      &reading
    )
    check(.allowanceTotal, figure(.allowanceTotal), allowances, &reading)
    check(.chargeTotal, figure(.chargeTotal), charges, &reading)
    check(
      .netTotal,
      net,
      lineTotal?.subtracting(figure(.allowanceTotal) ?? .zero)?
        .adding(figure(.chargeTotal) ?? .zero),
      &reading
    )
    check(.taxTotal, tax, vat.isEmpty ? nil : sum(vat.map(\.tax)), &reading)
    // FatturaPA states the tax by rate only.
    let added = tax ?? (vat.isEmpty ? .zero : sum(vat.map(\.tax)))
    check(.grossTotal, gross, added.flatMap { net?.adding($0) }, &reading)
    let payable = decimal(payable)
    // What the buyer withholds for the state, or pays to it in the seller's place, is not due.
    let toState = taxPaidByBuyer.flatMap { $0.adding(figure(.withheld) ?? .zero) }
    let due = toState.flatMap { gross?.subtracting(prepaid ?? .zero)?.subtracting($0) }?
      .adding(figure(.rounding) ?? .zero)
    check(.payable, payable, due, &reading, exception: payableException(prepaid))
    if let payable {
      reading.arithmetic.add(
        DocumentTotal(
          document: number,
          seller: seller,
          location: reading.location(line: group.line),
          payable: countsNegative ? payable.negated : payable,
          currency: currency
        )
      )
    }
    for group in vat {
      guard let basis = group.basis.flatMap(ExactDecimal.init),
        let rate = group.rate.flatMap(ExactDecimal.init),
        let percent = rate.divided(by: ExactDecimal(units: 100), scale: min(18, rate.scale + 2))
      else { continue }
      let tax = group.tax.flatMap(ExactDecimal.init)
      check(.taxOfRate, tax, basis.multiplied(by: percent), &reading, tolerance: taxTolerance)
    }
    for line in lines { check(line, &reading) }
  }

  /// Peppol R120: a missing or zero base quantity counts as one.
  private func check(_ line: Group, _ reading: inout InputReading) {
    guard let quantity = decimal(line.text(.quantity)), let price = decimal(line.text(.price)),
      !line.has(.discount)
    else { return }
    let base = decimal(line.text(.baseQuantity)).flatMap { $0.isZero ? nil : $0 } ?? Self.unit
    let parts = Adjustment.all(in: line).map { part in
      (amount: decimal(part.amount), isCharge: part.isCharge)
    }
    var expected = quantity.multiplied(by: price)?.divided(by: base, scale: 6)
    for part in parts {
      guard let amount = part.amount else { return }
      expected = expected?.adding(part.isCharge ? amount : amount.negated)
    }
    check(
      .lineAmount,
      decimal(line.text(.netAmount)),
      expected,
      &reading,
      tolerance: Self.cent,
      line: line
    )
  }

  private func check(
    _ rule: ArithmeticFact.Rule,
    _ stated: ExactDecimal?,
    _ computed: ExactDecimal?,
    _ reading: inout InputReading,
    tolerance: ExactDecimal = .zero,
    line: Group? = nil,
    exception: ArithmeticFact.Exception? = nil
  ) {
    guard let stated, let computed, let expected = Self.roundedUp(computed) else { return }
    if stated == expected { return reading.arithmetic.confirm(rule) }
    let fact = ArithmeticFact(
      rule,
      document: number,
      seller: seller,
      lineID: line?.text(.lineID),
      location: reading.location(line: (line ?? group).line),
      expected: expected,
      stated: stated,
      tolerance: tolerance,
      currency: currency,
      exception: exception ?? (isExtended ? .extendedProfile : nil)
    )
    if let fact { reading.arithmetic.add(fact) }
  }

  /// The tax total in the document's currency: documents may state it in two.
  private var documentTax: ExactDecimal? {
    let totals = group.groups(.tax)
    let own = totals.first { $0.text(.scheme) == nil || $0.text(.scheme) == currency }
    return decimal(own?.text(.code)) ?? figure(.taxTotal)
  }

  /// One unit of the currency; the rule for UBL excludes the unit itself.
  private var taxTolerance: ExactDecimal {
    format == "ubl-invoice" || format == "ubl-credit-note"
      ? ExactDecimal(units: 99, scale: 2) : Self.unit
  }

  private func payableException(_ prepaid: ExactDecimal?) -> ArithmeticFact.Exception? {
    if group.has(.thirdPartyPrepayment) { return .thirdPartyPrepayment }
    let isMinimum = profile?.hasSuffix("minimum") == true
    return prepaid == nil && isMinimum ? .profileWithoutPrepayments : nil
  }

  private var isExtended: Bool {
    profile.map { $0.hasSuffix("extended") || $0.contains("extension") } == true
  }

  private func figure(_ term: InvoiceTerm) -> ExactDecimal? { decimal(group.text(term)) }

  private func decimal(_ text: String?) -> ExactDecimal? { text.flatMap(ExactDecimal.init) }

  /// The sum, or `nil` when a figure cannot be read.
  private func sum(_ texts: [String?]) -> ExactDecimal? {
    var total = ExactDecimal.zero
    for text in texts {
      guard let value = decimal(text), let next = total.adding(value) else { return nil }
      total = next
    }
    return total
  }

  /// To cents, halves towards positive infinity, as the official rules round (XPath's `round`).
  private static func roundedUp(_ value: ExactDecimal) -> ExactDecimal? {
    guard value.scale > 2, let nearest = value.rounded(scale: 2) else { return value }
    // Half away from zero differs from half up only for negative halves.
    let half = ExactDecimal(units: 5, scale: 3)
    guard value.isNegative, let gap = value.subtracting(nearest), gap == half else {
      return nearest
    }
    return nearest.adding(ExactDecimal(units: 1, scale: 2))
  }
}
