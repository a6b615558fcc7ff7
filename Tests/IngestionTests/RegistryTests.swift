import Foundation
import Ingestion
import Testing

struct RegistryTests {
  @Test("every format has a file of its own and says where its layout was learned")
  func formats() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Ingestion/Formats")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    for format in InputFormats.all {
      #expect(files.contains("\(type(of: format)).swift"))
      #expect(!format.summary.isEmpty && format.evidence.hasSuffix("."))
    }
    #expect(Set(InputFormats.all.map(\.name)).count == InputFormats.all.count)
  }

  @Test("docs/Formats.md is what the formats say; 'make docs' writes it")
  func page() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/Formats.md")
    #expect(try String(contentsOf: path, encoding: .utf8) == FormatsPage.markdown)
  }
}
