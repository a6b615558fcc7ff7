internal import Model

/// Personio's job feed: the title is `name`, and so are the headings of the description; a feed
/// without positions is a healthy one.
struct PersonioFeed: XMLFormat {
  let name: FormatName = "personio-feed"
  let summary = "Job feed of Personio"
  let grade = EvidenceGrade.real
  let evidence = "A real feed in a public test suite."

  private static let layout = XMLLayout([
    .unit(
      "position",
      as: JobTerm.job,
      [
        .value("id", as: .id), .value("name", as: .title), .value("createdAt", as: .date),
        .value("department", as: .department),
        .value("occupationCategory", "recruitingCategory", as: .category),
        .value("employmentType", "schedule", as: .type), .value("subcompany", as: .buyer),
        .value("keywords", as: .skills),
        .group(
          "jobDescriptions/jobDescription",
          as: .section,
          [.value("name", as: .heading), .value("value", as: .description)]
        ),
      ]
    )
  ])

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool { root == XMLName("workzag-jobs") }

  func makeReader() -> any XMLRecordReader { JobFeedReader(format: name) }
}
