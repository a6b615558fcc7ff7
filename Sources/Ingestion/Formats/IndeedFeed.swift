internal import Model

/// A job feed in the layout of Indeed's XML specification, which most applicant tracking systems
/// can write.
struct IndeedFeed: XMLFormat {
  let name: FormatName = "indeed-feed"
  let summary = "Job feed in Indeed's XML layout"
  let grade = EvidenceGrade.real
  let evidence = "Indeed's published field list and two live public feeds."

  func recognises(root: XMLName) -> Bool { root == XMLName(namespace: "", local: "source") }

  func makeReader() -> any XMLRecordReader { IndeedReader(format: name) }
}

private struct IndeedReader: XMLRecordReader {
  let format: FormatName
  private var builder = XMLSubtreeBuilder()

  init(format: FormatName) { self.format = format }

  mutating func start(_ element: XMLElement, path: [String], into reading: inout InputReading) {
    builder.start(element, isUnit: path == ["source", "job"])
  }

  mutating func end(
    _ element: XMLElement,
    path: [String],
    text: String,
    into reading: inout InputReading
  ) {
    guard let job = builder.end(text: text) else { return }
    guard let title = job.text("title") else {
      reading.rejects.append(
        Reject(
          location: reading.location(line: job.line),
          byteOffset: nil,
          code: "missing-title",
          reason: "the job has no title",
          remedy: "complete the job in the feed",
          text: job.text("referencenumber") ?? ""
        )
      )
      return
    }
    var posting = Posting(
      location: reading.location(line: job.line),
      format: format,
      title: MarkupText.plain(title)
    )
    if let date = job.text("date") {
      guard let day = FeedDate.day(date) else {
        reading.rejects.append(
          Reject(
            location: reading.location(line: job.line),
            byteOffset: nil,
            code: "bad-date",
            reason: "'\(date)' is not a date of this format",
            remedy: "correct the date in the feed",
            text: "\(title) | \(date)"
          )
        )
        return
      }
      posting.date = day
    }
    posting.id = job.text("referencenumber") ?? job.text("requisitionid")
    posting.description = job.text("description").map(MarkupText.plain) ?? ""
    posting.category = job.text("category")
    posting.department = job.text("department")
    posting.type = job.text("jobtype")
    posting.buyer = job.text("company")
    reading.records.append(.posting(posting))
  }

  mutating func finish(into reading: inout InputReading) {}
}
