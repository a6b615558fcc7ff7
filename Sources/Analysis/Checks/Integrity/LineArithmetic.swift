internal import Model

/// Lines whose amount is not quantity × price.
struct LineArithmetic: Check {
  let page = CheckPage(
    id: "line-arithmetic",
    group: .integrity,
    holds: "every line is its quantity times its price",
    fails: "the line does not multiply out",
    criterion: "A line's amount is quantity × price, with its own allowances and charges.",
    why:
      "No rule of EN 16931 compares them, so that an invoice that every validator passes can charge more "
      + "hours than it names.",
    measured:
      "E-invoices: BT-131 against BT-129 × BT-146 / BT-149 + charges − allowances, within 0.02 (Peppol "
      + "R120). Tables: amount against quantity × price, within 0.02, or within half a unit of the second "
      + "decimal of the hours where hours are written with two decimals.",
    falsePositives:
      "Taxes inside the line, prices rounded to four decimals, lines of profiles that only their extension "
      + "adds up.",
    remedy: "Ask the seller for a corrected invoice; claim back what was charged too much.",
    dispute: "disputed → id with a reason",
    severity: Materiality.rule
      + "; at most moderate where less was charged than named; low where the "
      + "profile explains it or no exchange rate tells the size and it is below 1 % of the line",
    source: "Peppol BIS Billing 3.0 rule PEPPOL-EN16931-R120; xml formats, invoice arithmetic"
  )

  private struct Fault {
    let bill: Int?
    let location: SourceLocation
    let seller: String
    let document: String
    let line: String?
    let expected: ExactDecimal
    let stated: ExactDecimal
    let difference: ExactDecimal
    let currency: Currency?
    let code: String
    let exception: String?
    let detail: String
    var hasParts = false
  }

  func run(_ context: CheckContext) -> CheckOutcome {
    let facts = context.dataset.arithmetic
    var documents: Set<Int> = []
    for (index, bill) in context.bills.enumerated()
    where bill.records == 1 && context.invoice(index).quantity != nil
      && context.invoice(index).unitPrice != nil
    {
      documents.insert(bill.person)
    }
    guard facts.computed[.lineAmount] ?? 0 > 0 || !documents.isEmpty else {
      return .notApplicable(needs: "lines with quantity and price")
    }
    // A document that came twice is judged once, unless the second one says something else.
    let copies = Set(
      context.dataset.duplicates.filter { !$0.conflicts }.map(\.location)
    )
    let broken = facts.differences.filter {
      $0.rule == .lineAmount && !$0.holds && !copies.contains($0.location)
    }
    let at = context.bills(at: Set(broken.map(\.location)))
    var faults = broken.map { fault($0, at[$0.location], context) }
    let known = Set(faults.map(\.location))
    faults += tables(context).filter { !known.contains($0.location) }
    var subjects = documents.map { "person:\(context.workload.directory.people[$0].id)" }
    if subjects.isEmpty { subjects = ["e-invoices"] }
    return .ran(subjects: subjects, faults.map { finding($0, context) })
  }

  private func fault(_ fact: ArithmeticFact, _ bill: Int?, _ context: CheckContext) -> Fault {
    Fault(
      bill: bill,
      location: fact.location,
      seller: bill.map { context.person($0).name } ?? fact.seller ?? "a seller",
      document: fact.document ?? fact.location.source,
      line: fact.lineID,
      expected: fact.expected,
      stated: fact.stated,
      difference: fact.difference,
      currency: fact.currency.flatMap { Currency($0) },
      code: fact.currency ?? "",
      exception: fact.exception?.rawValue,
      detail: bill.map { Self.detail(context.invoice($0)) } ?? "",
      hasParts: bill.map { Self.hasParts(context.invoice($0), fact.expected) } ?? false
    )
  }

  /// Whether charges or allowances, or a price for several units, stand between the two factors and the amount.
  private static func hasParts(_ line: InvoiceLine, _ expected: ExactDecimal) -> Bool {
    guard let quantity = line.quantity, let price = line.unitPrice,
      let product = quantity.multiplied(by: price), let rest = product.subtracting(expected)
    else { return false }
    return abs(rest.doubleValue) > 0.02
  }

  private static func detail(_ line: InvoiceLine) -> String {
    guard let quantity = line.quantity, let price = line.unitPrice else { return "" }
    return "\(quantity) × \(price)"
  }

  /// Lines of tables; e-invoices are computed while they are read, with all their parts.
  private func tables(_ context: CheckContext) -> [Fault] {
    context.bills.indices.compactMap { index -> Fault? in
      let bill = context.bills[index]
      guard bill.records == 1, !bill.isExtra, !context.isExplained[index],
        !context.isAsComputed(index)
      else { return nil }
      let line = context.invoice(index)
      guard !FormatName.eInvoices.contains(line.format), let quantity = line.quantity,
        let price = line.unitPrice, let product = quantity.multiplied(by: price)
      else { return nil }
      // The sign of a credit may stand in its quantity, its price or its kind.
      guard let difference = line.amount.magnitude.subtracting(product.magnitude) else {
        return nil
      }
      let rounding = quantity.scale >= 2 || Self.roundsHours.contains(line.format) ? 0.005 : 0
      let tolerance = 0.02 + rounding * abs(price.doubleValue)
      guard abs(difference.doubleValue) > tolerance + 1e-9 else { return nil }
      return Fault(
        bill: index,
        location: line.location,
        seller: context.person(index).name,
        document: line.document ?? "of \(bill.day)",
        line: line.lineID,
        expected: product.magnitude.rounded(scale: 2) ?? product.magnitude,
        stated: line.amount.magnitude,
        difference: line.amount.isNegative ? difference.negated : difference,
        currency: line.currency,
        code: line.currency.code,
        exception: nil,
        detail: Self.detail(line)
      )
    }
  }

  private static let roundsHours: Set<FormatName> = [
    "upwork-transactions", "upwork-weekly-summary", "toggl-detailed", "clockify-detailed",
    "harvest-detailed",
  ]

  private func finding(_ fault: Fault, _ context: CheckContext) -> CheckFinding {
    let day = fault.bill.map { context.bills[$0].day } ?? context.asOf
    let money = fault.currency.flatMap { context.converted(fault.difference, $0, on: day) }
    let isOver = !fault.difference.isNegative
    let share =
      fault.expected.isZero
      ? 1 : abs(fault.difference.doubleValue / fault.expected.doubleValue)
    var severity: Severity =
      money.map { context.scale.severity($0.minorUnits, limit: isOver ? .critical : .moderate) }
      ?? (share < 0.01 ? .low : .moderate)
    if fault.exception != nil { severity = .low }
    let person = fault.bill.map { context.person($0).id } ?? fault.seller
    let key = "\(person)/\(fault.document)" + (fault.line.map { "#\($0)" } ?? "")
    let sign = isOver ? "more" : "less"
    return finding(
      key,
      severity,
      subject: "invoice:\(key)",
      title: "\(fault.seller), \(fault.document): \(page.fails)",
      amount: money.map { $0.minorUnits < 0 ? context.money(-$0.minorUnits) : $0 },
      condition: "\(fault.document)" + (fault.line.map { ", line \($0)" } ?? "") + ": "
        + (fault.detail.isEmpty
          ? "" : "\(fault.detail)\(fault.hasParts ? ", with charges and allowances," : "") is ")
        + "\(fault.expected) \(fault.code), charged \(fault.stated) \(fault.code), "
        + "\(fault.difference.magnitude) \(sign).",
      cause: fault.exception.map { "To be expected here: \($0)." }
        ?? "Not visible in the document: another quantity, another price, or an error of entry.",
      consequence: "\(fault.difference.magnitude) \(fault.code) "
        + (isOver ? "charged above what the line names." : "charged below what the line names."),
      action:
        "Ask \(fault.seller) which figure is right and for a corrected invoice; owner: accounts "
        + "payable, \(context.due(severity)).",
      evidence: [
        Finding.Evidence(
          location: fault.location,
          text:
            "\(fault.detail.isEmpty ? "figures of the line" : fault.detail) = \(fault.expected), "
            + "stated \(fault.stated) \(fault.code)"
        )
      ],
      bills: fault.bill.map { [$0] } ?? []
    )
  }
}
