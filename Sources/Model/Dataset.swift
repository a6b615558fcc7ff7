/// Everything that ingestion hands to analysis.
public struct Dataset: Sendable {
  /// The lines used, in the order of their locations.
  public let lines: [InvoiceLine]
  /// The postings used, in the order of their locations.
  public let postings: [Posting]
  /// The records not used because they could not be read.
  public let rejects: [Reject]
  /// The records not used because another says the same.
  public let duplicates: [Duplicate]
  /// What became of each input, in the order of the paths.
  public let inputs: [InputSummary]
  /// The proof that nothing was lost.
  public let reconciliation: Reconciliation
  /// What the user should know about the inputs.
  public let diagnostics: [Diagnostic]
  /// What the arithmetic of the invoices shows.
  public let arithmetic: ArithmeticChecks

  /// Creates a dataset.
  public init(
    lines: [InvoiceLine],
    postings: [Posting],
    rejects: [Reject],
    duplicates: [Duplicate],
    inputs: [InputSummary],
    reconciliation: Reconciliation,
    diagnostics: [Diagnostic],
    arithmetic: ArithmeticChecks = ArithmeticChecks()
  ) {
    self.lines = lines
    self.postings = postings
    self.rejects = rejects
    self.duplicates = duplicates
    self.inputs = inputs
    self.reconciliation = reconciliation
    self.diagnostics = diagnostics
    self.arithmetic = arithmetic
  }
}
