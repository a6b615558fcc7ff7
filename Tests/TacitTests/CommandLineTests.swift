import ArgumentParser
import Foundation
import Testing

@testable import tacit

struct CommandLineTests {
  @Test("control characters and direction overrides are shown, not obeyed")
  func visible() {
    #expect(Console.visible("a\u{1B}[2J\u{202E}b\n") == "a\\u{1B}[2J\\u{202E}b\\u{A}")
    #expect(Console.visible("Zoë — ok") == "Zoë — ok")
  }

  @Test("the version of the program is the newest released in the changelog")
  func version() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let text = try String(contentsOf: root.appending(path: "CHANGELOG.md"), encoding: .utf8)
    let first = text.split(separator: "\n").first { $0.hasPrefix("## ") && $0 != "## Unreleased" }
    #expect(first?.contains(Version.current) == true)
  }

  @Test("the README names every command and format")
  func readme() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    for command in Tacit.configuration.subcommands {
      #expect(text.contains("tacit \(command.configuration.commandName ?? "?")"))
    }
  }
}
