internal import Model

/// Counts what became of every record, per input and in all.
struct Tally {
  private(set) var inputs: [InputSummary] = []
  private(set) var reconciliation = Reconciliation()
  private var accepted: [String: Int] = [:]
  private var duplicated: [String: Int] = [:]

  /// Counts the records that stayed and those that were set aside.
  ///
  /// Inputs that were added up bring the number of their duplicates along, as not all are listed.
  init(
    lines: [InvoiceLine],
    postings: [Posting],
    rejects: [Reject],
    duplicates: [Duplicate],
    folded: [String: FoldedInput] = [:]
  ) {
    for (source, input) in folded {
      duplicated[source] = input.duplicates
      reconciliation.amountDuplicate.add(input.duplicateAmount)
    }
    // Lines of one input mostly stand together.
    var start = lines.startIndex
    while start < lines.endIndex {
      let source = lines[start].location.source
      let end = lines[start...].firstIndex { $0.location.source != source } ?? lines.endIndex
      use(lines[start..<end], of: source)
      start = end
    }
    for posting in postings {
      accepted[posting.location.source, default: 0] += 1
    }
    for duplicate in duplicates where folded[duplicate.location.source] == nil {
      duplicated[duplicate.location.source, default: 0] += 1
      if let amount = duplicate.amount, let currency = duplicate.currency {
        reconciliation.amountDuplicate.add(amount, currency)
      }
    }
    for reject in rejects {
      if let amount = reject.amount, let currency = reject.currency {
        reconciliation.amountRejected.add(amount, currency)
      } else {
        reconciliation.rejectedWithoutAmount += 1
      }
    }
  }

  /// Adds one input: what was read from it on the one side, what became of it on the other.
  mutating func add(_ outcome: InputReader.Outcome) {
    let reading = outcome.reading
    var summary = InputSummary(
      path: reading.source,
      sha256: outcome.sha256,
      format: reading.format,
      bytes: outcome.bytes
    )
    summary.refusal = reading.refusal?.message
    (summary.records, summary.amount) =
      outcome.folded.map { ($0.records, $0.amount) } ?? read(reading)
    summary.accepted = accepted[reading.source] ?? 0
    summary.duplicates = duplicated[reading.source] ?? 0
    summary.rejected = reading.rejects.count
    reconciliation.records += summary.records
    reconciliation.accepted += summary.accepted
    reconciliation.rejected += summary.rejected
    reconciliation.duplicates += summary.duplicates
    reconciliation.amountIn.add(summary.amount)
    inputs.append(summary)
  }

  /// Counts the groups of an added-up input as used.
  mutating func use(_ input: FoldedInput, of source: String) {
    var records = 0
    let categories = input.work.categories
    var amounts = [CurrencyTotals](repeating: CurrencyTotals(), count: categories.count)
    // There are many groups and few categories: totals get sums, not every amount.
    var sums = [ExactDecimal](repeating: .zero, count: categories.count)
    for group in input.work.groups {
      records += group.records
      let category = Int(group.category)
      if let sum = sums[category].adding(group.amount) {
        sums[category] = sum
      } else {
        amounts[category].add(group.amount, categories[category].currency)
      }
    }
    for (category, sum) in sums.enumerated() {
      amounts[category].add(sum, categories[category].currency)
    }
    accepted[source, default: 0] += records
    for (category, amount) in zip(input.work.categories, amounts) {
      reconciliation.amountUsed.add(amount)
      reconciliation.usedByKind[category.kind, default: CurrencyTotals()].add(amount)
    }
  }

  private mutating func use(_ lines: ArraySlice<InvoiceLine>, of source: String) {
    accepted[source, default: 0] += lines.reduce(0) { $0 + $1.records }
    var start = lines.startIndex
    while start < lines.endIndex {
      let kind = lines[start].kind
      let end = lines[start...].firstIndex { $0.kind != kind } ?? lines.endIndex
      var amounts = CurrencyTotals()
      for line in lines[start..<end] { amounts.add(line.amount, line.currency) }
      reconciliation.amountUsed.add(amounts)
      reconciliation.usedByKind[kind, default: CurrencyTotals()].add(amounts)
      start = end
    }
  }

  /// The records of a reading and the amounts of those whose amount could be read.
  private func read(_ reading: InputReading) -> (Int, CurrencyTotals) {
    var amount = CurrencyTotals()
    for case .line(let line) in reading.records { amount.add(line.amount, line.currency) }
    for duplicate in reading.duplicates {
      if let value = duplicate.amount, let currency = duplicate.currency {
        amount.add(value, currency)
      }
    }
    for reject in reading.rejects {
      if let value = reject.amount, let currency = reject.currency { amount.add(value, currency) }
    }
    return (
      reading.records.count + reading.rejects.count + reading.duplicates.count, amount
    )
  }
}
