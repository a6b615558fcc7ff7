internal import Model

/// The RSS of saved Upwork searches (switched off in August 2024; archives live on).
///
/// The text carries its fields in bold: hourly range or budget, posting date, category, skills,
/// country. The description is repeated as `content:encoded` and counted once.
struct UpworkRSS: XMLFormat {
  let name: FormatName = "upwork-rss"
  let summary = "RSS of a saved Upwork search"
  let grade = EvidenceGrade.real
  let evidence = "77 real items of a public archive."

  private static let layout = XMLLayout(
    [
      .unit(
        "channel/item",
        as: JobTerm.job,
        [
          .value("guid", as: .id), .value("link", as: .link), .value("title", as: .title),
          .value("pubDate", as: .date),
          .value("description", "content:encoded", as: .description),
        ]
      )
    ],
    prefixes: ["content": "http://purl.org/rss/1.0/modules/content/"]
  )

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool { root == XMLName("rss") }

  func recognises(_ evidence: XMLEvidence) -> Bool {
    evidence.has("channel/item/description", "channel/item/encoded")
      && !TeamtailorFeed().recognises(evidence) && !WPJobManagerFeed().recognises(evidence)
  }

  func makeReader() -> any XMLRecordReader { UpworkRSSReader(format: name) }
}

private struct UpworkRSSReader: XMLRecordReader {
  let format: FormatName
  private var first: [String: SourceLocation] = [:]

  init(format: FormatName) { self.format = format }

  mutating func read(_ unit: XMLUnit, into reading: inout InputReading) {
    let item = XMLGroup<JobTerm>(unit)
    let link = item.text(.link) ?? item.text(.id) ?? ""
    guard link.contains("upwork.com/") || (item.text(.title) ?? "").hasSuffix(" - Upwork") else {
      reading.refuse(
        code: InputReader.unrecognised,
        "this RSS feed is not Upwork's",
        remedy: "`tacit formats` lists what is read",
        line: item.line
      )
      return
    }
    let location = reading.location(line: item.line)
    let id = Self.id(item.text(.id) ?? link)
    if let id, let original = first[id] {
      reading.duplicates.append(
        Duplicate(location: location, original: original, reason: .samePosting)
      )
      return
    }
    var title = item.bytes(.title).map(MarkupText.plain) ?? ""
    if title.hasSuffix(" - Upwork") { title.removeLast(" - Upwork".count) }
    guard !title.isEmpty else {
      item.reject(
        code: "missing-title",
        "the item has no title",
        remedy: "export the feed again",
        into: &reading
      )
      return
    }
    if let id { first[id] = location }
    var posting = Posting(location: location, format: format, title: title)
    let text = item.bytes(.description).map(MarkupText.plain) ?? ""
    let fields = Self.fields(text)
    posting.id = id
    posting.date = (fields["Posted On"] ?? item.text(.date)).flatMap(FeedDate.day)
    posting.description = Self.body(text)
    posting.category = fields["Category"]
    posting.skills = (fields["Skills"] ?? "").split(separator: ",").map {
      $0.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
    posting.type =
      fields["Hourly Range"] != nil ? "hourly" : fields["Budget"] != nil ? "fixed" : nil
    reading.records.append(.posting(posting))
  }

  private static let labels = [
    "Hourly Range", "Budget", "Posted On", "Category", "Skills", "Location Requirement", "Country",
  ]

  /// The part of a link that identifies the job; never the user's security token behind the `?`.
  private static func id(_ link: String) -> String? {
    let path = link.prefix { $0 != "?" }
    guard let tilde = path.lastIndex(of: "~") else { return path.isEmpty ? nil : String(path) }
    return String(path[tilde...].prefix { $0 != "/" && $0 != "_" })
  }

  private static func fields(_ text: String) -> [String: String] {
    var fields: [String: String] = [:]
    for line in text.split(separator: "\n") {
      for label in labels where fields[label] == nil {
        guard let range = line.firstRange(of: label) else { continue }
        let rest = line[range.upperBound...].drop { $0 == " " || $0 == ":" }
        if line[..<range.lowerBound].allSatisfy({ $0 == " " }), !rest.isEmpty {
          fields[label] = String(rest)
        }
      }
    }
    return fields
  }

  /// The text before the fields.
  private static func body(_ text: String) -> String {
    text.split(separator: "\n").prefix { line in
      !labels.contains { line.hasPrefix("\($0):") || line.hasPrefix("\($0) :") }
    }.joined(separator: "\n")
  }
}
