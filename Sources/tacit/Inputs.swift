import Foundation
import Ingestion
import Model

/// Reads all inputs of a run and puts them together.
enum Inputs {
  /// What was read.
  struct Result {
    /// The records of all inputs.
    let dataset: Dataset
    /// Inputs that no format recognised, which may not be meant for Tacit.
    let unrecognised: [String]
    /// Whether an input that was meant could not be used as a whole.
    let hasRefusals: Bool
    /// Whether the user named such an input.
    let hasNamedRefusals: Bool
  }

  /// What was read and added up.
  struct FoldedResult {
    /// The records of all inputs, added up.
    let dataset: FoldedDataset
    /// Inputs that no format recognised, which may not be meant for Tacit.
    let unrecognised: [String]
    /// Whether an input that was meant could not be used as a whole.
    let hasRefusals: Bool
    /// Whether the user named such an input.
    let hasNamedRefusals: Bool

    /// Says what became of all records, and ends the run where that is a failure.
    func settle(strict: Bool) throws {
      let sum = dataset.reconciliation
      IngestCommand.reconcile(
        sum,
        hasRefusals: hasRefusals,
        hasUnrecognised: !unrecognised.isEmpty
      )
      if sum.accepted == 0 || !sum.holds || hasNamedRefusals || strict && hasFaults {
        throw ExitStatus.unreadableInput
      }
    }

    /// The result if a state of it may be published; else the run ends.
    func publishable(strict: Bool) throws -> Self {
      guard !dataset.reconciliation.holds || strict && hasFaults else { return self }
      report()
      try settle(strict: strict)
      return self
    }

    /// Says what the user should know about the inputs.
    func report() {
      AuditCommand.report(dataset.diagnostics, dataset.rejects, unrecognised)
    }

    private var hasFaults: Bool { dataset.rejects.contains { !$0.isSetAside } || hasRefusals }
  }

  /// Inputs of so many bytes in all are added up by the week rather than kept line by line: a line
  /// takes about ten times its bytes in memory.
  static let largestKept = 256 << 20

  /// Reads every path but those that are something else, such as the configuration.
  static func read(
    _ paths: InputPaths,
    besides excluded: Set<String>,
    options: IngestionOptions,
    threads: Int? = nil
  ) throws -> Result {
    let outcomes = try outcomes(
      paths,
      besides: excluded,
      options,
      folder: nil,
      threads: threads
    )
    return result(outcomes)
  }

  /// Reads every path as an audit needs it.
  ///
  /// That is line by line, or by the week where there is too much or the user wants it; what partial
  /// states keep is by the week in any case.
  static func readForAudit(
    _ paths: InputPaths,
    besides excluded: Set<String>,
    options: IngestionOptions,
    folds: Bool,
    threads: Int? = nil
  ) throws -> Result {
    let states = try States(among: paths)
    let total = paths.totalBytes(besides: states.names) + states.totalBytes
    guard total > largestKept || folds || !states.names.isEmpty else {
      return try read(paths, besides: excluded, options: options, threads: threads)
    }
    let folder = InputFolder(expectedBytes: total, hashes: true, workers: threads)
    let outcomes = try outcomes(
      paths,
      besides: excluded,
      options,
      folder: folder,
      states: states,
      threads: threads
    )
    try checkCurrency(outcomes, options.defaultCurrency)
    return result(outcomes)
  }

  /// Reads every path but those that are something else, and adds the records up; with `write` a
  /// partial state of the inputs is written.
  static func fold(
    _ paths: InputPaths,
    besides excluded: Set<String>,
    options: IngestionOptions,
    threads: Int?,
    states: States? = nil,
    stateTo write: (([UInt8]) throws -> Void)? = nil
  ) throws -> FoldedResult {
    let states = try states ?? States(among: paths)
    let writer = try write.map { try StateWriter($0) }
    let folder = InputFolder(
      expectedBytes: paths.totalBytes(besides: states.names) + states.totalBytes,
      hashes: writer != nil || !states.names.isEmpty,
      keepsRows: writer != nil,
      workers: threads
    )
    let outcomes = try outcomes(
      paths,
      besides: excluded,
      options,
      folder: folder,
      states: states,
      writer: writer,
      threads: threads
    )
    try writer?.end()
    Unfreed.keep(outcomes)
    let used = outcomes.filter { !isForeign($0) }.map(\.outcome)
    return FoldedResult(
      dataset: Ledger.fold(used, threads: threads),
      unrecognised: outcomes.filter(isForeign).compactMap(\.input?.name),
      hasRefusals: used.contains { $0.reading.refusal != nil },
      hasNamedRefusals: outcomes.contains(where: isNamedRefusal)
    )
  }

  /// Reads one input by itself.
  static func read(
    _ input: InputPaths.Input,
    options: IngestionOptions,
    folder: InputFolder? = nil
  ) throws -> InputReader.Outcome {
    let name = input.source
    let options = try Mappings.options(options, besides: input)
    do throws(SourceError) {
      let source = input.name == "-" ? try FileSource() : try FileSource(bytes: input.path)
      return try InputReader.read(source, named: name, options: options, folder: folder)
    } catch {
      Console.report(
        Diagnostic(
          .error,
          code: "unreadable",
          "cannot be read: \(error.message)",
          remedy: error.remedy,
          at: SourceLocation(source: name, line: 1)
        )
      )
      throw ExitStatus.unreadableInput
    }
  }

  /// An input that a state keeps is `nil`: whoever folded it was told already.
  private typealias Read = (input: InputPaths.Input?, outcome: InputReader.Outcome)

  /// Whether an input found in a directory may not be meant for Tacit.
  private static func isForeign(_ read: Read) -> Bool {
    read.outcome.reading.refusal?.code == InputReader.unrecognised && read.input?.isNamed == false
  }

  /// Whether the user named an input that could not be used.
  private static func isNamedRefusal(_ read: Read) -> Bool {
    read.outcome.reading.refusal != nil && read.input?.isNamed == true
  }

  /// Refuses what was folded with another currency for amounts that name none.
  private static func checkCurrency(_ outcomes: [Read], _ currency: Currency) throws {
    for read in outcomes where read.input == nil {
      guard let used = read.outcome.reading.fallbackCurrency, used != currency else { continue }
      Console.report(
        Diagnostic(
          .error,
          code: "state-currency",
          "was folded with \(used) for amounts that name no currency, where \(currency) is to be used",
          remedy: "fold it again with the --config of this audit",
          at: SourceLocation(source: read.outcome.reading.source, line: 1)
        )
      )
      throw ExitStatus.unreadableInput
    }
  }

  private static func result(_ outcomes: [Read]) -> Result {
    let used = outcomes.filter { !isForeign($0) }.map(\.outcome)
    return Result(
      dataset: Ledger.assemble(used),
      unrecognised: outcomes.filter(isForeign).compactMap(\.input?.name),
      hasRefusals: used.contains { $0.reading.refusal != nil },
      hasNamedRefusals: outcomes.contains(where: isNamedRefusal)
    )
  }

  /// Reads all inputs, several at a time where each is read by one thread, and returns them in
  /// order.
  private static func outcomes(
    _ paths: InputPaths,
    besides excluded: Set<String>,
    _ options: IngestionOptions,
    folder: InputFolder?,
    states: States? = nil,
    writer: StateWriter? = nil,
    threads: Int? = nil
  ) throws -> [Read] {
    for same in paths.sameFiles where !excluded.contains(same.name) {
      Console.report(
        Diagnostic(
          .warning,
          code: "same-file",
          "is the same file as \(same.original) and is read once",
          at: SourceLocation(source: same.name, line: 1)
        )
      )
    }
    for other in paths.leftOut {
      Console.report(
        Diagnostic(
          .warning,
          code: "left-out",
          "left out: \(other.reason)",
          at: SourceLocation(source: other.name, line: 1)
        )
      )
    }
    Mappings.warnOfOrphans(paths)
    let inputs = paths.inputs.filter {
      !excluded.contains($0.name) && !Mappings.isMapping($0)
        && states?.names.contains($0.name) != true
    }
    if let folder, states?.inputs.isEmpty == false || !inputs.allSatisfy(\.isMarkup) {
      // One input is read by all threads, and the next one knows what it said.
      let kept = (states?.inputs ?? [:]).filter { !excluded.contains($0.key) }
      let outcomes = try inOrder(inputs, options, folder, kept, writer)
      return outcomes.map { ($0.input, folder.setRepeatedAside($0.outcome)) }
    }
    let queue = InputQueue(inputs, showing: Progress())
    let workers = threads ?? ProcessInfo.processInfo.activeProcessorCount
    queue.run(workers: min(workers, inputs.count)) { try read($0, options: options) }
    let outcomes = zip(inputs, try queue.outcomes()).map { ($0 as InputPaths.Input?, $1) }
    for read in outcomes where !isForeign(read) { try writer?.add(read.1) }
    return outcomes
  }

  /// Reads inputs one after the other, those that states keep at their places among them.
  private static func inOrder(
    _ files: [InputPaths.Input],
    _ options: IngestionOptions,
    _ folder: InputFolder,
    _ kept: [String: States.Kept],
    _ writer: StateWriter?
  ) throws -> [Read] {
    let names = Set(files.map(\.source))
    let steps =
      files.map { ($0.source, $0 as InputPaths.Input?) }
      + kept.keys.filter { !names.contains($0) }.map { ($0, nil) }
    var outcomes: [Read] = []
    var same: [States.Kept] = []
    for (name, file) in steps.sorted(by: { StateIndex.precedes($0.0, $1.0) }) {
      guard let file else {
        guard let kept = kept[name] else { continue }
        let (section, input) = try kept.read()
        try writer?.add(kept.entry, section)
        let outcome = try StateFile.reported(kept.file.name) { try folder.read(input) }
        outcomes.append((nil, outcome))
        continue
      }
      let outcome = try read(file, options: options, folder: folder)
      if let twin = kept[name] {
        guard twin.entry.isReading(of: outcome) else {
          throw States.clash(name, in: twin.file, with: "the file system")
        }
        same.append(twin)
      }
      if !isForeign((file, outcome)) { try writer?.add(outcome) }
      outcomes.append((file, outcome.withoutRows))
    }
    States.warn(of: same)
    return outcomes
  }
}
