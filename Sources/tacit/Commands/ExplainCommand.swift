import ArgumentParser
import Foundation
import Model
import Reporting

/// Derives one figure of a finished audit.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Derive one figure of a finished audit, down to source file and line.",
    discussion: """
      ID is company, department:NAME, role:ID, person:ID or option:DEPARTMENT/OPTION (option:company/… \
      for all departments together, option:ROLE/… for one of the 120 roles with the largest loss, \
      option:role:ROLE/… where a department has the same name).
      """
  )

  @Argument(help: "The audit.json of a report.")
  var audit: String
  @Argument(help: "What to explain, for example role:support.")
  var id: String

  func run() throws {
    guard let data = FileManager.default.contents(atPath: audit) else {
      fail("unreadable", "the audit cannot be read", "check the path")
      throw ExitStatus.unreadableInput
    }
    let derivations: AuditDerivations
    do throws(AuditDerivations.Failure) {
      derivations = try AuditDerivations(Array(data))
    } catch {
      fail(
        "not-an-audit",
        "this is not the audit.json of a report with derivations",
        "make the report again with this version"
      )
      throw ExitStatus.unreadableInput
    }
    guard let text = derivations.text(of: id) else {
      let nearest = NearestName.to(id, in: derivations.ids)
      fail(
        "unknown-id",
        "the audit has no figure '\(id)'",
        nearest.map { "did you mean '\($0)'?" }
          ?? "for example \(derivations.ids.prefix(3).joined(separator: ", "))"
      )
      throw ExitStatus.wrongUse
    }
    for line in text { Console.output(Console.visible(line)) }
  }

  private func fail(_ code: String, _ message: String, _ remedy: String) {
    Console.report(
      Diagnostic(
        .error,
        code: code,
        message,
        remedy: remedy,
        at: SourceLocation(source: audit, line: 1)
      )
    )
  }
}
