internal import Model

/// Recruitee's job feed, whose values are padded with spaces.
struct RecruiteeFeed: XMLFormat {
  let name: FormatName = "recruitee-feed"
  let summary = "Job feed of Recruitee"
  let grade = EvidenceGrade.real
  let evidence = "Recruitee's published documentation of its XML feed."

  private static let layout = XMLLayout([
    .unit(
      "job",
      as: JobTerm.job,
      [
        .value("reference", as: .id), .value("title", as: .title),
        .value("date", as: .date),
        .group("description", as: .section, [.value(".", as: .description)]),
        .group("description_requirements", as: .section, [.value(".", as: .description)]),
        .value("department", as: .department), .value("category", as: .category),
        .value("jobtype", "employment_type", as: .type), .value("company", as: .buyer),
      ]
    )
  ])

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool { root == XMLName("jobs") }

  func recognises(_ evidence: XMLEvidence) -> Bool {
    evidence.has("job/reference") && evidence.has("job/title")
  }

  func makeReader() -> any XMLRecordReader { JobFeedReader(format: name) }
}
