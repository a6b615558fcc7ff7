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

  /// The path of the mapping beside an input, like that with a zero at the end.
  static func path(beside input: [CChar]) -> [CChar] { input.dropLast() + ending.utf8CString }

  /// Says which mappings found in directories describe nothing that is there.
  static func warnOfOrphans(_ paths: InputPaths) {
    let names = Set(paths.inputs.map(\.name) + paths.sameFiles.map(\.name))
    for input in paths.inputs where isMapping(input) {
      let described = String(input.name.dropLast(ending.count))
      guard !names.contains(described) else { continue }
      Console.report(
        Diagnostic(
          .warning,
          code: "orphan-mapping",
          "there is no \(described) that this mapping would describe; it is not used",
          remedy: "name it after its table, or remove it",
          at: SourceLocation(source: input.name, line: 1)
        )
      )
    }
  }

  /// The options for one input, with the mapping beside it where there is one; a mapping that
  /// cannot be used ends the run as wrong use.
  static func options(
    _ options: IngestionOptions,
    besides input: InputPaths.Input
  ) throws -> IngestionOptions {
    guard input.hasMapping, !input.name.hasSuffix(ending) else { return options }
    var options = options
    options.mapping = try mapping(at: path(beside: input.path), named: input.name + ending)
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
    return try? MappingProposal.text(FileSource(bytes: input.path), named: file, options: options)
  }

  private static func mapping(at path: [CChar], named name: String) throws -> CSVMapping {
    guard let bytes = try? FileSource(bytes: path).all(),
      let text = String(validating: bytes, as: UTF8.self)
    else {
      Console.report(
        Diagnostic(
          .error,
          code: "unreadable",
          "the mapping cannot be read as UTF-8 text",
          remedy: "check the file",
          at: SourceLocation(source: name, line: 1)
        )
      )
      throw ExitStatus.wrongUse
    }
    do throws(ConfigurationError) {
      return try MappingReader.read(text, named: name)
    } catch {
      Console.report(error.diagnostic)
      throw ExitStatus.wrongUse
    }
  }
}
