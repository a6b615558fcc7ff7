import ArgumentParser
import Ingestion
import Model

/// Lists the input formats with the evidence behind each.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the input formats with their evidence grade."
  )

  @Flag(help: "Print the page docs/Formats.md, with every column that is read.")
  var markdown = false

  func run() throws {
    if markdown {
      // The page ends with its own line end.
      Console.output(String(FormatsPage.markdown.dropLast()))
      return
    }
    for format in InputFormats.all {
      let name = format.name.description
      let padding = String(repeating: " ", count: max(1, 24 - name.count))
      Console.output("\(name)\(padding)\(format.grade.rawValue)\t\(format.summary)")
      Console.output("\(String(repeating: " ", count: 24))\t\(format.evidence)")
    }
  }
}
