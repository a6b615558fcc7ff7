internal import Model

/// Who is who: every line's seller as one person, whatever the spelling in each export.
///
/// Aliases of `audit.yml` come first. Otherwise an identifier and the names that occur with it are
/// one person, and a name alone is the person of that name, as long as only one identifier claims
/// it; spellings are compared in canonical form with case and white space folded, nothing more.
struct PersonDirectory {
  /// One person.
  struct Person {
    /// The identifier.
    let id: String
    /// The name to show.
    let name: String
    /// What the user says about the person.
    let configuration: Configuration.Person?
  }

  /// The people, ordered by identifier, bytewise.
  let people: [Person]
  /// Names that more than one identifier claims.
  let ambiguousNames: [String]
  private let indexByKey: [Key: Int]
  private let ambiguous: Set<String>

  private enum Key: Hashable {
    case configured(String)
    case identifier(String)
    case both(identifier: String, name: String)
    case name(String)
    case contract(String)
    case unnamed
  }

  /// Reads the sellers of all lines.
  init(_ lines: [InvoiceLine], configured: [Configuration.Person]) {
    let aliases = Self.aliases(configured)
    var identifiersOfName: [String: Set<String>] = [:]
    for line in lines {
      if let id = line.freelancerID, let name = line.freelancer {
        identifiersOfName[Self.fold(name), default: []].insert(Self.fold(id))
      }
    }
    ambiguous = Set(identifiersOfName.filter { $0.value.count > 1 }.keys)
    let claims = identifiersOfName.compactMapValues { $0.count == 1 ? $0.first : nil }
    var drafts: [Key: Draft] = [:]
    var keyOf: [Key: Key] = [:]
    for line in lines {
      let own = Self.ownKey(line)
      let key = Self.person(line, aliases: aliases, claims: claims)
      keyOf[own] = key
      drafts[key, default: Draft()].note(line)
    }
    let configurations = Dictionary(
      configured.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var taken: Set<String> = []
    let named = drafts.sorted { ($0.value.firstLocation, 0) < ($1.value.firstLocation, 0) }
      .map { key, draft -> (Key, Person) in
        let id = Self.unique(Self.id(key, draft), &taken)
        let configuration: Configuration.Person? =
          if case .configured(let id) = key { configurations[id] } else { nil }
        return (
          key, Person(id: id, name: Self.shownName(key, draft, id), configuration: configuration)
        )
      }
      .sorted { $0.1.id.precedesBytewise($1.1.id) }
    let position = Dictionary(
      named.enumerated().map { ($1.0, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    people = named.map(\.1)
    indexByKey = keyOf.compactMapValues { position[$0] }
    ambiguousNames = ambiguous.sorted()
  }

  /// The index of the line's person.
  func index(of line: InvoiceLine) -> Int { indexByKey[Self.ownKey(line)] ?? 0 }

  /// A text in a form in which different spellings of one thing are equal.
  static func fold(_ text: String) -> String {
    // Most identifiers are folded already, and looking costs less than splitting.
    if isFolded(text) { return text }
    return text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether a text is ASCII in lower case with single spaces between words.
  private static func isFolded(_ text: String) -> Bool {
    let space = UInt8(ascii: " ")
    var before = space
    for byte in text.utf8 {
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      if byte >= 0x7F || byte < space || isUpper || (byte == space && before == space) {
        return false
      }
      before = byte
    }
    return before != space || text.isEmpty
  }

  private struct Draft {
    var names: [String: Int] = [:]
    var ownIdentifier: String?
    var documentIdentifier: String?
    var firstLocation = SourceLocation(source: "\u{10FFFF}", line: .max)

    mutating func note(_ line: InvoiceLine) {
      if let name = line.freelancer { names[name, default: 0] += 1 }
      if let id = line.freelancerID {
        // A tax number from an invoice names a person only when nothing friendlier does.
        if line.format == "tacit-invoices" { ownIdentifier = ownIdentifier ?? id }
        documentIdentifier = documentIdentifier ?? id
      }
      firstLocation = min(firstLocation, line.location)
    }

    /// The most frequent spelling.
    var name: String? { names.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key }
  }

  private static func aliases(_ configured: [Configuration.Person]) -> [String: String] {
    var table: [String: String] = [:]
    for person in configured {
      for alias in [person.id] + person.aliases { table[fold(alias)] = person.id }
    }
    return table
  }

  private static func ownKey(_ line: InvoiceLine) -> Key {
    switch (line.freelancerID, line.freelancer) {
    case (let id?, let name?): .both(identifier: fold(id), name: fold(name))
    case (let id?, nil): .identifier(fold(id))
    case (nil, let name?): .name(fold(name))
    case (nil, nil): (line.contract ?? line.contractTitle).map { .contract(fold($0)) } ?? .unnamed
    }
  }

  private static func person(
    _ line: InvoiceLine,
    aliases: [String: String],
    claims: [String: String]
  ) -> Key {
    for text in [line.freelancerID, line.freelancer].compactMap({ $0 }) {
      if let id = aliases[fold(text)] { return .configured(id) }
    }
    if let id = line.freelancerID { return .identifier(fold(id)) }
    if let name = line.freelancer {
      return claims[fold(name)].map { aliases[$0].map { .configured($0) } ?? .identifier($0) }
        ?? .name(fold(name))
    }
    return ownKey(line)
  }

  private static func id(_ key: Key, _ draft: Draft) -> String {
    switch key {
    case .configured(let id): id
    case .contract(let contract): "contract-\(Slug.make(contract))"
    case .unnamed: "unnamed"
    case .identifier, .both, .name:
      draft.ownIdentifier ?? draft.name.map { Slug.make($0) } ?? draft.documentIdentifier
        ?? "unnamed"
    }
  }

  private static func shownName(_ key: Key, _ draft: Draft, _ id: String) -> String {
    switch key {
    case .contract(let contract): "holder of contract \(contract)"
    case .unnamed: "unnamed"
    case .configured, .identifier, .both, .name: draft.name ?? id
    }
  }

  private static func unique(_ id: String, _ taken: inout Set<String>) -> String {
    var candidate = id
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(id)-\(number)"
      number += 1
    }
    return candidate
  }
}
