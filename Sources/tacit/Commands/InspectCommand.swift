import ArgumentParser
import Foundation
import Ingestion
import Model

/// Says what each input is taken for, and why; for an unknown CSV it writes a mapping to edit.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what each input is recognised as, and write a mapping for an unknown CSV."
  )

  @Argument(help: "Files, directories (walked) or - for standard input.")
  var paths: [String]
  @Option(help: "The configuration, for its currency; else audit.yml in a directory of inputs.")
  var config: String?
  @OptionGroup(title: "CSV inputs")
  var csv: CSVArguments

  func run() throws {
    let paths = InputPaths(paths)
    let settings = try InputSettings(path: config, directories: paths.directories)
    let options = settings.options(csv)
    Mappings.warnOfOrphans(paths)
    let inputs = paths.inputs.filter {
      !Mappings.isMapping($0) && !settings.files.contains($0.name)
    }
    var outcomes: [InputReader.Outcome] = []
    for input in inputs { outcomes.append(try Inputs.read(input, options: options)) }
    let dataset = Ledger.assemble(outcomes)
    let summaries = Dictionary(dataset.inputs.map { ($0.path, $0) }) { first, _ in first }
    for (input, outcome) in zip(inputs, outcomes) {
      if outcome.reading.refusal?.code == InputReader.unrecognised {
        try propose(input, outcome.reading, options)
      } else if let summary = summaries[outcome.reading.source] {
        show(summary, outcome.reading.layout)
        for total in outcome.reading.arithmetic.totals { show(total) }
      }
    }
    for diagnostic in dataset.diagnostics where diagnostic.code != InputReader.unrecognised {
      Console.report(diagnostic)
    }
    for reject in dataset.rejects where !reject.isSetAside { Console.report(reject) }
    Console.reportSetAside(dataset.rejects)
    if dataset.inputs.allSatisfy({ $0.format == nil }) { throw ExitStatus.unreadableInput }
  }

  private func show(_ input: InputSummary, _ layout: InputLayout?) {
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
    if let layout { show(layout) }
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

  private func show(_ total: DocumentTotal) {
    let name = Console.visible(total.document ?? "line \(total.location.line)")
    let currency = Console.visible(total.currency ?? "")
    Console.output("  payable     \(total.payable) \(currency) for \(name)")
  }

  private func show(_ layout: InputLayout) {
    let delimiter = layout.delimiter == "\t" ? "tab" : "'\(layout.delimiter)'"
    Console.output(
      "  because     the header on line \(layout.headerLine) has "
        + layout.columns.prefix(4).map { Console.visible($0.name) }.joined(separator: ", ")
        + (layout.columns.count > 4 ? ", …" : "")
    )
    Console.output(
      "  written as  \(layout.encoding.rawValue), delimiter \(delimiter), quote \(layout.quote)"
    )
    let passed = [
      (layout.preambleLines, "before the header"), (layout.blankLines, "blank"),
      (layout.repeatedHeaders, "repeating the header"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if !passed.isEmpty { Console.output("  lines       \(passed.joined(separator: ", "))") }
    for column in layout.columns {
      let convention = column.convention.map { " (\($0))" } ?? ""
      Console.output(
        "  column      \(Console.visible(column.name)) → \(column.field)\(Console.visible(convention))"
      )
    }
    if !layout.unused.isEmpty {
      Console.output(
        "  not used    \(layout.unused.map(Console.visible).joined(separator: ", "))"
      )
    }
  }

  private func propose(
    _ input: InputPaths.Input,
    _ reading: InputReading,
    _ options: IngestionOptions
  ) throws {
    let name = Console.visible(reading.source)
    guard input.name != "-", let text = try Mappings.proposal(for: input, options) else {
      Console.output("\(name): \(Console.visible(reading.refusal?.message ?? "not recognised"))")
      return
    }
    let target = input.name + Mappings.ending
    let shown = Console.visible(target)
    if input.hasMapping {
      Console.output("\(name): not recognised; \(shown) maps no columns yet")
      return
    }
    let path = Mappings.path(beside: input.path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    defer { if descriptor >= 0 { close(descriptor) } }
    guard descriptor >= 0, Console.write(Array(text.utf8), to: descriptor) else {
      Console.report(Diagnostic(.error, code: "output", "\(shown) cannot be written"))
      throw ExitStatus.unwritableOutput
    }
    Console.output(
      "\(name): no format recognises this table; a first mapping to edit is in \(shown)"
    )
  }
}
