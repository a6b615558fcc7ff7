import Ingestion
import Model
import Testing

/// Labels as JSON lines and as CSV.
struct LabelReaderTests {
  private func read(_ text: String) -> LabelReader.Reading {
    LabelReader.read(Array(text.utf8), named: "labels")
  }

  @Test("JSON lines give postings with label, confidence and platform")
  func lines() throws {
    let reading = read(
      """
      {"posting_id":"A","title":"Logo","description":"<p>One <b>logo</b></p>","skills":["Art","Ink"],\
      "type":"fixed","hours_per_week":20,"label":"SPECIFIC","confidence":0.9,"platform":"upwork"}

      {"id":"B","title":"Lead","label":"collaborative","skills":"x,y"}
      """
    )
    #expect(reading.rejects.isEmpty)
    let first = try #require(reading.postings.first)
    #expect(first.posting.id == "A" && first.posting.description == "One logo")
    #expect(first.posting.skills == ["Art", "Ink"] && first.posting.hoursPerWeek == "20")
    #expect(!first.isCollaborative && first.confidence == 0.9 && first.platform == "upwork")
    let second = try #require(reading.postings.last)
    #expect(second.isCollaborative && second.posting.id == "B" && second.confidence == 0.85)
    #expect(second.posting.location.line == 3)
  }

  @Test("every line that cannot be used is rejected with its place and remedy")
  func badLines() {
    let reading = read(
      """
      {"title":"A","label":"maybe"}
      {"title":"B"}
      {"label":"SPECIFIC"}
      {"title":"C","label":"SPECIFIC","confidence":7}
      {"title":
      {"title":"D","label":"SPECIFIC"}
      """
    )
    #expect(
      reading.rejects.map(\.code)
        == ["bad-label", "bad-label", "missing-title", "bad-confidence", "bad-json"]
    )
    #expect(reading.rejects.map(\.location.line) == [1, 2, 3, 4, 5])
    #expect(reading.rejects.allSatisfy { !$0.remedy.isEmpty })
    #expect(reading.postings.count == 1)
  }

  @Test("Tacit's own CSV with a column label, columns in any order")
  func table() {
    let reading = read(
      """
      label,title,description,confidence,posting_id
      SPECIFIC,Logo,"One logo,
      two colours",0.8,A
      COLLABORATIVE,Lead,Lead the team,,B
      perhaps,Third,x,,C
      SPECIFIC,,x,,D
      """
    )
    #expect(reading.postings.map(\.posting.id) == ["A", "B"])
    #expect(reading.postings.map(\.confidence) == [0.8, 0.85])
    #expect(reading.rejects.map(\.code) == ["bad-label", "missing-title"])
    #expect(reading.rejects.map(\.location.line) == [5, 6])
  }

  @Test("a table without labels is refused as a whole")
  func withoutLabels() {
    #expect(read("title,description\nA,b\n").rejects.map(\.code) == ["no-labels"])
  }
}
