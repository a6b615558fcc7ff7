import Analysis
import ArgumentParser
import Model

/// Lists the audit checks.
struct ChecksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checks",
    abstract: "List the audit checks, or print what one of them does."
  )

  @Argument(help: "A check to explain.")
  var id: String?
  @Flag(help: "Print the page docs/Checks.md.")
  var markdown = false

  func run() throws {
    if markdown {
      // The page ends with its own line end.
      Console.output(String(ChecksPage.markdown.dropLast()))
      return
    }
    let pages = Checks.pages
    guard let id else {
      for page in pages {
        let padding = String(repeating: " ", count: max(1, 26 - page.id.count))
        Console.output("\(page.id)\(padding)\(page.group.rawValue)\t\(page.fails)")
      }
      return
    }
    guard let page = pages.first(where: { $0.id == id }) else {
      throw ValidationError("there is no check '\(id)'; 'tacit checks' lists them")
    }
    for (name, text) in [
      ("check", page.id), ("what should be", page.criterion), ("why", page.why),
      ("how it is measured", page.measured), ("right all the same", page.falsePositives),
      ("what to do", page.remedy), ("how to dispute it", page.dispute), ("severity", page.severity),
      ("source", page.source),
    ] { Console.output("\(name): \(text)") }
  }
}
