import ArgumentParser
import Foundation
import Ingestion
import Model
import Reporting

/// Puts partial states together.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put partial states of 'tacit fold --state' together.",
    discussion: """
      The merged state keeps every input of the states once, whatever their order and however the \
      inputs were partitioned; 'tacit audit' of it says what the audit of all inputs says. What \
      partitions have in common, such as exports of periods that overlap, is counted once.
      """
  )

  @Argument(help: "States, or directories of states (walked).")
  var states: [String]
  @Option(help: "Write the merged state to this file rather than to standard output.")
  var output: String?
  @Option(help: "Write rejected records to this CSV file.")
  var rejects: String?
  @OptionGroup var threads: ThreadArguments
  @Flag(help: "Exit with 3 when any record is rejected.")
  var strict = false

  func run() throws {
    let templates = try rejects.map { _ in try TemplateFiles.load(nil) }
    let paths = InputPaths(states)
    try OutputFile.check(rejects, isNone: paths)
    try OutputFile.check(output, isNone: paths)
    let states = try States(among: paths)
    for other in paths.inputs where !states.names.contains(other.name) {
      // Says why it is none.
      _ = try StateFile(other)
    }
    let inputs = try write { write in
      try Inputs.fold(
        paths,
        besides: [],
        options: IngestionOptions(),
        threads: threads.count,
        states: states,
        stateTo: write
      )
      .publishable(strict: strict)
    }
    inputs.report()
    if let rejects, let templates {
      let bytes = try RejectsFile.bytes(inputs.dataset.rejects, templates: templates)
      try OutputFile.write(rejects) { try $0(bytes) }
    }
    try inputs.settle(strict: strict)
  }

  private func write(
    _ body: (@escaping ([UInt8]) throws -> Void) throws -> Inputs.FoldedResult
  ) throws -> Inputs.FoldedResult {
    if let output { return try OutputFile.replace(output, body) }
    guard isatty(STDOUT_FILENO) == 0 else {
      throw ValidationError("a state is not for a terminal: say --output, or send it to a file")
    }
    return try body { Console.output(bytes: $0) }
  }
}
