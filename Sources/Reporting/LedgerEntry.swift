public import Model

/// One record as it stands in `ledger.csv`: what it says, and what became of it.
public struct LedgerEntry: Sendable, Hashable {
  /// What became of a record.
  public enum Outcome: String, Sendable, Hashable {
    /// It counts.
    case used
    /// It could not be used.
    case rejected
    /// Another record says the same.
    case duplicate
  }

  /// Where it stands.
  public var location: SourceLocation
  /// What became of it.
  public var outcome: Outcome
  /// The kind of line, `posting`, or empty for a record that could not be read.
  public var kind = ""
  /// The document.
  public var document = ""
  /// The day that the work is dated by, or the document's.
  public var date = ""
  /// The person's identifier in the input.
  public var freelancerID = ""
  /// The person's name in the input.
  public var freelancer = ""
  /// The contract or posting.
  public var contract = ""
  /// The description or title.
  public var text = ""
  /// The quantity as written.
  public var quantity = ""
  /// Its unit.
  public var unit = ""
  /// The amount; positive is cost.
  public var amount = ""
  /// Its currency.
  public var currency = ""
  /// Why it does not count: the code of a reject, or the record that a duplicate repeats.
  public var note = ""

  /// Creates an entry that says nothing yet.
  public init(_ location: SourceLocation, _ outcome: Outcome) {
    self.location = location
    self.outcome = outcome
  }

  /// Every record of a dataset, by place.
  public static func all(_ dataset: Dataset) -> [LedgerEntry] {
    let entries =
      dataset.lines.map(entry) + dataset.postings.map(entry) + dataset.rejects.map(entry)
      + dataset.duplicates.map(entry)
    return entries.enumerated().sorted {
      ($0.element.location, $0.offset) < ($1.element.location, $1.offset)
    }.map(\.element)
  }

  private static func entry(_ line: InvoiceLine) -> LedgerEntry {
    var entry = LedgerEntry(line.location, .used)
    entry.kind = line.kind.rawValue
    entry.document = line.document ?? ""
    entry.date = (line.periodEnd ?? line.date)?.description ?? ""
    entry.freelancerID = line.freelancerID ?? ""
    entry.freelancer = line.freelancer ?? ""
    entry.contract = line.contract ?? ""
    entry.text = line.description ?? line.contractTitle ?? ""
    entry.quantity = line.quantity?.description ?? ""
    entry.unit = line.unit ?? ""
    entry.amount = line.amount.description
    entry.currency = line.currency.code
    return entry
  }

  private static func entry(_ posting: Posting) -> LedgerEntry {
    var entry = LedgerEntry(posting.location, .used)
    entry.kind = "posting"
    entry.date = posting.date?.description ?? ""
    entry.contract = posting.id ?? ""
    entry.text = posting.title
    return entry
  }

  private static func entry(_ reject: Reject) -> LedgerEntry {
    var entry = LedgerEntry(reject.location, .rejected)
    entry.amount = reject.amount?.description ?? ""
    entry.currency = reject.currency?.code ?? ""
    entry.note = reject.code
    return entry
  }

  private static func entry(_ duplicate: Duplicate) -> LedgerEntry {
    var entry = LedgerEntry(duplicate.location, .duplicate)
    entry.amount = duplicate.amount?.description ?? ""
    entry.currency = duplicate.currency?.code ?? ""
    entry.note = "\(duplicate.reason.rawValue): \(Format.place(duplicate.original))"
    return entry
  }
}
