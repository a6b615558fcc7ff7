import Analysis
import ArgumentParser
import Ingestion
import Model
import Reporting

/// Judges postings by their text alone.
struct ClassifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Judge postings as specific task or seat in a team, one JSON object a posting."
  )

  @Argument(help: "Files of postings, directories (walked) or - for standard input.")
  var paths: [String]
  @Option(help: "A model file of 'tacit train'; else the built-in model.")
  var model: String?
  @OptionGroup(title: "CSV inputs")
  var csv: CSVArguments

  func run() throws {
    var judge = PostingJudge(try ModelFile.load(model))
    let inputs = try Inputs.read(
      InputPaths(paths),
      besides: [],
      options: IngestionOptions(csv: csv.options)
    )
    AuditCommand.report(inputs)
    guard !inputs.dataset.postings.isEmpty else {
      Console.report(
        Diagnostic(
          .error,
          code: "no-postings",
          "no input holds a posting",
          remedy: "see 'tacit formats'"
        )
      )
      throw ExitStatus.unreadableInput
    }
    for posting in inputs.dataset.postings {
      Console.output(ClassificationJSON.line(posting, judge.judge(posting)))
    }
  }
}
