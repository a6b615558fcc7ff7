import Analysis
import Foundation
import Model

/// Finds the role model of a run.
enum ModelFile {
  /// The model in a file, or the built-in one without a path.
  static func load(_ path: String?) throws -> PostingModel {
    guard let path else { return .builtIn }
    guard let data = FileManager.default.contents(atPath: path) else {
      Console.report(
        Diagnostic(
          .error,
          code: "unreadable",
          "the role model cannot be read",
          remedy: "check the path and its permissions",
          at: SourceLocation(source: path, line: 1)
        )
      )
      throw ExitStatus.unreadableInput
    }
    do throws(PostingModel.FileFailure) {
      return try PostingModel(utf8: [UInt8](data))
    } catch {
      Console.report(
        Diagnostic(
          .error,
          code: "bad-model",
          error.message,
          remedy: error.remedy,
          at: SourceLocation(source: path, line: error.line)
        )
      )
      throw ExitStatus.unreadableInput
    }
  }
}
