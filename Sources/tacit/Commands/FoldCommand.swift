import ArgumentParser
import Ingestion
import Model
import Reporting

/// Adds large exports up by whose work it is and by week.
struct FoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fold",
    abstract: "Add work up by person, contract and week, as CSV.",
    discussion: """
      Reads everything that 'tacit ingest' reads, with its checks and duplicates, and adds the lines \
      up. Upwork transaction histories are added up while they are read, on all processors and in \
      memory that does not grow with the number of rows but by what finds repeated references.
      """
  )

  @Argument(help: "Files, directories (walked) or - for standard input.")
  var paths: [String]
  @Option(help: "Write the groups to this file rather than to standard output.")
  var output: String?
  @Option(help: "Write rejected records to this CSV file.")
  var rejects: String?
  @Option(help: "The configuration, for its currency; else audit.yml in a directory of inputs.")
  var config: String?
  @OptionGroup var threads: ThreadArguments
  @Flag(help: "Exit with 3 when any record is rejected.")
  var strict = false
  @OptionGroup(title: "CSV inputs")
  var csv: CSVArguments

  func run() throws {
    // Only rejects are written by a template, and parsing them takes longer than a small history.
    let templates = try rejects.map { _ in try TemplateFiles.load(nil) }
    let paths = InputPaths(paths)
    try OutputFile.check(rejects, isNone: paths)
    try OutputFile.check(output, isNone: paths)
    let settings = try InputSettings(path: config, directories: paths.directories)
    let inputs = try Inputs.fold(
      paths,
      besides: settings.files,
      options: settings.options(csv),
      threads: threads.count
    )
    Kept.toTheEnd(inputs)
    let dataset = inputs.dataset
    AuditCommand.report(dataset.diagnostics, dataset.rejects, inputs.unrecognised)
    let table = FoldedWorkCSV(dataset.work)
    let portions = Portions(table.portions, isAhead: threads.count != 1) { table.portion($0) }
    if let output {
      try OutputFile.write(output) { write in try portions.write(to: write) }
    } else {
      try portions.write { Console.output(bytes: $0) }
    }
    if let rejects, let templates {
      let bytes = try RejectsFile.bytes(dataset.rejects, templates: templates)
      try OutputFile.write(rejects) { try $0(bytes) }
    }
    IngestCommand.reconcile(
      dataset.reconciliation,
      hasRefusals: inputs.hasRefusals,
      hasUnrecognised: !inputs.unrecognised.isEmpty
    )
    let sum = dataset.reconciliation
    if sum.accepted == 0 || !sum.holds || inputs.hasNamedRefusals
      || (strict && (dataset.rejects.contains { !$0.isSetAside } || inputs.hasRefusals))
    {
      throw ExitStatus.unreadableInput
    }
  }
}
