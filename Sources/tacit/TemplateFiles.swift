import Foundation
import Model
import Reporting

/// The templates of a run: the program's own, with those of a directory in their place.
enum TemplateFiles {
  /// Reads and checks them before any input is read.
  static func load(_ directory: String?, language: String = "en") throws -> TemplateSet {
    do {
      let templates =
        try directory.map { try TemplateSet.overriding(files(in: $0)) } ?? TemplateSet.embedded()
      try templates.check(language: language)
      return templates
    } catch let error as ReportingError {
      Console.error(error.description)
      throw ExitStatus.wrongUse
    }
  }

  private static func files(in directory: String) throws -> [String: [UInt8]] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
      Console.report(
        Diagnostic(
          .error,
          code: "unreadable",
          "the template directory cannot be read",
          remedy: "check --templates",
          at: SourceLocation(source: directory, line: 1)
        )
      )
      throw ExitStatus.wrongUse
    }
    var files: [String: [UInt8]] = [:]
    for name in names where !name.hasPrefix(".") {
      guard let data = FileManager.default.contents(atPath: "\(directory)/\(name)") else {
        continue
      }
      files[name] = Array(data)
    }
    return files
  }
}
