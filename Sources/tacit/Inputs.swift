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
  }

  /// What was read and added up.
  struct FoldedResult {
    let dataset: FoldedDataset
    let hasRefusals: Bool
  }

  /// Reads every path but those that are something else, such as the configuration.
  static func read(
    _ paths: InputPaths,
    besides excluded: Set<String>,
    options: IngestionOptions
  ) throws -> Result {
    let (outcomes, unrecognised) = try outcomes(paths, besides: excluded, options, folder: nil)
    return Result(
      dataset: Ledger.assemble(outcomes),
      unrecognised: unrecognised,
      hasRefusals: outcomes.contains { $0.reading.refusal != nil }
    )
  }

  /// Reads every path but those that are something else, and adds the records up.
  static func fold(
    _ paths: InputPaths,
    besides excluded: Set<String>,
    options: IngestionOptions,
    threads: Int?
  ) throws -> FoldedResult {
    let folder = InputFolder(
      expectedBytes: paths.totalBytes,
      hashes: false,
      workers: threads
    )
    let (outcomes, _) = try outcomes(paths, besides: excluded, options, folder: folder)
    let hasRefusals = outcomes.contains { $0.reading.refusal != nil }
    return FoldedResult(dataset: Ledger.fold(outcomes), hasRefusals: hasRefusals)
  }

  private static func outcomes(
    _ paths: InputPaths,
    besides excluded: Set<String>,
    _ options: IngestionOptions,
    folder: InputFolder?
  ) throws -> (outcomes: [InputReader.Outcome], unrecognised: [String]) {
    var progress = Progress()
    var outcomes: [InputReader.Outcome] = []
    var unrecognised: [String] = []
    for (number, input) in paths.inputs.enumerated()
    where !excluded.contains(input.name) && !Mappings.isMapping(input) {
      progress.show("reading \(number + 1) of \(paths.inputs.count): \(input.name)")
      let outcome = try read(input, options: options, folder: folder)
      let code = outcome.reading.refusal?.code
      if code == InputReader.unrecognised, !input.isNamed {
        unrecognised.append(input.name)
      } else {
        outcomes.append(outcome)
      }
    }
    progress.clear()
    return (outcomes, unrecognised)
  }

  /// Reads one input by itself.
  static func read(
    _ input: InputPaths.Input,
    options: IngestionOptions,
    folder: InputFolder? = nil
  ) throws -> InputReader.Outcome {
    let name = input.name == "-" ? "<stdin>" : input.name
    let options = try Mappings.options(options, besides: input.name)
    do throws(SourceError) {
      let source = input.name == "-" ? try FileSource() : try FileSource(path: input.name)
      return try InputReader.read(source, named: name, options: options, folder: folder)
    } catch {
      Console.report(
        Diagnostic(
          .error,
          code: "unreadable",
          "cannot be read: \(error.message)",
          remedy: "check the path and its permissions",
          at: SourceLocation(source: name, line: 1)
        )
      )
      throw ExitStatus.unreadableInput
    }
  }
}
