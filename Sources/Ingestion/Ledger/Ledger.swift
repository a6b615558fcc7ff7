public import Model

/// Puts the readings of all inputs together: finds what is said twice, and proves that nothing
/// was lost.
public enum Ledger {
  /// Assembles the dataset; the result does not depend on the order of the inputs.
  public static func assemble(_ outcomes: [InputReader.Outcome]) -> Dataset {
    assemble(outcomes, threads: 1) { _ in }.0
  }

  /// Assembles the dataset and, at the same time where there are threads, whatever else is made of
  /// the lines that count.
  private static func assemble<Other: Sendable>(
    _ outcomes: [InputReader.Outcome],
    threads: Int?,
    beside makeOther: @escaping @Sendable ([InvoiceLine]) -> Other
  ) -> (Dataset, Other) {
    let sorted = outcomes.sorted { $0.reading.source < $1.reading.source }
    let (fresh, copies) = separateCopies(sorted)
    var lines: [InvoiceLine] = []
    lines.reserveCapacity(fresh.reduce(0) { $0 + $1.reading.records.count })
    var postings: [Posting] = []
    for outcome in fresh {
      for record in outcome.reading.records {
        switch record {
        case .line(let line): lines.append(line)
        case .posting(let posting): postings.append(posting)
        }
      }
    }
    for outcome in fresh where outcome.folded != nil { lines += outcome.folded?.work.lines ?? [] }
    var duplicates = fresh.flatMap(\.reading.duplicates)
    for (copy, original) in copies {
      duplicates += copy.reading.records.map { duplicate($0, of: original) }
      duplicates += copy.reading.duplicates
    }
    let formats = lines.formats
    duplicates += DuplicateDocuments.remove(from: &lines, formats: formats)
    duplicates += DuplicateLines.remove(from: &lines, formats: formats)
    duplicates += DuplicateRows.remove(from: &lines)
    duplicates += DuplicatePostings.remove(from: &postings)
    let overlap = ReportOverlap.resolve(&lines, formats: formats)
    let timesheets = TimesheetOverlap.resolve(&lines, formats: formats)
    duplicates += overlap.duplicates + timesheets.duplicates
    duplicates.sort()
    lines.sort { $0.location < $1.location }
    postings.sort { $0.location < $1.location }
    let found = Found(
      inputs: sorted,
      fresh: fresh,
      lines: lines,
      postings: postings,
      duplicates: duplicates,
      diagnostics: overlap.diagnostics + timesheets.diagnostics + conflicts(duplicates)
    )
    return SideBySide.run(
      threads: threads,
      { dataset(found) },
      { makeOther(found.lines) }
    )
  }

  /// What is left when everything that is said twice has been found.
  private struct Found: Sendable {
    /// All inputs, and those that are no copy of another.
    let inputs: [InputReader.Outcome]
    let fresh: [InputReader.Outcome]
    let lines: [InvoiceLine]
    let postings: [Posting]
    let duplicates: [Duplicate]
    /// What finding it showed.
    let diagnostics: [Diagnostic]
  }

  private static func dataset(_ found: Found) -> Dataset {
    let rejects = found.inputs.flatMap(\.reading.rejects)
    var tally = Tally(
      lines: found.lines,
      postings: found.postings,
      rejects: rejects,
      duplicates: found.duplicates,
      folded: folded(found.inputs)
    )
    for outcome in found.inputs { tally.add(outcome) }
    return Dataset(
      lines: found.lines,
      postings: found.postings,
      rejects: rejects,
      duplicates: found.duplicates,
      inputs: tally.inputs,
      reconciliation: tally.reconciliation,
      diagnostics: found.inputs.flatMap {
        $0.reading.diagnostics + ($0.reading.refusal.map { [$0] } ?? [])
      } + found.diagnostics,
      arithmetic: ArithmeticChecks(found.fresh.map(\.reading.arithmetic))
    )
  }

  /// Adds everything up by identity and week, with as many threads as there is use for unless a
  /// number is given.
  public static func fold(
    _ outcomes: [InputReader.Outcome],
    threads: Int? = nil
  ) -> FoldedDataset {
    let hasLines = outcomes.contains { outcome in
      outcome.reading.records.contains { if case .line = $0 { true } else { false } }
    }
    return hasLines ? foldLines(outcomes, threads) : foldGroups(outcomes)
  }

  /// Where other inputs tell the same work, groups are compared with their lines first.
  private static func foldLines(
    _ outcomes: [InputReader.Outcome],
    _ threads: Int?
  ) -> FoldedDataset {
    let sources = Set(outcomes.filter { $0.folded != nil }.map(\.reading.source))
    let (dataset, work) = assemble(outcomes, threads: threads) { lines in
      var builder = FoldedWorkBuilder()
      for line in lines {
        let isGroup = !sources.isEmpty && sources.contains(line.location.source)
        builder.add(line, type: isGroup ? line.description ?? "" : "")
      }
      return builder.work
    }
    return FoldedDataset(
      work: work,
      postings: dataset.postings.count,
      rejects: dataset.rejects,
      duplicates: dataset.duplicates,
      inputs: dataset.inputs,
      reconciliation: dataset.reconciliation,
      diagnostics: dataset.diagnostics
    )
  }

  /// Inputs that were not kept line by line stay so.
  private static func foldGroups(_ outcomes: [InputReader.Outcome]) -> FoldedDataset {
    let folded = outcomes.filter { $0.folded != nil }
    let dataset = assemble(outcomes.filter { $0.folded == nil })
    var builder = FoldedWorkBuilder()
    for line in dataset.lines { builder.add(line, type: "") }
    var tally = Tally(
      lines: [],
      postings: [],
      rejects: folded.flatMap(\.reading.rejects),
      duplicates: [],
      folded: Self.folded(folded)
    )
    var work = builder.work
    for outcome in folded.sorted(by: { $0.reading.source < $1.reading.source }) {
      guard let input = outcome.folded else { continue }
      tally.use(input, of: outcome.reading.source)
      tally.add(outcome)
      if work.groups.isEmpty { work = input.work } else { work.append(input.work) }
    }
    return FoldedDataset(
      work: work,
      postings: dataset.postings.count,
      rejects: dataset.rejects + folded.flatMap(\.reading.rejects),
      duplicates: dataset.duplicates + folded.flatMap(\.reading.duplicates),
      inputs: dataset.inputs + tally.inputs,
      reconciliation: dataset.reconciliation.adding(tally.reconciliation),
      diagnostics: dataset.diagnostics
        + folded.flatMap { $0.reading.diagnostics + ($0.reading.refusal.map { [$0] } ?? []) }
        + conflicts(folded.flatMap(\.reading.duplicates))
    )
  }

  private static func folded(_ outcomes: [InputReader.Outcome]) -> [String: FoldedInput] {
    var inputs: [String: FoldedInput] = [:]
    for outcome in outcomes { inputs[outcome.reading.source] = outcome.folded }
    return inputs
  }

  /// A warning for every record that says something else than the one which counts instead; a
  /// document is named once, by its first line.
  private static func conflicts(_ duplicates: [Duplicate]) -> [Diagnostic] {
    var named: Set<[String]> = []
    return duplicates.filter { duplicate in
      guard duplicate.conflicts, duplicate.reason != .coveredByTransactions else { return false }
      guard duplicate.reason == .sameDocument else { return true }
      let original = duplicate.original
      return named.insert([duplicate.location.source, original.source, "\(original.line)"]).inserted
    }
    .map(conflict)
  }

  private static func conflict(_ duplicate: Duplicate) -> Diagnostic {
    let original = "\(duplicate.original.source):\(duplicate.original.line)"
    let amount = [duplicate.amount?.description, duplicate.currency?.code].compactMap { $0 }
      .joined(separator: " ")
    let what =
      switch duplicate.reason {
      case .sameDocument:
        "belongs to the document that \(original) tells with another total or currency"
      case .sameReference:
        "says \(amount) where \(original) has another amount for the same reference"
      default: "says \(amount) where \(original) has another amount for the same document"
      }
    return Diagnostic(
      .warning,
      code: "conflicting-duplicate",
      what + "; that one is counted",
      remedy: "find out which of the two is right",
      at: duplicate.location
    )
  }

  /// Tells inputs with equal bytes from the rest; the first by path counts.
  private static func separateCopies(
    _ outcomes: [InputReader.Outcome]
  ) -> (fresh: [InputReader.Outcome], copies: [(InputReader.Outcome, InputReader.Outcome)]) {
    var seen: [String: Int] = [:]
    var fresh: [InputReader.Outcome] = []
    var copies: [(InputReader.Outcome, InputReader.Outcome)] = []
    for outcome in outcomes {
      // What an added-up input repeats was already found row by row.
      if outcome.folded == nil, !outcome.sha256.isEmpty, let original = seen[outcome.sha256] {
        copies.append((outcome, fresh[original]))
      } else {
        seen[outcome.sha256] = fresh.count
        fresh.append(outcome)
      }
    }
    return (fresh, copies)
  }

  private static func duplicate(_ record: Record, of original: InputReader.Outcome) -> Duplicate {
    let location = SourceLocation(source: original.reading.source, line: record.location.line)
    switch record {
    case .line(let line):
      return Duplicate(
        location: line.location,
        original: location,
        reason: .sameInput,
        amount: line.amount,
        currency: line.currency
      )
    case .posting(let posting):
      return Duplicate(location: posting.location, original: location, reason: .sameInput)
    }
  }
}
