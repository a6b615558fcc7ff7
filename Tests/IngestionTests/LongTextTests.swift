import Ingestion
import Model
import Testing

/// Texts longer than a report has use for.
struct LongTextTests {
  private func job(_ title: String, _ size: Int) -> String {
    let text = String(repeating: "word ", count: size / 5)
    return "<position><name>\(title)</name><jobDescriptions><jobDescription><value>\(text)</value>"
      + "</jobDescription></jobDescriptions></position>\n"
  }

  @Test("a text is kept to 64 KiB, and that it was cut is said once")
  func cut() throws {
    let text =
      "<workzag-jobs>\n" + job("A", 60_000) + job("B", 3_000_000) + job("C", 100_000)
      + "</workzag-jobs>"
    for blockSize in [4096, 65_536] {
      let reading = try read(text, blockSize: blockSize)
      #expect(reading.postings.map(\.title) == ["A", "B", "C"])
      #expect(reading.postings.allSatisfy { $0.description.utf8.count <= 65_536 })
      #expect(reading.postings[0].description.utf8.count > 59_000)
      #expect(reading.postings[1].description.utf8.count > 65_000)
      let warning = try #require(reading.diagnostics.first)
      #expect(reading.diagnostics.count == 1 && warning.code == "text-cut")
      #expect(warning.severity == .warning && warning.location?.line == 3)
      #expect(warning.message == "2 texts are longer than 64 KiB; the rest of them is left out")
    }
  }

  @Test("a text of exactly 64 KiB is whole, and white space around it is no part of it")
  func exact() throws {
    let text = String(repeating: "x", count: 65_536)
    let blank = String(repeating: " ", count: 100)
    let reading = try read(
      "<workzag-jobs><position><name>A</name><department>\(text)\(blank)</department></position></workzag-jobs>"
    )
    #expect(reading.diagnostics.isEmpty && reading.postings.first?.department?.utf8.count == 65_536)
  }

  @Test("a cut does not leave half a character behind")
  func character() throws {
    let text = "x" + String(repeating: "é", count: 40_000)
    let reading = try read(
      "<workzag-jobs><position><name>A</name><department>\(text)</department></position></workzag-jobs>"
    )
    let department = try #require(reading.postings.first?.department)
    #expect(!department.contains("\u{FFFD}") && department.utf8.count == 65_535)
  }
}
