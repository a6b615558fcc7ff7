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

  /// Reads every path as an audit needs it: line by line, or by the week where there is too much.
  static func readForAudit(
    _ paths: InputPaths,
    besides excluded: Set<String>,
    options: IngestionOptions,
    threads: Int? = nil
  ) throws -> Result {
    let total = paths.totalBytes
    guard total > largestKept else {
      return try read(paths, besides: excluded, options: options, threads: threads)
    }
    let folder = InputFolder(expectedBytes: total, hashes: true, workers: threads)
    return result(
      try outcomes(paths, besides: excluded, options, folder: folder, threads: threads)
    )
  }

  /// Reads every path but those that are something else, and adds the records up.
  static func fold(
    _ paths: InputPaths,
    besides excluded: Set<String>,
    options: IngestionOptions,
    threads: Int?
  ) throws -> FoldedResult {
    let folder = InputFolder(expectedBytes: paths.totalBytes, hashes: false, workers: threads)
    let outcomes = try outcomes(
      paths,
      besides: excluded,
      options,
      folder: folder,
      threads: threads
    )
    Kept.toTheEnd(outcomes)
    let used = outcomes.filter { !isForeign($0) }.map(\.outcome)
    return FoldedResult(
      dataset: Ledger.fold(used, threads: threads),
      unrecognised: outcomes.filter(isForeign).map(\.input.name),
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
    let name = input.name == "-" ? "<stdin>" : input.name
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

  private typealias Read = (input: InputPaths.Input, outcome: InputReader.Outcome)

  /// Whether an input found in a directory may not be meant for Tacit.
  private static func isForeign(_ read: Read) -> Bool {
    read.outcome.reading.refusal?.code == InputReader.unrecognised && !read.input.isNamed
  }

  /// Whether the user named an input that could not be used.
  private static func isNamedRefusal(_ read: Read) -> Bool {
    read.outcome.reading.refusal != nil && read.input.isNamed
  }

  private static func result(_ outcomes: [Read]) -> Result {
    let used = outcomes.filter { !isForeign($0) }.map(\.outcome)
    return Result(
      dataset: Ledger.assemble(used),
      unrecognised: outcomes.filter(isForeign).map(\.input.name),
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
    }
    if let folder, !inputs.allSatisfy(\.isMarkup) {
      // One input is read by all threads, and the next one knows what it said.
      let outcomes = try inputs.map { ($0, try read($0, options: options, folder: folder)) }
      return outcomes.map { ($0.0, folder.setRepeatedAside($0.1)) }
    }
    let queue = InputQueue(inputs, showing: Progress())
    let workers = threads ?? ProcessInfo.processInfo.activeProcessorCount
    queue.run(workers: min(workers, inputs.count)) { try read($0, options: options) }
    return zip(inputs, try queue.outcomes()).map { ($0, $1) }
  }
}
