import ArgumentParser
import Foundation
import Ingestion
import Model
import Reporting

/// Prints what was read, one JSON object a record.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Print normalised records as JSON lines and a reconciliation to standard error."
  )

  @Argument(help: "Files, directories (walked) or - for standard input.")
  var paths: [String]
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
    let paths = InputPaths(paths)
    try OutputFile.check(rejects, isNone: paths)
    let settings = try InputSettings(path: config, directories: paths.directories)
    let inputs = try Inputs.read(
      paths,
      besides: settings.files,
      options: settings.options(csv),
      threads: threads.count
    )
    AuditCommand.report(inputs, rejectsShown: .max)
    for line in inputs.dataset.lines { Console.output(RecordJSON.line(.line(line))) }
    for posting in inputs.dataset.postings { Console.output(RecordJSON.line(.posting(posting))) }
    if let rejects {
      let bytes = try RejectsFile.bytes(
        inputs.dataset.rejects,
        templates: TemplateFiles.load(nil)
      )
      try OutputFile.write(rejects) { try $0(bytes) }
    }
    Self.reconcile(
      inputs.dataset.reconciliation,
      hasRefusals: inputs.hasRefusals,
      hasUnrecognised: !inputs.unrecognised.isEmpty
    )
    let sum = inputs.dataset.reconciliation
    let hasFaults = inputs.dataset.rejects.contains { !$0.isSetAside }
    if sum.accepted == 0 || !sum.holds || inputs.hasNamedRefusals
      || (strict && (hasFaults || inputs.hasRefusals))
    {
      throw ExitStatus.unreadableInput
    }
  }

  /// Says what became of all records and amounts, and whether whole inputs were left out.
  static func reconcile(
    _ sum: Reconciliation,
    hasRefusals: Bool,
    hasUnrecognised: Bool = false
  ) {
    Console.error(
      "\(sum.records) records = \(sum.accepted) used + \(sum.rejected) rejected + "
        + "\(sum.duplicates) duplicates"
    )
    for (currency, amount) in sum.amountIn.sorted {
      func part(_ totals: CurrencyTotals) -> ExactDecimal {
        (totals.sums[currency] ?? .zero).padded(scale: currency.minorUnitDigits)
      }
      Console.error(
        "\(currency) \(amount.padded(scale: currency.minorUnitDigits)) = \(part(sum.amountUsed)) used + \(part(sum.amountRejected)) rejected "
          + "+ \(part(sum.amountDuplicate)) duplicates"
      )
    }
    if sum.amountIn.hasOverflowed {
      Console.report(AuditCommand.overflow)
    } else if !sum.holds {
      Console.error("error: the records do not add up")
    } else if hasRefusals || hasUnrecognised {
      let kinds = [hasRefusals ? "refused" : nil, hasUnrecognised ? "not recognised" : nil]
      Console.error(
        "nothing is missing of what could be read; the inputs "
          + "\(kinds.compactMap { $0 }.joined(separator: " or ")) above are left out whole"
      )
    } else {
      Console.error("nothing is missing")
    }
  }
}
