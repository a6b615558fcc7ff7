import Analysis
import ArgumentParser
import Foundation
import Ingestion
import Model

/// Proposes a first configuration from the data.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a first audit.yml proposed from the data."
  )

  @Argument(help: "The directory of exports; audit.yml is written into it, never over another.")
  var directory: String
  @OptionGroup(title: "CSV inputs")
  var csv: CSVArguments

  func run() throws {
    let base = directory.hasSuffix("/") ? String(directory.dropLast()) : directory
    let target = "\(base)/audit.yml"
    guard !FileManager.default.fileExists(atPath: target) else {
      Console.report(
        Diagnostic(
          .error,
          code: "exists",
          "there is a configuration already",
          remedy: "edit that one",
          at: SourceLocation(source: target, line: 1)
        )
      )
      throw ExitStatus.wrongUse
    }
    let inputs = try Inputs.read(
      InputPaths([directory]),
      besides: [],
      options: IngestionOptions(csv: csv.options)
    )
    AuditCommand.report(inputs)
    guard let text = ConfigurationProposal.text(inputs.dataset) else {
      Console.report(
        Diagnostic(
          .error,
          code: "no-work",
          "no input holds work",
          remedy: "see 'tacit formats'"
        )
      )
      throw ExitStatus.unreadableInput
    }
    guard FileManager.default.createFile(atPath: target, contents: Data(text.utf8)) else {
      Console.report(Diagnostic(.error, code: "output", "\(target) cannot be written"))
      throw ExitStatus.unwritableOutput
    }
    Console.output("\(target): confirm departments, families and documents, then run tacit audit")
  }
}
