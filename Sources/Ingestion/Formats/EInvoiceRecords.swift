internal import Model

extension EInvoice {
  /// Why a record of an invoice cannot be made.
  private struct Failure: Error {
    let code: String
    let reason: String
    var remedy = "ask the sender for a corrected document"
    /// The amount that is not counted, where it is known.
    var amount: ExactDecimal?
    var currency: Currency?
  }

  /// Publishes one record for each line, allowance and charge, or for the document's total where
  /// its profile has no lines, and what the document's arithmetic shows.
  ///
  /// A document that this input has told before becomes duplicates of it.
  func publish(into reading: inout InputReading) {
    if countsNegative, !isCancellation, writtenTotal?.isNegative == true {
      var signed = self
      signed.countsNegative = false
      if !mayWriteCreditsNegative { signed.warnOfNegativeCredit(&reading) }
      return signed.publishRecords(into: &reading)
    }
    publishRecords(into: &reading)
  }

  /// What is written as the amount of the document: the sum of what is counted, as far as it can be
  /// read, or the net total where there is nothing else.
  private var writtenTotal: ExactDecimal? {
    func value(_ text: String?) -> ExactDecimal? { text.flatMap(ExactDecimal.init) }
    if lines.isEmpty { return value(netTotal) }
    let parts =
      lines.map { value($0.text(.netAmount)) }
      + adjustments.map { $0.isCharge ? value($0.amount) : value($0.amount)?.negated }
    return parts.compactMap { $0 }.reduce(.zero as ExactDecimal?) { $0?.adding($1) }
  }

  private func publishRecords(into reading: inout InputReading) {
    var records: [InvoiceLine] = []
    records.reserveCapacity(max(1, lines.count + adjustments.count))
    var sum: ExactDecimal? = .zero
    var isComplete = true
    func add(_ group: Group, _ make: () throws(Failure) -> InvoiceLine) {
      do throws(Failure) {
        var line = try make()
        // Where signs are written out, what a credit note bills is no credit.
        if line.kind == .creditNote, !countsNegative, !line.amount.isNegative {
          line.kind = .invoice
        }
        sum = sum?.adding(line.amount)
        records.append(line)
      } catch {
        isComplete = false
        group.reject(
          code: error.code,
          error.reason,
          remedy: error.remedy,
          amount: error.amount,
          currency: error.currency,
          into: &reading
        )
      }
    }
    for (index, line) in lines.enumerated() {
      add(line) { () throws(Failure) in try record(of: line, number: index + 1, in: reading) }
    }
    for (index, adjustment) in adjustments.enumerated() {
      add(adjustment.group) { () throws(Failure) in
        try record(of: adjustment, number: index + 1, in: reading)
      }
    }
    if lines.isEmpty {
      add(group) { () throws(Failure) in try totalRecord(in: reading) }
    }
    switch reading.documents.judge(records) {
    case .copy(let originals):
      for (record, original) in zip(records, originals) {
        reading.duplicates.append(
          Duplicate(
            location: record.location,
            original: original.location,
            reason: .sameDocumentLine,
            amount: record.amount,
            currency: record.currency
          )
        )
      }
      return
    case .otherContent(let first): warnOfRepeatedNumber(first, &reading)
    case .new: break
    }
    for record in records { reading.records.append(.line(record)) }
    checkArithmetic(into: &reading)
    warn(into: &reading, linesAddUpTo: isComplete ? sum : nil)
  }

  private var numbered: String { number.map { "document \($0)" } ?? "the document" }

  private func warnOfNegativeCredit(_ reading: inout InputReading) {
    reading.diagnostics.append(
      Diagnostic(
        .warning,
        code: "negative-credit-note",
        "\(numbered) is a credit note with negative amounts, which its format writes "
          + "positive; they are counted as credits, not as cost",
        remedy: "ask the sender whether it takes an earlier credit back, which would be a cost",
        at: reading.location(line: group.line)
      )
    )
  }

  private func warnOfRepeatedNumber(_ first: SourceLocation, _ reading: inout InputReading) {
    reading.diagnostics.append(
      Diagnostic(
        .warning,
        code: "number-repeated",
        "\(numbered) stands in line \(first.line) too, with other content; both are "
          + "counted",
        remedy: "find out whether one of them replaces the other, and leave that one out",
        at: reading.location(line: group.line)
      )
    )
  }

  private func warn(into reading: inout InputReading, linesAddUpTo sum: ExactDecimal?) {
    func warning(_ code: String, _ message: String, _ remedy: String) {
      reading.diagnostics.append(
        Diagnostic(
          .warning,
          code: code,
          message,
          remedy: remedy,
          at: reading.location(line: group.line)
        )
      )
    }
    let name = number ?? "the document"
    if isPrepayment {
      warning(
        "prepayment",
        "\(name) asks for a payment in advance; it is counted as cost",
        "see whether the final invoice bills the same work as a whole, and leave one out"
      )
    }
    if replaces {
      warning(
        "replaces-invoice",
        "\(name) replaces \(references.isEmpty ? "another invoice" : references.joined(separator: ", ")); "
          + "what is given of both is counted",
        "leave the replaced invoice out, unless a credit note cancels it"
      )
    }
    if group.has(.secret) {
      warning(
        "secret-in-input",
        "the document holds a password in clear text",
        "have it changed, and remove it from the file"
      )
    }
    if isCreditByTypeOnly {
      warning(
        "credit-note-by-type",
        "\(name) is a credit note by its type code only; its amounts are counted as credits",
        "ask the sender whether it is an invoice after all"
      )
    }
    if !lines.isEmpty, let stated = group.text(.amountCurrency), stated != currency,
      Currency(stated) != currency.flatMap({ Currency($0) })
    {
      return warning(
        "currency-differs",
        "the net total of \(name) is in '\(stated)', the document in \(currency ?? "no currency"); "
          + "the lines are counted",
        "ask the sender which is right"
      )
    }
    guard let sum, let net = netTotal.flatMap(ExactDecimal.init),
      !Self.agree(sum, signed(net), in: currency.flatMap { Currency($0) })
    else { return }
    warning(
      "total-mismatch",
      "the lines of \(name) add up to \(sum.asSum), the document says \(signed(net).asSum); the lines are "
        + "counted",
      "ask the sender which is right"
    )
  }

  /// Whether a sum is a total once it is rounded, as BR-CO-10 compares them; which way a half goes
  /// is not asked.
  private static func agree(_ sum: ExactDecimal, _ total: ExactDecimal, in currency: Currency?)
    -> Bool
  {
    let digits = max(2, currency?.minorUnitDigits ?? 2)
    guard max(sum.scale, total.scale) > digits, let gap = sum.subtracting(total) else {
      return sum == total
    }
    return gap.magnitude <= ExactDecimal(units: 5, scale: digits + 1)
  }

  private func signed(_ amount: ExactDecimal) -> ExactDecimal {
    countsNegative ? amount.negated : amount
  }

  private func record(
    of line: Group,
    number: Int,
    in reading: InputReading
  ) throws(Failure) -> InvoiceLine {
    try refuse(contradictions: Self.onceInLine, in: line)
    var record = try base(line, amount: line.text(.netAmount), in: reading)
    record.lineID = line.text(.lineID) ?? "\(number)"
    record.quantity = try decimal(line.text(.quantity), "quantity")
    record.unit = line.text(.unit).map { unitCode($0) ?? $0 }
    record.unitPrice = try unitPrice(line)
    record.periodStart = try parsed(line.text(.periodStart)) ?? record.periodStart
    record.periodEnd = try parsed(line.text(.periodEnd)) ?? record.periodEnd
    record.description = Self.joined(line.text(.name), line.text(.description))
    record.order = Self.meaningful(line.text(.order)) ?? record.order
    record.contract = Self.meaningful(line.text(.contract)) ?? record.contract
    record.project = Self.meaningful(line.text(.project)) ?? record.project
    record.references += line.texts(.object)
    record.isFixedPrice = record.unit == "LS" || record.unit == "1I"
    return record
  }

  private func record(
    of adjustment: Adjustment,
    number: Int,
    in reading: InputReading
  ) throws(Failure) -> InvoiceLine {
    try refuse(contradictions: Self.onceInAdjustment, in: adjustment.group)
    var record: InvoiceLine
    do throws(Failure) {
      record = try base(adjustment.group, amount: adjustment.amount, in: reading)
    } catch {
      var failure = error
      if !adjustment.isCharge { failure.amount = failure.amount?.negated }
      throw failure
    }
    if !adjustment.isCharge { record.amount = record.amount.negated }
    record.lineID = "\(adjustment.isCharge ? "charge" : "allowance")-\(number)"
    record.description = adjustment.reason
    record.isExtra = true
    return record
  }

  private func totalRecord(in reading: InputReading) throws(Failure) -> InvoiceLine {
    try refuse(contradictions: [.netTotal], in: group)
    var record = try base(group, amount: netTotal, in: reading)
    record.lineID = "total"
    record.description = "document total"
    record.isFixedPrice = true
    return record
  }

  private func base(
    _ group: Group,
    amount text: String?,
    in reading: InputReading
  ) throws(Failure) -> InvoiceLine {
    guard let amount = try decimal(text, "amount") else {
      throw Failure(code: "missing-amount", reason: "the net amount is missing")
    }
    guard let code = currency else {
      throw Failure(code: "missing-currency", reason: "the document names no currency")
    }
    guard let currency = Currency(code) else {
      throw Failure(
        code: "unknown-currency",
        reason: "'\(code)' is not a currency code of ISO 4217"
      )
    }
    if let stated = group.text(.amountCurrency), Currency(stated) != currency {
      throw Failure(
        code: "currency-differs",
        reason: "the amount is in '\(stated)', the document in \(currency)",
        amount: signed(amount),
        currency: Currency(stated)
      )
    }
    if let contradiction { throw Self.failure(contradiction) }
    guard let dateText = issueDate else {
      throw Failure(code: "missing-date", reason: "the document has no issue date")
    }
    var record = InvoiceLine(
      kind: isCredit ? .creditNote : .invoice,
      location: reading.location(line: group.line),
      format: format,
      amount: signed(amount),
      currency: currency
    )
    record.date = try parsed(dateText)
    record.periodStart = try parsed(periodStart)
    record.periodEnd = try parsed(periodEnd)
    if record.periodEnd == nil, record.periodStart == nil {
      record.periodEnd = try parsed(deliveryDate)
    }
    record.document = number
    record.freelancer = seller
    record.freelancerID = sellerID
    record.country = sellerCountry
    record.buyer = buyer
    record.contract = Self.meaningful(contract)
    record.project = Self.meaningful(project)
    record.order = Self.meaningful(order)
    record.references = references
    return record
  }

  private static let onceInLine: [InvoiceTerm] = [.netAmount, .quantity, .price]
  private static let onceInAdjustment: [InvoiceTerm] = [.adjustmentAmount, .isCharge]

  /// Refuses a record where an element that stands once by its schema says two things.
  private func refuse(contradictions terms: [InvoiceTerm], in group: Group) throws(Failure) {
    if let term = group.contradiction(among: terms) { throw Self.failure(term) }
  }

  private static func failure(_ contradiction: InvoiceTerm) -> Failure {
    Failure(
      code: "duplicate-element",
      reason: "\(names[contradiction] ?? "a value") is stated twice with different values"
    )
  }

  private static let names: [InvoiceTerm: String] = [
    .netAmount: "the net amount", .quantity: "the quantity", .price: "the price",
    .adjustmentAmount: "the amount", .isCharge: "whether it is a charge",
    .netTotal: "the net total", .number: "the document's number", .typeCode: "the document's type",
    .issueDate: "the issue date", .currency: "the document's currency",
  ]

  /// BT-146 / BT-149, rounded to six decimals where it does not come out even.
  private func unitPrice(_ line: Group) throws(Failure) -> ExactDecimal? {
    guard let price = try decimal(line.text(.price), "price") else { return nil }
    guard let base = try decimal(line.text(.baseQuantity), "base quantity"), !base.isZero,
      base != ExactDecimal(units: 1)
    else { return price }
    return price.divided(by: base, scale: max(6, price.scale))?.normalized ?? price
  }

  private func decimal(_ text: String?, _ what: String) throws(Failure) -> ExactDecimal? {
    guard let text, !text.isEmpty else { return nil }
    guard let value = ExactDecimal(text) else {
      throw Failure(code: "bad-number", reason: "\(what): '\(text)' is not a decimal number")
    }
    return value
  }

  private func parsed(_ text: String?) throws(Failure) -> Day? {
    guard let text, !text.isEmpty else { return nil }
    guard let day = InvoiceDate.day(text) else {
      throw Failure(code: "bad-date", reason: "'\(text)' is not a date of this format")
    }
    return day
  }

  /// Fillers that stand where a reference is mandatory but none exists.
  private static func meaningful(_ reference: String?) -> String? {
    reference.flatMap { ["na", "n/a", "-", "none"].contains($0.lowercased()) ? nil : $0 }
  }

  private static func joined(_ name: String?, _ description: String?) -> String? {
    guard let name else { return description }
    guard let description, description != name else { return name }
    return "\(name): \(description)"
  }
}
