public import Model

/// An audit in which no person and no client can be recognised.
///
/// Identifiers and names become pseudonyms wherever they stand, also within sentences, anchors and
/// the names of files; words of postings and memos, records as they stand in an input, and mail
/// addresses are left out, because nobody can know whom they name.
public struct Anonymizer: Sendable {
  /// What stands in the place of free text.
  static let withheld = "(withheld)"

  private let pseudonyms: [String: String]
  private let scrubber: Scrubber
  private let identifiers: Scrubber

  /// Gathers whom an audit and its inputs name; the key makes pseudonyms that only its owner can
  /// trace.
  public init(_ audit: Audit, of dataset: Dataset, aliases: [String] = [], key: String) {
    let digits = Pseudonyms(key: key)
    var names: [String: String] = [:]
    for line in dataset.lines {
      for text in [line.freelancer, line.freelancerID].compactMap(\.self) {
        names[text] = "Person \(digits.digits(text))"
      }
      if let buyer = line.buyer { names[buyer] = "Client \(digits.digits(buyer))" }
    }
    for posting in dataset.postings {
      if let buyer = posting.buyer { names[buyer] = "Client \(digits.digits(buyer))" }
    }
    for alias in aliases { names[alias] = "Person \(digits.digits(alias))" }
    for person in audit.people {
      // The name goes by the identifier, so that both say the same person.
      let pseudonym = digits.digits(person.id)
      names[person.name] = "Person \(pseudonym)"
      names[person.id] = "person-\(pseudonym)"
    }
    if let company = audit.company { names[company] = "Company \(digits.digits(company))" }
    names = names.filter { key, _ in key.contains { $0.isLetter || $0.isNumber } }
    pseudonyms = names
    // In sentences a name of one or two characters would hit ordinary words.
    scrubber = Scrubber(names.filter { $0.key.count > 2 })
    identifiers = Scrubber(names)
  }

  /// A sentence without names.
  func text(_ text: String) -> String { scrubber(text) }

  /// An identifier that may hold others, such as `role:support` or `person:ana`.
  func id(_ id: String) -> String { pseudonyms[id] ?? identifiers(id) }

  /// A sentence without names and without the values that it quotes.
  ///
  /// An apostrophe within a word, as in `role's`, quotes nothing.
  func unquoted(_ text: String) -> String {
    let closing: [Character: Character] = ["'": "'", "\"": "\"", "“": "”", "„": "“", "‘": "’"]
    let characters = Array(scrubber(text))
    var output = ""
    var position = 0
    while position < characters.count {
      let opener = characters[position]
      let isAfterWord =
        position > 0 && (characters[position - 1].isLetter || characters[position - 1].isNumber)
      guard let closer = closing[opener], !isAfterWord else {
        output.append(opener)
        position += 1
        continue
      }
      // The last sign that can close it: a value may hold the sign itself.
      let rest = characters[(position + 1)...]
      let end = rest.lastIndex { $0 == closer } ?? characters.count
      output += "\(opener)…\(closer)"
      position = end + 1
    }
    return output
  }

  /// A place in an input whose name may tell whose it is.
  func place(_ place: SourceLocation) -> SourceLocation {
    SourceLocation(source: text(place.source), line: place.line, column: place.column)
  }

  /// A ledger without names and free text.
  public func ledger(_ entries: [LedgerEntry]) -> [LedgerEntry] {
    entries.map { entry in
      var entry = entry
      entry.location = place(entry.location)
      entry.document = id(entry.document)
      entry.freelancerID = entry.freelancerID.isEmpty ? "" : id(entry.freelancerID)
      entry.freelancer = entry.freelancer.isEmpty ? "" : id(entry.freelancer)
      entry.contract = id(entry.contract)
      entry.text = entry.text.isEmpty ? "" : Self.withheld
      entry.note = text(entry.note)
      return entry
    }
  }

  /// The audit without names.
  public func callAsFunction(_ audit: Audit) -> Audit {
    var audit = audit
    audit.company = audit.company.map(id)
    audit.inputs = audit.inputs.map(input)
    audit.rejects = audit.rejects.map(reject)
    audit.duplicates = audit.duplicates.map(duplicate)
    audit.exchangeRateSource = text(audit.exchangeRateSource)
    audit.departments = audit.departments.map(department)
    audit.roles = audit.roles.map(role)
    audit.people = audit.people.map(person)
    audit.comparisons = audit.comparisons.map(comparison)
    audit.insight = insight(audit.insight)
    audit.explanations = audit.explanations.map(explanation)
    audit.findings = audit.findings.map(finding)
    audit.checks = audit.checks.map(result)
    audit.unmatched = audit.unmatched.map {
      Audit.Unmatched(person: id($0.person), role: id($0.role), lines: $0.lines, amount: $0.amount)
    }
    audit.limits = audit.limits.map(text)
    return audit
  }
}
