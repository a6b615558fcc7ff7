internal import Model

/// Teamtailor's RSS, told by its own namespace.
struct TeamtailorFeed: XMLFormat {
  let name: FormatName = "teamtailor-feed"
  let summary = "RSS of Teamtailor"
  let grade = EvidenceGrade.corroborated
  let evidence = "Feeds in the tests of a public program that reads them."

  private static let namespace = "https://teamtailor.com/locations"

  private static let layout = XMLLayout(
    [
      .unit(
        "channel/item",
        as: JobTerm.job,
        [
          .value("guid", "link", as: .id), .value("title", as: .title),
          .value("pubDate", as: .date), .value("description", as: .description),
          .value("tt:department", as: .department), .value("tt:role", as: .category),
        ]
      )
    ],
    prefixes: ["tt": namespace]
  )

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool { root == XMLName("rss") }

  func recognises(_ evidence: XMLEvidence) -> Bool {
    evidence.namespaces.values.contains(Self.namespace)
  }

  func makeReader() -> any XMLRecordReader { JobFeedReader(format: name) }
}
