internal import Model

extension EInvoice {
  /// Why a record of an invoice cannot be made.
  private struct Failure: Error {
    let code: String
    let reason: String
    var remedy = "ask the sender for a corrected document"
  }

  /// Publishes one record for each line, allowance and charge, or for the document's total where
  /// its profile has no lines, and what the document's arithmetic shows.
  func publish(into reading: inout InputReading) {
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
        reading.records.append(.line(line))
      } catch {
        isComplete = false
        group.reject(code: error.code, error.reason, remedy: error.remedy, into: &reading)
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
    checkArithmetic(into: &reading)
    warn(into: &reading, linesAddUpTo: isComplete ? sum : nil)
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
    guard let sum, let net = netTotal.flatMap(ExactDecimal.init), sum != signed(net) else { return }
    warning(
      "total-mismatch",
      "the lines of \(name) add up to \(sum.asSum), the document says \(signed(net).asSum); the lines are "
        + "counted",
      "ask the sender which is right"
    )
  }

  private func signed(_ amount: ExactDecimal) -> ExactDecimal {
    countsNegative ? amount.negated : amount
  }

  private func record(
    of line: Group,
    number: Int,
    in reading: InputReading
  ) throws(Failure) -> InvoiceLine {
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
    var record = try base(adjustment.group, amount: adjustment.amount, in: reading)
    if !adjustment.isCharge { record.amount = record.amount.negated }
    record.lineID = "\(adjustment.isCharge ? "charge" : "allowance")-\(number)"
    record.description = adjustment.reason
    record.isExtra = true
    return record
  }

  private func totalRecord(in reading: InputReading) throws(Failure) -> InvoiceLine {
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
