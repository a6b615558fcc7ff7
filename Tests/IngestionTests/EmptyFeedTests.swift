import Ingestion
import Model
import TestSupport
import Testing

/// Documents that are well-formed, known and empty.
struct EmptyFeedTests {
  @Test(
    "an empty feed whose root tells the format has no records, and is said",
    arguments: [
      ("<workzag-jobs/>", "personio-feed"), ("<workzag-jobs>\n</workzag-jobs>", "personio-feed"),
      ("<source/>", "indeed-feed"), ("<source><publisher>P</publisher></source>", "indeed-feed"),
      ("<source><expectedJobCount>0</expectedJobCount></source>", "linkedin-feed"),
      ("<jobs/>", "adzuna-feed"),
      (
        "<rss xmlns:tt=\"https://teamtailor.com/locations\"><channel><title>T</title></channel></rss>",
        "teamtailor-feed"
      ), ("<rss xmlns:job_listing=\"https://example.org\"><channel/></rss>", "wp-job-manager-feed"),
      (
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>S</Id></Stmt></BkToCstmrStmt></Document>",
        "camt-statement"
      ),
    ]
  )
  func empty(text: String, format: String) throws {
    for blockSize in blockSizes {
      let reading = try read(text, blockSize: blockSize)
      #expect(reading.refusal == nil && reading.records.isEmpty && reading.rejects.isEmpty)
      #expect(reading.format.map { "\($0)" } == format)
      #expect(reading.diagnostics.map(\.code) == ["no-records"])
    }
  }

  @Test("an RSS that nothing tells apart is refused, and a feed with rejects is not empty")
  func others() throws {
    #expect(try read("<rss><channel/></rss>").refusal?.code == "unrecognised-input")
    let reading = try read("<workzag-jobs><position><id>1</id></position></workzag-jobs>")
    #expect(reading.rejects.count == 1 && reading.diagnostics.isEmpty)
  }

  @Test("records that were handed over count")
  func handedOver() throws {
    let jobs = String(
      repeating: "<position><name>A</name></position>",
      count: 300
    )
    let outcome = try InputReader.read(
      MemorySource(Array("<workzag-jobs>\(jobs)</workzag-jobs>".utf8), blockSize: 512),
      named: "in",
      portions: { _ in }
    )
    #expect(outcome.reading.diagnostics.isEmpty)
  }
}
