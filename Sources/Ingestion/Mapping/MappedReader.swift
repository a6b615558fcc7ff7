internal import Model

/// Reads the rows of a table by the user's mapping.
struct MappedReader: CSVRowReader {
  let format: FormatName
  let mapping: CSVMapping
  /// The column that feeds each field.
  let names: [MappedField: String]
  let fallback: FallbackCurrency
  private var endedOn: Int?
  private var signs = MappedSigns()

  init(
    format: FormatName,
    mapping: CSVMapping,
    names: [MappedField: String],
    fallback: FallbackCurrency
  ) {
    self.format = format
    self.mapping = mapping
    self.names = names
    self.fallback = fallback
  }

  mutating func read(_ row: CSVRow, into reading: inout InputReading) {
    if let endedOn {
      setAside(
        row,
        code: "after-end",
        "the mapping ends the table on line \(endedOn)",
        into: &reading
      )
      return
    }
    var kind = mapping.kind
    var faults: [CSVRow.Failure] = []
    switch action(row, &faults) {
    case .skip(let why):
      setAside(row, code: "skipped-by-mapping", why, into: &reading)
      return
    case .end(let why):
      endedOn = row.record.line
      setAside(row, code: "after-end", why, into: &reading)
      return
    case .use(let found): kind = found ?? kind
    }
    if mapping.isPosting {
      readPosting(row, &faults, into: &reading)
    } else {
      readLine(row, kind, &faults, into: &reading)
    }
  }

  mutating func finish(into reading: inout InputReading) {
    settleSigns(in: &reading)
    guard !mapping.isPosting, mapping.kind.isWork, names[.freelancer] == nil,
      names[.freelancerID] == nil
    else { return }
    reading.diagnostics.append(
      Diagnostic(
        .warning,
        code: "no-freelancer-column",
        "the mapping \(mapping.source) names no column of the freelancer; whose work this is stays "
          + "unknown",
        remedy: "add 'freelancer' or 'freelancer_id' under its columns",
        at: reading.location(line: 1)
      )
    )
  }

  private func settleSigns(in reading: inout InputReading) {
    let column = "'\(names[.amount] ?? names[.unitPrice] ?? "amount")'"
    let direction = names[.direction].map { " where '\($0)'" } ?? ""
    let isDebitCredit = mapping.sign == .debitCredit
    signs.settle(
      costs: isDebitCredit ? "'\(names[.debit] ?? "")'" : "\(column)\(direction) means cost",
      credits: isDebitCredit ? "'\(names[.credit] ?? "")'" : "\(column)\(direction) means credit",
      in: &reading
    )
  }

  /// Leaves a row out, with its amount where it is a record with a day; a row of totals is not.
  private mutating func setAside(
    _ row: CSVRow,
    code: String,
    _ why: String,
    into reading: inout InputReading
  ) {
    var faults: [CSVRow.Failure] = []
    guard !mapping.isPosting, day(.date, row, &faults) != nil,
      let currency = currency(row, &faults, in: &reading)
    else { return row.setAside(code: code, why, into: &reading) }
    let quantity = number(.quantity, row, nil, &faults)
    let price = number(.unitPrice, row, nil, &faults)
    let parts = parts(row, currency, quantity, price, &faults)
    let amount = parts?.amount
    if let parts { signs.note(parts, at: .reject(reading.rejects.count)) }
    row.setAside(
      code: code,
      why,
      into: &reading,
      amount: amount,
      currency: amount == nil ? nil : currency
    )
  }

  private enum Decision {
    case use(InvoiceLine.Kind?)
    case skip(String)
    case end(String)
  }

  /// What the rules and the words of the type and direction columns decide about a row.
  private func action(_ row: CSVRow, _ faults: inout [CSVRow.Failure]) -> Decision {
    var kind: InvoiceLine.Kind?
    func decide(_ action: CSVMapping.Action, _ why: String) -> Decision? {
      switch action {
      case .skip: return .skip(why)
      case .end: return .end(why)
      case .kind(let found):
        kind = found
        return nil
      }
    }
    for rule in mapping.rules {
      let text = row.text(rule.column) ?? ""
      guard let pattern = rule.patterns.first(where: { CSVMapping.matches(text, $0) }) else {
        continue
      }
      if let decided = decide(rule.action, "\(rule.column) is '\(text)', as in '\(pattern)'") {
        return decided
      }
    }
    if !mapping.types.isEmpty, let column = names[.type] {
      let word = row.text(column) ?? ""
      if let action = mapping.types[word.lowercased()] {
        if let decided = decide(action, "\(column) is '\(word)'") { return decided }
      } else {
        faults.append(unknown(column, word, code: "unknown-type", key: "type"))
      }
    }
    if mapping.sign == .directionColumn, let column = names[.direction] {
      let word = row.text(column) ?? ""
      switch mapping.directions[word.lowercased()] {
      case .skip?: return .skip("\(column) is '\(word)'")
      case nil: faults.append(unknown(column, word, code: "unknown-direction", key: "direction"))
      case .cost?, .credit?: break
      }
    }
    return .use(kind)
  }

  private func unknown(_ column: String, _ word: String, code: String, key: String)
    -> CSVRow.Failure
  {
    CSVRow.Failure(
      column: column,
      code: code,
      reason: "the mapping does not say what '\(word)' means",
      remedy: "add the word under '\(key)' of the mapping"
    )
  }

  private func text(_ field: MappedField, _ row: CSVRow) -> String? {
    guard let name = names[field], let text = row.text(name), !mapping.missingValues.contains(text)
    else { return nil }
    return text
  }

  private func day(_ field: MappedField, _ row: CSVRow, _ faults: inout [CSVRow.Failure]) -> Day? {
    guard let name = names[field], text(field, row) != nil else { return nil }
    return row.day(name, &faults)
  }

  private func number(
    _ field: MappedField,
    _ row: CSVRow,
    _ currency: Currency?,
    _ faults: inout [CSVRow.Failure]
  ) -> ExactDecimal? {
    guard let name = names[field], let text = text(field, row) else { return nil }
    if field == .quantity, let hours = WorkUnit.hours(text) { return hours }
    guard let currency else { return row.number(name, &faults) }
    return row.money(name, currency, &faults)
  }

  private func readPosting(
    _ row: CSVRow,
    _ faults: inout [CSVRow.Failure],
    into reading: inout InputReading
  ) {
    let date = day(.date, row, &faults)
    guard let title = text(.title, row) else {
      faults.append(CSVRow.missing(names[.title] ?? "title", code: "missing-title"))
      return row.reject(faults, into: &reading)
    }
    guard faults.isEmpty else { return row.reject(faults, into: &reading) }
    var posting = Posting(location: row.location(in: reading), format: format, title: title)
    posting.id = text(.postingID, row)
    posting.date = date
    posting.role = text(.role, row)
    posting.department = text(.department, row)
    posting.description = text(.description, row).map(MarkupText.plain) ?? ""
    posting.category = text(.category, row)
    posting.skills = TacitPostings.skills(text(.skills, row))
    posting.type = text(.type, row)
    posting.duration = text(.duration, row)
    posting.hoursPerWeek = text(.hoursPerWeek, row)
    posting.buyer = text(.buyer, row)
    reading.records.append(.posting(posting))
  }

  private mutating func readLine(
    _ row: CSVRow,
    _ kind: InvoiceLine.Kind,
    _ faults: inout [CSVRow.Failure],
    into reading: inout InputReading
  ) {
    let currency = currency(row, &faults, in: &reading)
    let date = day(.date, row, &faults)
    if date == nil, text(.date, row) == nil {
      faults.append(CSVRow.missing(names[.date] ?? "date", code: "missing-date"))
    }
    let quantity = number(.quantity, row, nil, &faults)
    let price = number(.unitPrice, row, nil, &faults)
    let parts = parts(row, currency, quantity, price, &faults)
    var amount = parts?.amount
    // What comes back lowers the cost, whatever sign the export gives it.
    let isReturn = kind == .refund || kind == .creditNote
    if isReturn { amount = amount?.magnitude.negated }
    let signed = isReturn || !mapping.sign.isSided ? nil : parts
    let fee = number(.fee, row, currency, &faults)
    if names[.freelancer] != nil || names[.freelancerID] != nil, kind.isWork,
      text(.freelancer, row) == nil, text(.freelancerID, row) == nil
    {
      let column = names[.freelancer] ?? names[.freelancerID] ?? "freelancer"
      faults.append(CSVRow.missing(column, code: "missing-freelancer"))
    }
    var line = InvoiceLine(
      kind: kind,
      location: row.location(in: reading),
      format: format,
      amount: amount ?? .zero,
      currency: currency ?? fallback.currency
    )
    line.date = date
    line.periodStart = day(.periodStart, row, &faults)
    line.periodEnd = day(.periodEnd, row, &faults)
    if let start = line.periodStart, let end = line.periodEnd, end < start {
      faults.append(TacitInvoices.badPeriod(names[.periodEnd] ?? "period_end"))
    }
    line.unit = unit(row, hasPrice: price != nil, &faults)
    guard faults.isEmpty else {
      if let signed { signs.note(signed, at: .reject(reading.rejects.count)) }
      row.reject(faults, into: &reading, amount: amount, currency: amount == nil ? nil : currency)
      return
    }
    if let signed {
      signs.count(signed, line: row.record.line)
      signs.note(signed, at: .record(reading.records.count, kind))
    }
    if kind == .invoice, line.amount.isNegative { line.kind = .creditNote }
    line.quantity = quantity
    line.unitPrice = price
    fill(&line, row)
    line.isFixedPrice = line.unit == "LS" || (line.unit == nil && quantity == nil)
    reading.records.append(.line(line))
    if let fee, !fee.isZero {
      line.kind = .fee
      line.amount = fee.magnitude
      line.lineID = line.lineID.map { "\($0) fee" } ?? "fee"
      line.quantity = nil
      line.unitPrice = nil
      line.unit = nil
      reading.records.append(.line(line))
    }
  }

  private func fill(_ line: inout InvoiceLine, _ row: CSVRow) {
    line.document = text(.document, row)
    line.lineID = text(.lineID, row)
    line.freelancerID = text(.freelancerID, row)
    line.freelancer = text(.freelancer, row)
    line.country = text(.country, row)
    line.buyer = text(.buyer, row)
    line.contract = text(.contract, row)
    line.contractTitle = text(.contractTitle, row)
    line.project = text(.project, row)
    line.order = text(.order, row)
    line.postingID = text(.postingID, row)
    line.role = text(.role, row)
    line.department = text(.department, row)
    line.description = text(.description, row)
    line.references = [text(.reference, row)].compactMap { $0 }
  }

  private func currency(
    _ row: CSVRow,
    _ faults: inout [CSVRow.Failure],
    in reading: inout InputReading
  ) -> Currency? {
    guard let name = names[.currency] else {
      return mapping.currency ?? names[.amount].flatMap(HeaderCurrency.of)
        ?? fallback.used(for: row, in: &reading)
    }
    guard text(.currency, row) != nil else {
      if let fixed = mapping.currency { return fixed }
      faults.append(CSVRow.missing(name, code: "missing-currency"))
      return nil
    }
    return row.currency(name, &faults)
  }

  /// The cost to the client by the mapping's rule for signs, in its parts.
  private func parts(
    _ row: CSVRow,
    _ currency: Currency?,
    _ quantity: ExactDecimal?,
    _ price: ExactDecimal?,
    _ faults: inout [CSVRow.Failure]
  ) -> MappedSigns.Parts? {
    let before = faults.count
    let found: MappedSigns.Parts?
    switch mapping.sign {
    case .debitCredit:
      let debit = number(.debit, row, currency, &faults)
      let credit = number(.credit, row, currency, &faults)
      found =
        debit == nil && credit == nil
        ? nil : MappedSigns.Parts(cost: debit ?? .zero, credit: credit ?? .zero)
    case .signed:
      found = stated(row, currency, quantity, price, &faults).map { MappedSigns.Parts(cost: $0) }
    case .negate:
      found = stated(row, currency, quantity, price, &faults).map {
        MappedSigns.Parts(cost: $0.negated)
      }
    case .directionColumn:
      let word = names[.direction].flatMap { row.text($0) } ?? ""
      let isCredit = mapping.directions[word.lowercased()] == .credit
      found = stated(row, currency, quantity, price, &faults).map {
        isCredit ? MappedSigns.Parts(credit: $0) : MappedSigns.Parts(cost: $0)
      }
    }
    if found == nil, faults.count == before {
      let column = names[.amount] ?? names[.debit] ?? names[.unitPrice] ?? "amount"
      faults.append(CSVRow.missing(column, code: "missing-amount"))
    }
    return found
  }

  private func stated(
    _ row: CSVRow,
    _ currency: Currency?,
    _ quantity: ExactDecimal?,
    _ price: ExactDecimal?,
    _ faults: inout [CSVRow.Failure]
  ) -> ExactDecimal? {
    if names[.amount] != nil { return number(.amount, row, currency, &faults) }
    guard let quantity, let price else { return nil }
    guard let product = quantity.multiplied(by: price) else {
      faults.append(TacitInvoices.productOutOfRange(names[.quantity] ?? "quantity"))
      return nil
    }
    return product
  }

  private func unit(
    _ row: CSVRow,
    hasPrice: Bool,
    _ faults: inout [CSVRow.Failure]
  ) -> String? {
    guard let name = names[.unit], let text = text(.unit, row) else {
      return mapping.unit ?? (hasPrice ? "HUR" : nil)
    }
    guard let code = WorkUnit.code(text) else {
      faults.append(TacitInvoices.unknownUnit(name, text))
      return nil
    }
    return code
  }
}
