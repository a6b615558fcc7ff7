internal import Model

/// A job feed in Jooble's layout: the title is `name`, the id an attribute, days `dd.mm.yyyy`.
struct JoobleFeed: XMLFormat {
  let name: FormatName = "jooble-feed"
  let summary = "Job feed in Jooble's XML layout"
  let grade = EvidenceGrade.real
  let evidence = "A live public feed of seven jobs."

  private static let layout = XMLLayout([
    .unit(
      "job",
      as: JobTerm.job,
      [
        .value("@id", as: .id), .value("name", as: .title),
        .value("pubdate", "updated", as: .date), .value("description", as: .description),
        .value("jobtype", as: .type), .value("company", as: .buyer),
      ]
    )
  ])

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool { root == XMLName("jobs") }

  func recognises(_ evidence: XMLEvidence) -> Bool {
    evidence.has("job/name") && evidence.has("job/link", "job/region", "job/pubdate", "job/updated")
  }

  func makeReader() -> any XMLRecordReader { JobFeedReader(format: name) }
}
