import ArgumentParser

/// Tacit: outsourcing audits from invoices and job postings.
@main
struct Tacit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tacit",
    abstract: "Audits outsourced work from exported invoices and job postings.",
    discussion: """
      Reads CSV and XML exports, tells specific tasks from seats in a team, and computes what it \
      would cost when the people leave.

      Exit codes: 0 ran, nothing at or over the gate; 1 ran, findings at or over --fail-on; 2 wrong \
      use or bad configuration; 3 input could not be read or was refused as a whole; 4 output could \
      not be written.
      """,
    version: Version.current,
    subcommands: [
      AuditCommand.self, IngestCommand.self, InspectCommand.self, InitCommand.self,
      ClassifyCommand.self, TrainCommand.self, ExplainCommand.self, DiffCommand.self,
      FoldCommand.self, MergeCommand.self, FormatsCommand.self, ChecksCommand.self,
    ]
  )

  /// Runs a command; wrong use ends with the contract's code 2 instead of the library's 64.
  static func main() {
    do {
      var command = try parseAsRoot(RawArguments.shown)
      try command.run()
    } catch let error as ExitStatus {
      error.exit()
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code == .success {
        Console.output(message)
        ExitStatus.success.exit()
      }
      Console.error(message)
      ExitStatus.wrongUse.exit()
    }
  }
}

/// The program's version.
enum Version {
  /// The version of this source tree; CHANGELOG.md says what is in it.
  static let current = "0.1.0"
}
