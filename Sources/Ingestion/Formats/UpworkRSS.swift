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

  func recognises(root: XMLName) -> Bool { root == XMLName(namespace: "", local: "rss") }

  func makeReader() -> any XMLRecordReader { UpworkRSSReader(format: name) }
}

private struct UpworkRSSReader: XMLRecordReader {
  let format: FormatName
  private var builder = XMLSubtreeBuilder()
  private var first: [String: SourceLocation] = [:]

  init(format: FormatName) { self.format = format }

  mutating func start(_ element: XMLElement, path: [String], into reading: inout InputReading) {
    builder.start(element, isUnit: path == ["rss", "channel", "item"])
  }

  mutating func end(
    _ element: XMLElement,
    path: [String],
    text: String,
    into reading: inout InputReading
  ) {
    guard let item = builder.end(text: text) else { return }
    let link = item.text("link") ?? item.text("guid") ?? ""
    guard link.contains("upwork.com/") || (item.text("title") ?? "").hasSuffix(" - Upwork") else {
      reading.refuse(
        code: InputReader.unrecognised,
        "this RSS feed is not Upwork's",
        remedy: "see the formats in the README",
        line: item.line
      )
      return
    }
    let location = reading.location(line: item.line)
    let id = Self.id(item.text("guid") ?? link)
    if let id, let original = first[id] {
      reading.duplicates.append(
        Duplicate(location: location, original: original, reason: .samePosting)
      )
      return
    }
    var title = MarkupText.plain(item.text("title") ?? "")
    if title.hasSuffix(" - Upwork") { title.removeLast(" - Upwork".count) }
    guard !title.isEmpty else {
      reading.rejects.append(
        Reject(
          location: location,
          byteOffset: nil,
          code: "missing-title",
          reason: "the item has no title",
          remedy: "export the feed again",
          text: id ?? ""
        )
      )
      return
    }
    if let id { first[id] = location }
    var posting = Posting(location: location, format: format, title: title)
    let text = MarkupText.plain(item.text("description") ?? item.text("encoded") ?? "")
    let fields = Self.fields(text)
    posting.id = id
    posting.date = (fields["Posted On"] ?? item.text("pubDate")).flatMap(FeedDate.day)
    posting.description = Self.body(text)
    posting.category = fields["Category"]
    posting.skills = (fields["Skills"] ?? "").split(separator: ",").map {
      $0.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
    posting.type =
      fields["Hourly Range"] != nil ? "hourly" : fields["Budget"] != nil ? "fixed" : nil
    reading.records.append(.posting(posting))
  }

  mutating func finish(into reading: inout InputReading) {}

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
