import ArgumentParser
import Ingestion
import Model
import Reporting

/// Adds large exports up by whose work it is and by week.
struct FoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fold",
    abstract: "Add work up by person, contract and week, as CSV, or write a partial state.",
    discussion: """
      Reads everything that 'tacit ingest' reads, with its checks and duplicates, and adds the lines \
      up. Upwork transaction histories are added up while they are read, on all processors and in \
      memory that does not grow with the number of rows but by what finds repeated references.

      With --state it writes what 'tacit audit' needs of these inputs instead: fold each partition by \
      itself, put the states together with 'tacit merge', audit the merged state.
      """
  )

  @Argument(help: "Files, directories (walked) or - for standard input.")
  var paths: [String]
  @Option(help: "Write the groups to this file rather than to standard output.")
  var output: String?
  @Option(help: "Write a partial state to this file, and groups only with --output.")
  var state: String?
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
    try OutputFile.check(state, isNone: paths)
    let inputs = try read(paths)
    Unfreed.keep(inputs)
    let dataset = inputs.dataset
    inputs.report()
    if output != nil || state == nil { try writeGroups(dataset.work) }
    if let rejects, let templates {
      let bytes = try RejectsFile.bytes(dataset.rejects, templates: templates)
      try OutputFile.write(rejects) { try $0(bytes) }
    }
    try inputs.settle(strict: strict)
  }

  private func read(_ paths: InputPaths) throws -> Inputs.FoldedResult {
    let settings = try InputSettings(path: config, directories: paths.directories)
    func fold(to write: (([UInt8]) throws -> Void)? = nil) throws -> Inputs.FoldedResult {
      try Inputs.fold(
        paths,
        besides: settings.files,
        options: settings.options(csv),
        threads: threads.count,
        stateTo: write
      )
    }
    guard let state else { return try fold() }
    return try OutputFile.replace(state) { write in
      try fold(to: write).publishable(strict: strict)
    }
  }

  private func writeGroups(_ work: FoldedWork) throws {
    let table = FoldedWorkCSV(work)
    let portions = Portions(table.portions, isAhead: threads.count != 1) { table.portion($0) }
    if let output {
      try OutputFile.write(output) { write in try portions.write(to: write) }
    } else {
      try portions.write { Console.output(bytes: $0) }
    }
  }
}
