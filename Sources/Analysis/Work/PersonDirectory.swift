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
  /// The index of the person of each line of work, in the order in which those were given.
  let personOfWork: [Int]
  /// Names that more than one identifier claims.
  let ambiguousNames: [String]
  /// Whether some lines name nobody.
  let hasUnnamed: Bool

  private enum Key: Hashable {
    case configured(String)
    case identifier(String)
    case name(String)
    case contract(String)
    case unnamed
  }

  /// Reads the sellers of the lines that are work, which are given by their indexes.
  init(_ lines: [InvoiceLine], work: [Int], configured: [Configuration.Person]) {
    let mentions = SellerMentions(lines, work: work)
    let aliases = Self.aliases(configured)
    var identifiersOfName: [String: Set<String>] = [:]
    for seller in mentions.sellers {
      if let id = seller.identifier, let name = seller.name {
        identifiersOfName[Self.fold(name), default: []].insert(Self.fold(id))
      }
    }
    let claims = identifiersOfName.compactMapValues { $0.count == 1 ? $0.first : nil }
    let keys = mentions.sellers.map { Self.person($0, aliases: aliases, claims: claims) }
    var drafts: [Key: Draft] = [:]
    for (key, seller) in zip(keys, mentions.sellers) { drafts[key, default: Draft()].note(seller) }
    let configurations = Dictionary(
      configured.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var taken: Set<String> = []
    let named = drafts.sorted {
      ($0.value.firstLocation, $0.value.firstMention)
        < ($1.value.firstLocation, $1.value.firstMention)
    }
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
    let personOfSeller = keys.map { position[$0] ?? 0 }
    personOfWork = mentions.sellerOfWork.map { personOfSeller[$0] }
    ambiguousNames = identifiersOfName.filter { $0.value.count > 1 }.keys.sorted()
    hasUnnamed = mentions.sellers.contains { $0.identifier == nil && $0.name == nil }
  }

  /// A text in a form in which different spellings of one thing are equal.
  static func fold(_ text: String) -> String {
    // Most identifiers are folded already, and looking costs less than splitting.
    if isFolded(text) { return text }
    if let folded = foldedASCII(text) { return folded }
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

  /// The folded form of a text in printable ASCII; `nil` for any other, whose letters and spaces
  /// only Unicode's tables know.
  private static func foldedASCII(_ text: String) -> String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    let space = UInt8(ascii: " ")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
      case space: if let last = folded.last, last != space { folded.append(space) }
      case 0x21...0x7E: folded.append(byte)
      default: return nil
      }
    }
    if folded.last == space { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
  }

  private struct Draft {
    var names: [String: Int] = [:]
    var ownIdentifier: (mention: Int, text: String)?
    var documentIdentifier: String?
    var firstLocation = SourceLocation(source: "\u{10FFFF}", line: .max)
    var firstMention = Int.max

    /// Takes sellers in the order in which they are first mentioned.
    mutating func note(_ seller: SellerMentions.Seller) {
      if let name = seller.name { names[name, default: 0] += seller.count }
      if let id = seller.identifier {
        // A tax number from an invoice names a person only when nothing friendlier does.
        if let mention = seller.firstOwnMention, mention < ownIdentifier?.mention ?? .max {
          ownIdentifier = (mention, id)
        }
        documentIdentifier = documentIdentifier ?? id
      }
      firstLocation = min(firstLocation, seller.firstLocation)
      firstMention = min(firstMention, seller.firstMention)
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

  private static func person(
    _ seller: SellerMentions.Seller,
    aliases: [String: String],
    claims: [String: String]
  ) -> Key {
    for text in [seller.identifier, seller.name].compactMap({ $0 }) {
      if let id = aliases[fold(text)] { return .configured(id) }
    }
    if let id = seller.identifier { return .identifier(fold(id)) }
    if let name = seller.name {
      return claims[fold(name)].map { aliases[$0].map { .configured($0) } ?? .identifier($0) }
        ?? .name(fold(name))
    }
    return seller.contract.map { .contract(fold($0)) } ?? .unnamed
  }

  private static func id(_ key: Key, _ draft: Draft) -> String {
    switch key {
    case .configured(let id): id
    case .contract(let contract): "contract-\(Slug.make(contract))"
    case .unnamed: "unnamed"
    case .identifier, .name:
      draft.ownIdentifier?.text ?? draft.name.map { Slug.make($0) } ?? draft.documentIdentifier
        ?? "unnamed"
    }
  }

  private static func shownName(_ key: Key, _ draft: Draft, _ id: String) -> String {
    switch key {
    case .contract(let contract): "holder of contract \(contract)"
    case .unnamed: "unnamed"
    case .configured, .identifier, .name: draft.name ?? id
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
