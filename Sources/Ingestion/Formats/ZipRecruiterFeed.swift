internal import Model

/// A job feed in ZipRecruiter's layout: Indeed's fields with its own for promotion and hours.
struct ZipRecruiterFeed: XMLFormat {
  let name: FormatName = "ziprecruiter-feed"
  let summary = "Job feed in ZipRecruiter's XML layout"
  let grade = EvidenceGrade.corroborated
  let evidence = "A feed that a public applicant tracking system writes for ZipRecruiter."

  private static let job: [XMLRule<JobTerm>] = [
    .value("referencenumber", as: .id), .value("title", as: .title), .value("date", as: .date),
    .value("description", as: .description), .value("category", as: .category),
    .value("department", as: .department), .value("jobtype", "contract_time", as: .type),
    .value("company", as: .buyer),
  ]

  private static let layout = XMLLayout([
    .unit("job", as: JobTerm.job, job), .unit("jobs/job", as: .job, job),
  ])

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool { root == XMLName("source") || root == XMLName("jobs") }

  func recognises(_ evidence: XMLEvidence) -> Bool {
    if evidence.has("job/trafficboost", "jobs/job/trafficboost") { return true }
    guard evidence.root == XMLName("source") else { return false }
    return evidence.has("job/contract_time", "jobs/job/contract_time", "jobs/job/referencenumber")
  }

  func makeReader() -> any XMLRecordReader { JobFeedReader(format: name) }
}
