import Foundation
import Ingestion
import Model

/// Finds and reads the earlier audit that a run is compared with.
enum Baselines {
  /// The audit that the user names; one that cannot be used ends the run.
  static func named(_ path: String) throws -> EarlierAudit {
    do {
      return try read(path)
    } catch {
      report(error, path, .error)
      throw ExitStatus.unreadableInput
    }
  }

  /// The newest report of an earlier quarter in the directories beside the output, or `nil`.
  ///
  /// A report that cannot be used is said and left out.
  static func beside(_ output: String, before quarter: Quarter) -> EarlierAudit? {
    let trimmed = output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
    let parent = trimmed.lastIndex(of: "/").map { String(trimmed[..<$0]) } ?? "."
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: parent.isEmpty ? "/" : parent)) ?? []
    let earlier = names.compactMap { name in Quarter(name).map { ($0, name) } }
      .filter { $0.0 < quarter }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }
    for (_, name) in earlier {
      let path = "\(parent)/\(name)/audit.json"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      do {
        return try read(path)
      } catch {
        report(error, path, .warning)
        return nil
      }
    }
    return nil
  }

  private static func read(_ path: String) throws(BaselineReader.Refusal) -> EarlierAudit {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BaselineReader.Refusal.unreadable
    }
    return try BaselineReader.read(Array(data))
  }

  private static func report(
    _ refusal: BaselineReader.Refusal,
    _ path: String,
    _ severity: Diagnostic.Severity
  ) {
    Console.report(
      Diagnostic(
        severity,
        code: "baseline",
        refusal.message,
        remedy: refusal.remedy,
        at: SourceLocation(source: path, line: 1)
      )
    )
  }
}
