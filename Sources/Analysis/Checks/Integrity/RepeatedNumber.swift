internal import Model

/// Documents whose number came twice: with other contents, or once more in the same place.
struct RepeatedNumber: Check {
  let page = CheckPage(
    id: "repeated-number",
    group: .integrity,
    holds: "every document number stands for one document",
    fails: "a document came twice",
    criterion: "A document has one number, and a number one content.",
    why: "The copy is counted once in this report, but it may have been paid as often as it came.",
    measured:
      "Records that were set aside because another has the same reference or the same number and line: "
      + "those with another amount; those of e-invoices that came as two files; and those that stand twice in one table. Tables whose "
      + "periods overlap, escrow bookings and time reports are repetitions by nature and left out.",
    falsePositives: "A corrected invoice under the old number; a file saved twice.",
    remedy: "Check in the bank statement that it was paid once, and which version is right.",
    dispute: "disputed → id with a reason; or remove the copy from the inputs",
    severity:
      "in a table of what was booked, other contents under one number are judged by amount, at least moderate "
      + "and at most high, because one of the two is wrong; an e-invoice is often a corrected version "
      + "under the old number, and a copy says nothing about payments, so that these are low",
    source: "Test T1 of internal auditors; the ledger of this program"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let dataset = context.dataset
    guard !dataset.inputs.isEmpty || !dataset.duplicates.isEmpty || !context.bills.isEmpty else {
      return .notApplicable(needs: "documents with numbers")
    }
    let formats = Dictionary(
      dataset.inputs.map { ($0.path, $0.format) },
      uniquingKeysWith: { first, _ in first }
    )
    let notable = dataset.duplicates.filter { isNotable($0, formats) }
    let counted = context.bills(at: Set(notable.map(\.original)))
    var groups: [String: [Duplicate]] = [:]
    for duplicate in notable {
      let document =
        counted[duplicate.original].map { context.key($0) } ?? duplicate.original.source
      groups[document, default: []].append(duplicate)
    }
    let subjects = dataset.inputs.isEmpty ? ["inputs"] : dataset.inputs.map { "input:\($0.path)" }
    return .ran(
      subjects: subjects,
      groups.sorted { $0.key.precedesBytewise($1.key) }.map {
        finding($0.key, $0.value.sorted { $0.location < $1.location }, counted, context)
      }
    )
  }

  private func isNotable(_ duplicate: Duplicate, _ formats: [String: FormatName?]) -> Bool {
    if duplicate.conflicts { return true }
    func format(_ location: SourceLocation) -> FormatName? { formats[location.source] ?? nil }
    let isInvoice = format(duplicate.location).map(FormatName.eInvoices.contains) ?? false
    switch duplicate.reason {
    case .sameDocumentLine:
      return isInvoice || duplicate.location.source == duplicate.original.source
    case .sameInput: return isInvoice
    case .sameDocument:
      // The books' row of an e-invoice is no second invoice.
      return isInvoice && format(duplicate.location) == format(duplicate.original)
    case .sameReference, .escrowFunding, .coveredByTransactions, .samePosting, .sameContent,
      .coveredByInvoices:
      return false
    }
  }

  private func finding(
    _ key: String,
    _ duplicates: [Duplicate],
    _ counted: [SourceLocation: Int],
    _ context: CheckContext
  ) -> CheckFinding {
    let conflicts = duplicates.contains(where: \.conflicts)
    let isBooked = duplicates.contains { duplicate in
      duplicate.conflicts
        && (counted[duplicate.original].map {
          !FormatName.eInvoices.contains(context.invoice($0).format)
        }
          ?? false)
    }
    var amount: Int64 = 0
    var isComplete = true
    for duplicate in duplicates {
      let day = counted[duplicate.original].map { context.bills[$0].day } ?? context.asOf
      if let value = duplicate.amount, let currency = duplicate.currency,
        let money = context.converted(value, currency, on: day)
      {
        amount += money.minorUnits
      } else {
        isComplete = false
      }
    }
    let severity: Severity =
      conflicts && isBooked ? max(.moderate, context.scale.severity(amount, limit: .high)) : .low
    let money: Money? = isComplete ? context.money(amount) : nil
    let what = conflicts ? "one number, two contents" : page.fails
    let place = duplicates[0]
    return finding(
      key,
      severity,
      subject: "invoice:\(key)",
      title: "\(key): \(what)",
      amount: money,
      condition: "\(Phrase.count(duplicates.count, "record", "records")) of \(key) came again"
        + (conflicts ? " with another amount" : "")
        + ": \(place.location.source):\(place.location.line) repeats "
        + "\(place.original.source):\(place.original.line).",
      cause: conflicts
        ? "A correction under the old number, or an error of entry." : "Sent or saved twice.",
      consequence: "It is counted once here"
        + (money.map { "; \($0.grouped) if it was paid as often as it came." } ?? "."),
      action: "Check that it was paid once"
        + (conflicts ? " and which amount is right" : "")
        + "; owner: accounts payable, \(context.due(severity)).",
      evidence: duplicates.prefix(3).flatMap { duplicate in
        [
          Finding.Evidence(location: duplicate.original, text: "counted"),
          Finding.Evidence(
            location: duplicate.location,
            text: "repeats it"
              + (duplicate.amount.map { ", \($0) \(duplicate.currency?.code ?? "")" } ?? "")
          ),
        ]
      }
    )
  }
}
