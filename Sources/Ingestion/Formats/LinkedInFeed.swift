internal import Model

/// A job feed in the layout of LinkedIn's limited listings; the official sample wraps amounts in a
/// broken CDATA section, and so do feeds.
struct LinkedInFeed: XMLFormat {
  let name: FormatName = "linkedin-feed"
  let summary = "Job feed in LinkedIn's XML layout"
  let grade = EvidenceGrade.real
  let evidence = "LinkedIn's published XML feed guide and a public copy of it."

  private static let layout = XMLLayout([
    .unit(
      "job",
      as: JobTerm.job,
      [
        .value("partnerJobId", as: .id), .value("title", as: .title),
        .value("listDate", as: .date), .value("description", as: .description),
        .value("jobFunctions/jobFunction", "industryCodes/industryCode", as: .category),
        .value("jobtype", as: .type), .value("company", as: .buyer),
        .value("skills/skill", as: .skills),
      ]
    )
  ])

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool { root == XMLName("source") }

  func recognises(_ evidence: XMLEvidence) -> Bool {
    evidence.has("expectedJobCount", "job/partnerJobId", "job/applyUrl")
  }

  func makeReader() -> any XMLRecordReader { JobFeedReader(format: name) }
}
