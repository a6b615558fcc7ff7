import Foundation
import Model
import Reporting

/// What a run inside GitHub Actions says besides: annotations, the step's summary and its outputs.
enum GitHubActions {
  /// GitHub shows so many annotations of a kind for a step and drops the rest without a word.
  static let shownOfAKind = 10
  /// A summary above 1 MiB is dropped whole.
  static let largestSummary = 900_000

  /// Writes annotations to standard output and the summary to the file that the environment names;
  /// nothing elsewhere.
  static func announce(_ audit: Audit, files: [ReportFile], gate: Gate) {
    let environment = ProcessInfo.processInfo.environment
    guard environment["GITHUB_ACTIONS"] == "true" else { return }
    for line in annotations(audit, gate: gate) { Console.output(line) }
    if let path = environment["GITHUB_STEP_SUMMARY"], !path.isEmpty {
      append(summary(audit, files: files), to: path)
    }
    if let path = environment["GITHUB_OUTPUT"], !path.isEmpty {
      let reached = audit.openFindings.contains { gate.isReached(by: $0.severity) }
      append(
        "findings=\(audit.openFindings.count)\nat_risk=\(audit.total.loss.decimalString)\n"
          + "verdict=\(reached ? "fail" : "pass")\n",
        to: path
      )
    }
  }

  /// The open findings as workflow commands, the most severe first; what would be dropped is counted.
  static func annotations(_ audit: Audit, gate: Gate) -> [String] {
    var lines: [String] = []
    var counts: [String: Int] = [:]
    var more = 0
    for finding in audit.openFindings {
      let kind: String =
        if gate.isReached(by: finding.severity) || finding.severity == .critical {
          "error"
        } else if finding.severity >= .moderate {
          "warning"
        } else {
          "notice"
        }
      // One notice is kept for the count of what is left out.
      guard counts[kind, default: 0] < shownOfAKind - (kind == "notice" ? 1 : 0) else {
        more += 1
        continue
      }
      counts[kind, default: 0] += 1
      var properties: [String] = []
      if let place = finding.evidence.first?.location, place.source != "<stdin>" {
        properties += ["file=\(property(place.source))", "line=\(place.line)"]
      }
      properties.append("title=\(property("\(finding.severity.rawValue): \(finding.title)"))")
      lines.append(
        "::\(kind) \(properties.joined(separator: ","))::"
          + message("\(finding.condition) \(finding.consequence) \(finding.action)")
      )
    }
    if more > 0 {
      lines.append("::notice title=\(property("tacit"))::and \(more) more findings in the report")
    }
    return lines
  }

  /// `summary.md` of the report where it has one, else a table of findings; cut before a heading.
  static func summary(_ audit: Audit, files: [ReportFile]) -> String {
    var text =
      files.first { $0.name == "summary.md" }.map { String(decoding: $0.bytes, as: UTF8.self) }
      ?? table(audit)
    guard text.utf8.count > largestSummary else { return text }
    var kept = ""
    for section in text.split(separator: "\n## ", omittingEmptySubsequences: false) {
      let piece = kept.isEmpty ? String(section) : "\n## \(section)"
      guard kept.utf8.count + piece.utf8.count <= largestSummary else { break }
      kept += piece
    }
    text = kept + "\n\nThe rest is left out here: GitHub takes 1 MiB. See report.md.\n"
    return text
  }

  private static func table(_ audit: Audit) -> String {
    var text = "## Outsourcing audit \(audit.quarter)\n\n"
    text +=
      "Expected loss \(audit.total.loss.grouped); \(audit.openFindings.count) open findings.\n\n"
    text += "| severity | status | finding | amount |\n|---|---|---|---|\n"
    for finding in audit.openFindings.prefix(100) {
      text +=
        "| \(finding.severity.rawValue) | \(finding.status.rawValue) | \(cell(finding.title)) | "
        + "\(finding.amount?.grouped ?? "") |\n"
    }
    if audit.openFindings.count > 100 {
      text += "\nand \(audit.openFindings.count - 100) more in findings.csv\n"
    }
    return text
  }

  private static func cell(_ text: String) -> String {
    var cell = ""
    for character in Console.visible(text) {
      if "\\`*_{}[]<>()#+!|~@&".contains(character) { cell += "\\" }
      cell.append(character)
    }
    return cell.replacing("\\<", with: "&lt;").replacing("\\&", with: "&amp;")
  }

  /// Escapes the text of a workflow command.
  static func message(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return Console.visible(escaped)
  }

  /// Escapes a property of a workflow command.
  static func property(_ text: String) -> String {
    message(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }

  private static func append(_ text: String, to path: String) {
    if !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
    guard let file = FileHandle(forWritingAtPath: path) else {
      Console.report(
        Diagnostic(
          .warning,
          code: "github",
          "\(path) cannot be written",
          remedy: "check GITHUB_STEP_SUMMARY and GITHUB_OUTPUT"
        )
      )
      return
    }
    defer { try? file.close() }
    _ = try? file.seekToEnd()
    try? file.write(contentsOf: Data(text.utf8))
  }
}
