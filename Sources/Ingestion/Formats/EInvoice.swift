internal import Model

/// An electronic invoice in the terms of EN 16931-1, whatever its syntax, on its way to records.
struct EInvoice {
  /// One invoice line (BG-25).
  struct Line {
    /// The 1-based line in the file.
    var location: Int
    /// BT-126.
    var id: String?
    /// BT-131.
    var netAmount: String?
    /// BT-129.
    var quantity: String?
    /// BT-130.
    var unit: String?
    /// BT-146.
    var price: String?
    /// BT-149.
    var baseQuantity: String?
    /// BT-134.
    var periodStart: String?
    /// BT-135.
    var periodEnd: String?
    /// BT-153.
    var name: String?
    /// BT-154.
    var description: String?
    /// BT-128; a timecard in temporary labour.
    var objects: [String] = []
  }

  /// A document-level allowance (BG-20) or charge (BG-21).
  struct Adjustment {
    /// The 1-based line in the file.
    var location: Int
    /// Whether it is a charge.
    var isCharge: Bool
    /// BT-92 or BT-99.
    var amount: String?
    /// BT-97 or BT-104.
    var reason: String?
  }

  /// BT-1.
  var number: String?
  /// BT-2, in the syntax's own form.
  var issueDate: String?
  /// BT-5.
  var currency: String?
  /// BT-27, else BT-28.
  var seller: String?
  /// BT-31, else BT-30, else BT-29.
  var sellerID: String?
  /// BT-40.
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
  var references: [String] = []
  /// BT-109.
  var netTotal: String?
  /// BG-25.
  var lines: [Line] = []
  /// BG-20 and BG-21.
  var adjustments: [Adjustment] = []
  /// Whether amounts are credits although they are written positive (UBL CreditNote, CII 381).
  var isCredit = false
  /// Where the document starts.
  var location = 1
  /// The format.
  let format: FormatName
  /// How the syntax writes days.
  let day: @Sendable (String) -> Day?

  /// Creates an empty document.
  init(format: FormatName, day: @escaping @Sendable (String) -> Day?) {
    self.format = format
    self.day = day
  }

  private struct Failure: Error {
    let code: String
    let reason: String
    let remedy: String
  }

  /// Publishes one record for each line, allowance and charge, or for the document's total where
  /// its profile has no lines.
  func publish(into reading: inout InputReading) {
    var sum: ExactDecimal? = .zero
    var isComplete = true
    func add(_ location: Int, _ seen: [String?], _ make: () throws(Failure) -> InvoiceLine) {
      do throws(Failure) {
        let line = try make()
        sum = sum?.adding(line.amount)
        reading.records.append(.line(line))
      } catch {
        isComplete = false
        reading.rejects.append(
          Reject(
            location: reading.location(line: location),
            byteOffset: nil,
            code: error.code,
            reason: error.reason,
            remedy: error.remedy,
            text: ([number] + seen).compactMap { $0 }.joined(separator: " | ")
          )
        )
      }
    }
    for line in lines {
      add(line.location, [line.id, line.name, line.netAmount, currency]) { () throws(Failure) in
        try record(of: line, in: reading)
      }
    }
    for (index, adjustment) in adjustments.enumerated() {
      add(adjustment.location, [adjustment.reason, adjustment.amount]) { () throws(Failure) in
        try record(of: adjustment, number: index + 1, in: reading)
      }
    }
    if lines.isEmpty {
      add(location, [netTotal, currency]) { () throws(Failure) in try totalRecord(in: reading) }
    }
    guard isComplete, let sum, let net = netTotal.flatMap(ExactDecimal.init),
      sum != (isCredit ? net.negated : net)
    else { return }
    reading.diagnostics.append(
      Diagnostic(
        .warning,
        code: "total-mismatch",
        "the lines of \(number ?? "the document") add up to \(sum), the document says "
          + "\(isCredit ? net.negated : net); the lines are counted",
        remedy: "ask the sender which is right",
        at: reading.location(line: location)
      )
    )
  }

  private func record(
    of line: Line,
    in reading: InputReading
  ) throws(Failure) -> InvoiceLine {
    var record = try base(line.location, amount: line.netAmount, in: reading)
    record.lineID = line.id
    record.quantity = try decimal(line.quantity, "quantity")
    record.unit = line.unit
    record.unitPrice = try unitPrice(line)
    record.periodStart = try parsed(line.periodStart) ?? record.periodStart
    record.periodEnd = try parsed(line.periodEnd) ?? record.periodEnd
    record.description = Self.joined(line.name, line.description)
    record.references += line.objects
    record.isFixedPrice = line.unit == "LS" || line.unit == "1I"
    return record
  }

  private func record(
    of adjustment: Adjustment,
    number: Int,
    in reading: InputReading
  ) throws(Failure) -> InvoiceLine {
    var record = try base(adjustment.location, amount: adjustment.amount, in: reading)
    if !adjustment.isCharge { record.amount = record.amount.negated }
    record.lineID = "\(adjustment.isCharge ? "charge" : "allowance")-\(number)"
    record.description = adjustment.reason
    record.isExtra = true
    return record
  }

  private func totalRecord(in reading: InputReading) throws(Failure) -> InvoiceLine {
    var record = try base(location, amount: netTotal, in: reading)
    record.lineID = "total"
    record.description = "document total"
    record.isFixedPrice = true
    return record
  }

  private func base(
    _ location: Int,
    amount text: String?,
    in reading: InputReading
  ) throws(Failure) -> InvoiceLine {
    guard let amount = try decimal(text, "amount") else {
      throw Failure(
        code: "missing-amount",
        reason: "the net amount is missing",
        remedy: "ask the sender for a corrected document"
      )
    }
    guard let code = currency else {
      throw Failure(
        code: "missing-currency",
        reason: "the document names no currency",
        remedy: "ask the sender for a corrected document"
      )
    }
    guard let currency = Currency(code) else {
      throw Failure(
        code: "unknown-currency",
        reason: "'\(code)' is not a currency code of ISO 4217",
        remedy: "ask the sender for a corrected document"
      )
    }
    guard let dateText = issueDate else {
      throw Failure(
        code: "missing-date",
        reason: "the document has no issue date",
        remedy: "ask the sender for a corrected document"
      )
    }
    var record = InvoiceLine(
      kind: isCredit ? .creditNote : .invoice,
      location: reading.location(line: location),
      format: format,
      amount: isCredit ? amount.negated : amount,
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
  private func unitPrice(_ line: Line) throws(Failure) -> ExactDecimal? {
    guard let price = try decimal(line.price, "price") else { return nil }
    guard let base = try decimal(line.baseQuantity, "base quantity"), !base.isZero,
      base != ExactDecimal(units: 1)
    else { return price }
    return price.divided(by: base, scale: max(6, price.scale))?.normalized ?? price
  }

  private func decimal(_ text: String?, _ what: String) throws(Failure) -> ExactDecimal? {
    guard let text, !text.isEmpty else { return nil }
    guard let value = ExactDecimal(text) else {
      throw Failure(
        code: "bad-number",
        reason: "\(what): '\(text)' is not a decimal number",
        remedy: "ask the sender for a corrected document"
      )
    }
    return value
  }

  private func parsed(_ text: String?) throws(Failure) -> Day? {
    guard let text, !text.isEmpty else { return nil }
    guard let day = day(text) else {
      throw Failure(
        code: "bad-date",
        reason: "'\(text)' is not a date of this format",
        remedy: "ask the sender for a corrected document"
      )
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
