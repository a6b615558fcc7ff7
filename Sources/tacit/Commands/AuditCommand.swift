import Analysis
import ArgumentParser
import Foundation
import Ingestion
import Model
import Reporting

/// The main job: inputs in, a report out.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Audit exports and write the report."
  )

  @Argument(help: "Files, partial states, directories (walked) or - for standard input.")
  var paths: [String]
  @Option(help: "The configuration; else audit.yml in a directory of inputs.")
  var config: String?
  @Option(help: "The quarter to report, for example 2026-Q2.")
  var quarter: Quarter?
  @Option(
    help:
      "The day up to which the data count as complete, YYYY-MM-DD; a day of --quarter, if both are given."
  )
  var asOf: Day?
  @Option(help: "The report's directory, replaced as a whole; else Reports/<quarter>.")
  var output: String?
  @Option(
    help: "The audit.json of an earlier report; else the newest earlier quarter beside the output."
  )
  var baseline: String?
  @Option(help: "A directory of templates that replace the program's own.")
  var templates: String?
  @Option(help: "Exit with 1 on findings from: low, moderate, high, critical or never.")
  var failOn: Gate?
  @Option(
    help: "What would happen without these people: identifiers or names, separated by commas."
  )
  var without: String?
  @Option(help: "A role model of 'tacit train'; else the built-in model.")
  var model: String?
  @Option(help: "The language of the report: en, de or one of the template directory.")
  var language = "en"
  @Flag(
    help: ArgumentHelp(
      "Pseudonyms in the place of people and clients, no free text of the inputs.",
      discussion: "TACIT_PSEUDONYM_KEY holds a secret that keeps others from guessing who is who."
    )
  )
  var anonymize = false
  @OptionGroup var threads: ThreadArguments
  @Flag(
    help:
      "Add Upwork histories up by week while they are read, as above 256 MB of inputs and for partial states."
  )
  var fold = false
  @Flag(help: .hidden)
  var describeTemplates = false
  @Flag(help: "Exit with 3 when any record is rejected.")
  var strict = false
  @OptionGroup(title: "CSV inputs")
  var csv: CSVArguments

  func run() throws {
    let classifier = RoleModelClassifier(try ModelFile.load(model))
    let templates = try TemplateFiles.load(templates, language: language)
    let paths = InputPaths(paths)
    let settings = try Settings(path: config, directories: paths.directories)
    let early = try output.map { try Self.directory($0) }
    let inputs = try Inputs.readForAudit(
      paths,
      besides: settings.files,
      options: IngestionOptions(
        defaultCurrency: settings.configuration.currency,
        csv: csv.options
      ),
      folds: fold,
      threads: threads.count
    )
    Self.report(inputs)
    try check(inputs)
    let earlier = try baseline.map { try Baselines.named($0) }
    var audit: Audit
    do throws(AnalysisError) {
      audit = try AuditAnalysis.audit(
        inputs.dataset,
        configuration: settings.configuration,
        rates: settings.rates,
        options: AnalysisOptions(
          quarter: quarter,
          asOf: asOf,
          toolVersion: Version.current,
          wages: settings.wages,
          without: people,
          baseline: earlier,
          threads: threads.count
        ),
        classifier: classifier
      )
    } catch {
      Console.report(Diagnostic(.error, code: error.code, error.description))
      throw error.isWrongUse ? ExitStatus.wrongUse : ExitStatus.unreadableInput
    }
    let target = output ?? "Reports/\(audit.quarter)"
    let directory = try early ?? Self.directory(target)
    if earlier == nil, let beside = Baselines.beside(target, before: audit.quarter) {
      FindingStatus.settle(&audit, against: beside, configuration: settings.configuration)
    }
    Self.warnOfDecisions(audit, settings.configuration)
    settings.warnOfQuotes(roles: audit.roles.map(\.id))
    let gate = failOn ?? settings.configuration.failOn ?? .never
    let context = try context(audit, inputs.dataset, templates, settings.configuration, gate)
    if describeTemplates {
      try describe(context.audit, in: context.rendering)
      return
    }
    let files = try publish(context.audit, to: directory, in: context.rendering)
    GitHubActions.announce(context.audit, files: files, gate: gate)
    Console.output("\(target): \(Self.summary(audit))")
    try verdict(audit, gate: gate)
  }

  private var people: [String] {
    (without ?? "").split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }
      .map(String.init).filter { !$0.isEmpty }
  }

  /// The audit as it is shown, and what its files need besides it.
  private func context(
    _ audit: Audit,
    _ dataset: Dataset,
    _ templates: TemplateSet,
    _ configuration: Configuration,
    _ gate: Gate
  ) throws -> (audit: Audit, rendering: RenderingContext) {
    var (audit, mail) = (audit, configuration.mail)
    var ledger = LedgerEntry.all(dataset)
    if anonymize {
      let anonymizer = Anonymizer(
        audit,
        of: dataset,
        aliases: configuration.people.flatMap(\.aliases),
        key: ProcessInfo.processInfo.environment["TACIT_PSEUDONYM_KEY"] ?? ""
      )
      audit = anonymizer(audit)
      ledger = anonymizer.ledger(ledger)
      mail.to = []
    }
    do {
      let rendering = try RenderingContext(
        templates: templates,
        mail: mail,
        language: language,
        ledger: ledger,
        gate: gate,
        stamp: ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) }
      )
      return (audit, rendering)
    } catch {
      Console.error(error.description)
      throw ExitStatus.wrongUse
    }
  }

  /// Prints the page on templates instead of writing a report.
  private func describe(_ audit: Audit, in rendering: RenderingContext) throws {
    do {
      Console.output(
        try TemplatesPage.markdown(audit, in: rendering).trimmingCharacters(in: .newlines)
      )
    } catch {
      Console.error("\(error)")
      throw ExitStatus.wrongUse
    }
  }

  private func publish(
    _ audit: Audit,
    to directory: OutputDirectory,
    in rendering: RenderingContext
  ) throws -> [ReportFile] {
    do {
      let files = try ReportSet.render(audit, in: rendering)
      try directory.publish(files)
      return files
    } catch let error as ReportingError {
      Console.error(error.description)
      throw ExitStatus.wrongUse
    } catch let error as OutputDirectory.Failure {
      Console.report(Diagnostic(.error, code: "output", error.description))
      throw ExitStatus.unwritableOutput
    }
  }

  private func check(_ inputs: Inputs.Result) throws {
    let records = inputs.dataset.reconciliation
    if records.amountIn.hasOverflowed {
      Console.report(Self.overflow)
      throw ExitStatus.unreadableInput
    }
    guard records.holds else {
      Console.report(
        Diagnostic(
          .error,
          code: "reconciliation",
          "the records read do not add up; nothing is written",
          remedy: "this is an error of the program, please report it"
        )
      )
      throw ExitStatus.unreadableInput
    }
    if records.accepted == 0 {
      Console.report(
        Diagnostic(
          .error,
          code: "nothing-read",
          "no record of any input could be used",
          remedy: "see 'tacit inspect' and 'tacit formats'"
        )
      )
      throw ExitStatus.unreadableInput
    }
    if strict, inputs.dataset.rejects.contains(where: { !$0.isSetAside }) || inputs.hasRefusals {
      Console.report(
        Diagnostic(
          .error,
          code: "strict",
          "records were rejected; nothing is written because of --strict"
        )
      )
      throw ExitStatus.unreadableInput
    }
  }

  /// What is said when amounts add up to more than can be counted exactly.
  static let overflow = Diagnostic(
    .error,
    code: "total-overflow",
    "the amounts of one currency add up to more than 18 digits",
    remedy: "look for an amount that is far too large"
  )

  /// The exit code and the printed verdict come from the same value.
  private func verdict(_ audit: Audit, gate: Gate) throws {
    let open = audit.openFindings
    let reached = open.filter { gate.isReached(by: $0.severity) }
    switch gate {
    case .never: Console.output("gate: never, \(Self.count(open.count, "finding"))")
    case .from(let severity):
      let word = reached.isEmpty ? "passed" : "failed"
      Console.output(
        "gate: \(word), \(reached.count) of \(open.count) findings are \(severity.rawValue) "
          + "or above"
      )
    }
    if !reached.isEmpty { throw ExitStatus.gateReached }
  }

  /// Says which decisions of `audit.yml` are over or cover nothing, and which checks it names are unknown.
  private static func warnOfDecisions(_ audit: Audit, _ configuration: Configuration) {
    for decision in configuration.decisions {
      let covers = audit.findings.contains { $0.status != .fixed && decision.covers($0.id) }
      let isOver = decision.until.map { $0 < audit.asOf } ?? false
      guard isOver || !covers else { continue }
      Console.report(
        Diagnostic(
          .warning,
          code: isOver ? "decision-over" : "decision-without-finding",
          isOver
            ? "the decision on '\(decision.pattern)' ended on \(decision.until ?? audit.asOf)"
            : "no finding is called '\(decision.pattern)'",
          remedy: isOver ? "decide again, or remove it" : "remove it; findings.csv lists the names",
          at: decision.place
        )
      )
    }
    let known = Checks.pages.map(\.id)
    for name in configuration.skippedChecks.keys.sorted() where !known.contains(name) {
      Console.report(
        Diagnostic(
          .warning,
          code: "unknown-check",
          "skip_checks names '\(name)', which is no check",
          remedy: NearestName.to(name, in: known).map { "did you mean '\($0)'?" }
            ?? "'tacit checks' lists them"
        )
      )
    }
  }

  private static func directory(_ path: String) throws -> OutputDirectory {
    do throws(OutputDirectory.Failure) {
      return try OutputDirectory(path)
    } catch {
      Console.report(Diagnostic(.error, code: "output", error.description))
      throw ExitStatus.unwritableOutput
    }
  }

  static func report(_ inputs: Inputs.Result, rejectsShown shown: Int = 20) {
    report(inputs.dataset.diagnostics, inputs.dataset.rejects, inputs.unrecognised, shown)
  }

  /// Says what the user should know of what was read: so many rejects one by one, those set aside
  /// once for each code, and the inputs that nothing recognised.
  static func report(
    _ diagnostics: [Diagnostic],
    _ rejects: [Reject],
    _ unrecognised: [String],
    _ shown: Int = 20
  ) {
    for diagnostic in diagnostics { Console.report(diagnostic) }
    let faulty = rejects.filter { !$0.isSetAside }
    for reject in faulty.prefix(shown) { Console.report(reject) }
    Console.reportSetAside(rejects)
    let more = faulty.count - shown
    if more > 0 {
      Console.report(
        Diagnostic(
          .warning,
          code: "more-rejects",
          "\(more) more records are rejected; rejects.csv of an audit, --rejects and 'tacit ingest' list every one"
        )
      )
    }
    for name in unrecognised {
      Console.report(
        Diagnostic(
          .warning,
          code: InputReader.unrecognised,
          "not recognised, left out",
          remedy: "'tacit formats' lists what is read",
          at: SourceLocation(source: name, line: 1)
        )
      )
    }
  }

  private static func count(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  private static func summary(_ audit: Audit) -> String {
    let sum = audit.reconciliation
    let index = audit.total.index.map { "\(($0 * 10).rounded() / 10) %" } ?? "n/a"
    return
      "\(audit.quarter), \(count(audit.roles.count, "role")), \(audit.total.loss) expected loss "
      + "(index \(index)); \(count(sum.records, "record")) = \(sum.accepted) used + \(sum.rejected) rejected + "
      + "\(sum.duplicates) duplicates"
  }
}
