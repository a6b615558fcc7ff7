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

  @Test("where semicolons part the fields a confidence may have a decimal comma")
  func decimalComma() {
    let reading = read("title;label;confidence\nLogo;SPECIFIC;0,9\nLead;COLLABORATIVE;0.7\n")
    #expect(reading.rejects.isEmpty)
    #expect(reading.postings.map(\.confidence) == [0.9, 0.7])
    #expect(read("title,label,confidence\nLogo,SPECIFIC,\"0,9\"\n").postings.isEmpty)
  }

  @Test("what further readers said of the sentences stands in the line or in a file of its own")
  func furtherReadings() throws {
    let marks = #"{"sentences":3,"title":"rather-seat","aside":[3],"task":[1]}"#
    let expected = SentenceMarks(title: .ratherSeat, sentences: [.task, .neither, .aside])
    let line = read(
      #"{"posting_id":"A","title":"Logo","label":"SPECIFIC","readings":[0.2],"marks":\#(marks)}"#
    )
    #expect(line.postings.map(\.marks) == [expected])
    #expect(line.postings.map(\.readings) == [[0.2]])
    let posting = try #require(line.postings.first)
    #expect(abs(posting.probability - (0.15 + 0.2) / 2) < 1e-12)
    let file = FurtherReadings.read(
      Array(#"{"posting_id":"A","readings":[0.2],"marks":\#(marks)}"#.utf8),
      named: "readings"
    )
    #expect(file.rejects.isEmpty)
    #expect(
      file.readings == [FurtherReading(postingID: "A", readings: [0.2], marks: expected)]
    )
  }

  @Test(
    "marks that fit no sentences are refused with their place",
    arguments: [
      #"{"sentences":2,"aside":[3]}"#, #"{"sentences":2,"aside":[0]}"#, #"{"sentences":-1}"#,
      #"{"sentences":2,"title":"boss"}"#, #"{"sentences":2,"aside":[1],"task":[1]}"#,
    ]
  )
  func badMarks(_ marks: String) {
    let line = read(#"{"title":"Logo","label":"SPECIFIC","marks":\#(marks)}"#)
    #expect(line.postings.isEmpty && line.rejects.map(\.code) == ["bad-mark"])
    let file = FurtherReadings.read(
      Array("\n{\"posting_id\":\"A\",\"marks\":\(marks)}\nnonsense\n".utf8),
      named: "readings"
    )
    #expect(file.readings.isEmpty)
    #expect(file.rejects.map(\.code) == ["bad-mark", "bad-json"])
    #expect(file.rejects.map(\.location.line) == [2, 3])
  }

  @Test("a further reading that is no probability is refused")
  func badReading() {
    #expect(
      read(#"{"title":"A","label":"SPECIFIC","readings":[0.5,1.5]}"#).rejects.map(\.code)
        == ["bad-reading"]
    )
    let file = FurtherReadings.read(
      Array(#"{"posting_id":"A","readings":[-0.1]}"#.utf8),
      named: "readings"
    )
    #expect(file.rejects.map(\.code) == ["bad-reading"])
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
