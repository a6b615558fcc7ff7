/// Everything that ingestion hands on where lines were added up.
public struct FoldedDataset: Sendable {
  /// The records used, by identity and week.
  public let work: FoldedWork
  /// The number of postings used.
  public let postings: Int
  /// The records not used because they could not be read.
  public let rejects: [Reject]
  /// The records not used because another says the same; of large inputs the conflicts and the
  /// first thousand.
  public let duplicates: [Duplicate]
  /// What became of each input.
  public let inputs: [InputSummary]
  /// The proof that nothing was lost.
  public let reconciliation: Reconciliation
  /// What the user should know about the inputs.
  public let diagnostics: [Diagnostic]

  /// Creates a dataset.
  public init(
    work: FoldedWork,
    postings: Int,
    rejects: [Reject],
    duplicates: [Duplicate],
    inputs: [InputSummary],
    reconciliation: Reconciliation,
    diagnostics: [Diagnostic]
  ) {
    self.work = work
    self.postings = postings
    self.rejects = rejects
    self.duplicates = duplicates
    self.inputs = inputs
    self.reconciliation = reconciliation
    self.diagnostics = diagnostics
  }
}
