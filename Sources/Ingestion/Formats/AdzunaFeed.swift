internal import Model

/// A job feed in Adzuna's layout.
struct AdzunaFeed: XMLFormat {
  let name: FormatName = "adzuna-feed"
  let summary = "Job feed in Adzuna's XML layout"
  let grade = EvidenceGrade.corroborated
  let evidence = "A public copy of Adzuna's field list."

  private static let layout = XMLLayout([
    .unit(
      "job",
      as: JobTerm.job,
      [
        .value("id", as: .id), .value("title", as: .title), .value("date", as: .date),
        .value("description", as: .description), .value("category", as: .category),
        .value("contract_type", "contract_time", as: .type), .value("company", as: .buyer),
      ]
    )
  ])

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool { root == XMLName("jobs") }

  /// A feed without jobs could be anybody's; it has no records either way.
  func recognises(_ evidence: XMLEvidence) -> Bool {
    !evidence.hasItem || (evidence.has("job/id") && evidence.has("job/title", "job/url"))
  }

  func makeReader() -> any XMLRecordReader { JobFeedReader(format: name) }
}
