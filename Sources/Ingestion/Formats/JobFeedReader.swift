internal import Model

/// Reads the jobs of a feed, whatever its layout calls them.
struct JobFeedReader: XMLRecordReader {
  private let format: FormatName

  /// Creates a reader of one feed.
  init(format: FormatName) { self.format = format }

  mutating func read(_ unit: XMLUnit, into reading: inout InputReading) {
    let job = XMLGroup<JobTerm>(unit)
    guard let title = Self.plain(job, .title), !title.isEmpty else {
      return job.reject(
        code: "missing-title",
        "the job has no title",
        remedy: "complete the job in the feed",
        into: &reading
      )
    }
    var posting = Posting(
      location: reading.location(line: job.line),
      format: format,
      title: title
    )
    if let date = job.bytes(.date) {
      guard let day = FeedDate.day(Self.unwrapped(date)) else {
        return job.reject(
          code: "bad-date",
          "'\(String(decoding: date, as: UTF8.self))' is not a date of this format",
          remedy: "correct the date in the feed",
          into: &reading
        )
      }
      posting.date = day
    }
    posting.id = Self.plain(job, .id)
    posting.description = Self.description(of: job)
    posting.category = Self.plain(job, .category)
    posting.department = Self.plain(job, .department)
    posting.type = Self.plain(job, .type)
    posting.buyer = Self.plain(job, .buyer)
    posting.skills = Self.skills(job)
    posting.hoursPerWeek = Self.hours(job)
    reading.records.append(.posting(posting))
  }

  private static func description(of job: XMLGroup<JobTerm>) -> String {
    if let text = plain(job, .description) { return text }
    return job.groups(.section).compactMap { section in
      guard let text = plain(section, .description), !text.isEmpty else { return nil }
      return plain(section, .heading).map { "\($0)\n\(text)" } ?? text
    }.joined(separator: "\n")
  }

  private static func skills(_ job: XMLGroup<JobTerm>) -> [String] {
    job.texts(.skills).flatMap { $0.split(separator: ",") }.map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  private static func hours(_ job: XMLGroup<JobTerm>) -> String? {
    guard let least = job.text(.hours), let most = job.text(.mostHours), least != most else {
      return job.text(.hours) ?? job.text(.mostHours)
    }
    return "\(least)-\(most)"
  }

  private static func plain(_ group: XMLGroup<JobTerm>, _ term: JobTerm) -> String? {
    group.bytes(term).map { MarkupText.plain(unwrapped($0)) }
  }

  /// LinkedIn's own sample writes `![CDATA[…]]` as text, and feeds copied it.
  private static func unwrapped(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let start = "![CDATA[".utf8
    guard text.first == UInt8(ascii: "!"), text.starts(with: start) else { return text }
    var inner = text.dropFirst(start.count)
    while let last = inner.last, last == UInt8(ascii: "]") || last == UInt8(ascii: ">") {
      inner = inner.dropLast()
    }
    return UnsafeBufferPointer(rebasing: inner)
  }
}
