import Foundation
import Reporting
import Testing

@testable import tacit

struct OutputDirectoryTests {
  /// A folder that is removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "tacit-\(UUID())").path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private func file(_ name: String, _ text: String) -> ReportFile {
    ReportFile(name: name, bytes: Array(text.utf8))
  }

  @Test("a report is replaced as a whole and nothing stays beside it")
  func replacement() throws {
    try withFolder { folder in
      try OutputDirectory("\(folder)/a/report").publish([
        file("report.html", "one"), file("roles.csv", "x"),
      ])
      try OutputDirectory("\(folder)/a/report/").publish([file("report.html", "two")])
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/a") == ["report"])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/a/report")
          == ["report.html"]
      )
      #expect(
        try String(contentsOfFile: "\(folder)/a/report/report.html", encoding: .utf8) == "two"
      )
    }
  }

  @Test("a file that cannot be written leaves the old report as it was")
  func failure() throws {
    try withFolder { folder in
      let target = "\(folder)/report"
      try OutputDirectory(target).publish([file("report.html", "old")])
      #expect(throws: OutputDirectory.Failure.self) {
        try OutputDirectory(target).publish([
          file("report.html", "new"), file("no/such/folder", "x"),
        ])
      }
      #expect(try String(contentsOfFile: "\(target)/report.html", encoding: .utf8) == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["report"])
    }
  }

  @Test("a directory with anything else in it is not replaced")
  func foreign() throws {
    try withFolder { folder in
      #expect(FileManager.default.createFile(atPath: "\(folder)/mine.txt", contents: Data()))
      #expect(throws: OutputDirectory.Failure.self) { try OutputDirectory(folder) }
    }
  }
}
