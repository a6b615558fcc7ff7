import Foundation
import Ingestion
import Model

/// The mapping that lies beside an input as `NAME.csv.mapping.yml`.
enum Mappings {
  /// What a mapping's name ends with.
  static let ending = ".mapping.yml"

  /// Whether a file found in a directory is a mapping and no input.
  static func isMapping(_ input: InputPaths.Input) -> Bool {
    !input.isNamed && input.name.hasSuffix(ending)
  }

  /// The options for one input, with the mapping beside it where there is one; a mapping that
  /// cannot be used ends the run as wrong use.
  static func options(
    _ options: IngestionOptions,
    besides input: InputPaths.Input
  ) throws -> IngestionOptions {
    guard input.hasMapping, !input.name.hasSuffix(ending) else { return options }
    var options = options
    options.mapping = try mapping(at: input.name + ending)
    return options
  }

  /// A first mapping for an input that no format recognises, or `nil` where it is no table.
  static func proposal(
    for input: InputPaths.Input,
    _ options: IngestionOptions
  ) throws -> String? {
    let endings = [".csv", ".tsv", ".tab", ".txt"]
    guard input.isNamed || endings.contains(where: input.name.lowercased().hasSuffix) else {
      return nil
    }
    let file = input.name.split(separator: "/").last.map(String.init) ?? input.name
    return try? MappingProposal.text(FileSource(path: input.name), named: file, options: options)
  }

  private static func mapping(at path: String) throws -> CSVMapping {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(data: data, encoding: .utf8)
    else {
      Console.report(
        Diagnostic(
          .error,
          code: "unreadable",
          "the mapping cannot be read as UTF-8 text",
          remedy: "check the file",
          at: SourceLocation(source: path, line: 1)
        )
      )
      throw ExitStatus.wrongUse
    }
    do throws(ConfigurationError) {
      return try MappingReader.read(text, named: path)
    } catch {
      Console.report(error.diagnostic)
      throw ExitStatus.wrongUse
    }
  }
}
