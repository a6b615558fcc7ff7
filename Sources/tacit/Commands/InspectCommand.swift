import ArgumentParser
import Ingestion
import Model

/// Says what each input is taken for, and why.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what each input is recognised as, and its problems."
  )

  @Argument(help: "Files, directories (walked) or - for standard input.")
  var paths: [String]
  @OptionGroup(title: "CSV inputs")
  var csv: CSVArguments

  func run() throws {
    let paths = InputPaths(paths)
    let inputs = try Inputs.read(paths, besides: [], options: IngestionOptions(csv: csv.options))
    for input in inputs.dataset.inputs { show(input) }
    for name in inputs.unrecognised { Console.output("\(Console.visible(name)): not recognised") }
    for diagnostic in inputs.dataset.diagnostics { Console.report(diagnostic) }
    for reject in inputs.dataset.rejects { Console.report(reject) }
    if inputs.dataset.inputs.allSatisfy({ $0.format == nil }) { throw ExitStatus.unreadableInput }
  }

  private func show(_ input: InputSummary) {
    Console.output("\(Console.visible(input.path)):")
    guard let name = input.format,
      let format = InputFormats.all.first(where: { $0.name == name })
    else {
      Console.output("  not used: \(Console.visible(input.refusal ?? "no format recognises it"))")
      return
    }
    Console.output(
      "  format      \(format.name) (\(format.summary), evidence \(format.grade.rawValue))"
    )
    Console.output("  bytes       \(input.bytes), SHA-256 \(input.sha256)")
    if let refusal = input.refusal { Console.output("  refused     \(Console.visible(refusal))") }
    Console.output(
      "  records     \(input.records) = \(input.accepted) used + \(input.rejected) rejected + "
        + "\(input.duplicates) duplicates"
    )
    for (currency, amount) in input.amount.sorted {
      Console.output("  amount      \(amount) \(currency)")
    }
  }
}
