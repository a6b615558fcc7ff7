internal import Model

/// The RSS of the WordPress plugin WP Job Manager, whose namespace is the address of each site and
/// only the prefix is the same everywhere.
struct WPJobManagerFeed: XMLFormat {
  let name: FormatName = "wp-job-manager-feed"
  let summary = "RSS of WP Job Manager (WordPress)"
  let grade = EvidenceGrade.real
  let evidence = "The plugin's source, which writes the feed."

  private static let layout = XMLLayout(
    [
      .unit(
        "channel/item",
        as: JobTerm.job,
        [
          .value("guid", "link", as: .id), .value("title", as: .title),
          .value("pubDate", as: .date),
          .value("content:encoded", "description", as: .description),
          .value("job_listing:job_category", as: .category),
          .value("job_listing:job_type", as: .type), .value("job_listing:company", as: .buyer),
        ]
      )
    ],
    prefixes: ["content": "http://purl.org/rss/1.0/modules/content/", "job_listing": "*"]
  )

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool { root == XMLName("rss") }

  func recognises(_ evidence: XMLEvidence) -> Bool { evidence.namespaces["job_listing"] != nil }

  func makeReader() -> any XMLRecordReader { JobFeedReader(format: name) }
}
