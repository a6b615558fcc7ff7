internal import Model

/// Counts what became of every record, per input and in all.
struct Tally {
  private(set) var inputs: [InputSummary] = []
  private(set) var reconciliation = Reconciliation()
  private var accepted: [String: (count: Int, amounts: CurrencyTotals)] = [:]
  private var duplicated: [String: (count: Int, amounts: CurrencyTotals)] = [:]

  /// Counts the records that stayed and those that were set aside.
  init(
    lines: [InvoiceLine],
    postings: [Posting],
    rejects: [Reject],
    duplicates: [Duplicate]
  ) {
    for line in lines {
      accepted[line.location.source, default: (0, CurrencyTotals())].count += 1
      accepted[line.location.source]?.amounts.add(line.amount, line.currency)
      reconciliation.amountUsed.add(line.amount, line.currency)
      reconciliation.usedByKind[line.kind, default: CurrencyTotals()].add(
        line.amount,
        line.currency
      )
    }
    for posting in postings {
      accepted[posting.location.source, default: (0, CurrencyTotals())].count += 1
    }
    for duplicate in duplicates {
      duplicated[duplicate.location.source, default: (0, CurrencyTotals())].count += 1
      if let amount = duplicate.amount, let currency = duplicate.currency {
        duplicated[duplicate.location.source]?.amounts.add(amount, currency)
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
    summary.records = reading.records.count + reading.rejects.count + reading.duplicates.count
    for record in reading.records {
      if case .line(let line) = record { summary.amount.add(line.amount, line.currency) }
    }
    for duplicate in reading.duplicates {
      if let amount = duplicate.amount, let currency = duplicate.currency {
        summary.amount.add(amount, currency)
      }
    }
    for reject in reading.rejects {
      if let amount = reject.amount, let currency = reject.currency {
        summary.amount.add(amount, currency)
      }
    }
    summary.accepted = accepted[reading.source]?.count ?? 0
    summary.duplicates = duplicated[reading.source]?.count ?? 0
    summary.rejected = reading.rejects.count
    reconciliation.records += summary.records
    reconciliation.accepted += summary.accepted
    reconciliation.rejected += summary.rejected
    reconciliation.duplicates += summary.duplicates
    reconciliation.amountIn.add(summary.amount)
    inputs.append(summary)
  }
}
