internal import Model

/// A job feed in the layout of Indeed's XML specification, which most applicant tracking systems
/// can write.
///
/// Its `indeed-apply-data` holds a token that is never shown.
struct IndeedFeed: XMLFormat {
  let name: FormatName = "indeed-feed"
  let summary = "Job feed in Indeed's XML layout"
  let grade = EvidenceGrade.real
  let evidence = "Indeed's published field list and two live public feeds."

  private static let layout = XMLLayout(
    [
      .unit(
        "job",
        as: JobTerm.job,
        [
          .value("referencenumber", "requisitionid", as: .id), .value("title", as: .title),
          .value("date", as: .date), .value("description", as: .description),
          .value("category", as: .category), .value("department", as: .department),
          .value("jobtype", as: .type), .value("company", "sourcename", as: .buyer),
        ]
      )
    ],
    secrets: ["indeed-apply-data"]
  )

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool { root == XMLName("source") }

  func recognises(_ evidence: XMLEvidence) -> Bool {
    !LinkedInFeed().recognises(evidence) && !ZipRecruiterFeed().recognises(evidence)
      && (!evidence.hasItem || evidence.has("job/title", "job/referencenumber", "job/url"))
  }

  func makeReader() -> any XMLRecordReader { JobFeedReader(format: name) }
}
