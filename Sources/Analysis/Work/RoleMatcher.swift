internal import Model

/// Brings lines and postings to roles: patterns of `audit.yml` first, then the export's own role,
/// then the identifiers of postings and contracts, then titles; it remembers how.
struct RoleMatcher {
  /// A role as it was found.
  struct Role {
    /// The identifier.
    let id: String
    /// The name to show.
    let title: String
    /// What the user says about it.
    let configuration: Configuration.Role?
  }

  /// Where a line belongs.
  struct Assignment {
    /// The index of the role.
    let role: Int
    /// How it came there.
    let match: RoleAudit.Match
  }

  private enum Key: Hashable {
    case configured(Int)
    case named(String)
    case title(String)
    case contract(String)
    case person(Int)
  }

  /// The roles, ordered by identifier, bytewise.
  let roles: [Role]
  /// The assignment of each line, in their order.
  let assignments: [Assignment]
  /// The role of each posting, in their order; `nil` for a posting of no role with work.
  let postingRoles: [Int?]

  /// Matches work lines, in the order given, to roles.
  init(
    _ lines: [InvoiceLine],
    people: [Int],
    postings: [Posting],
    configured: [Configuration.Role],
    personNames: [String]
  ) {
    var patterns = PatternIndex(configured.map { $0.match.map(Pattern.init) })
    let ids = Dictionary(
      configured.enumerated().map { (PersonDirectory.fold($1.id), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let postingKeys = postings.map { posting -> Key in
      if let index = patterns.role(of: posting) { return .configured(index) }
      if let role = posting.role { return Self.named(role, ids) }
      return Self.titled(posting.title, ids)
    }
    let byPosting = Dictionary(
      zip(postings, postingKeys).compactMap { posting, key in
        posting.id.map { (PersonDirectory.fold($0), key) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    var found = lines.map { line in
      Self.key(line, claimed: patterns.role(of: line), ids: ids, byPosting: byPosting)
    }
    Self.joinContracts(lines, &found)
    let keys = Self.inferFromPeople(people, found)
    var titles: [Key: String] = [:]
    // Lines that only follow others into a role do not name it, unless nothing else does.
    for isFollowing in [false, true] {
      for (line, key) in zip(lines, keys)
      where titles[key.0] == nil && ([.otherWork, .contract].contains(key.1) == isFollowing) {
        titles[key.0] = Self.title(line, key.0, configured, personNames)
      }
    }
    let ordered = Self.identify(titles, configured)
    let position = Dictionary(
      ordered.enumerated().map { ($1.key, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    roles = ordered.map(\.role)
    assignments = keys.map { Assignment(role: position[$0.0] ?? 0, match: $0.1) }
    let byTitle = Dictionary(
      zip(lines, keys).compactMap { line, key in
        line.contractTitle.map { (Self.normalised($0), key.0) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    postingRoles = zip(postings, postingKeys).map { posting, key in
      position[key] ?? byTitle[Self.normalised(posting.title)].flatMap { position[$0] }
    }
  }

  private static func key(
    _ line: InvoiceLine,
    claimed: Int?,
    ids: [String: Int],
    byPosting: [String: Key]
  ) -> (Key, RoleAudit.Match)? {
    if let claimed { return (.configured(claimed), .pattern) }
    if let role = line.role { return (named(role, ids), .roleColumn) }
    if let id = line.postingID, let key = byPosting[PersonDirectory.fold(id)] {
      return (key, .posting)
    }
    if let title = line.contractTitle { return (titled(title, ids), .title) }
    if let contract = line.contract ?? line.project {
      return (.contract(PersonDirectory.fold(contract)), .contract)
    }
    if let description = line.description, !line.format.description.hasPrefix("upwork-"),
      let words = Optional(normalised(description)), !words.isEmpty
    {
      return (titled(description, ids), .title)
    }
    return nil
  }

  private static func named(_ role: String, _ ids: [String: Int]) -> Key {
    ids[PersonDirectory.fold(role)].map { .configured($0) } ?? .named(PersonDirectory.fold(role))
  }

  private static func titled(_ title: String, _ ids: [String: Int]) -> Key {
    let words = normalised(title)
    return ids[words].map { .configured($0) } ?? .title(words)
  }

  /// Two titles under one contract number are one contract, and a title that a pattern claims
  /// takes its contract along.
  private static func joinContracts(
    _ lines: [InvoiceLine],
    _ keys: inout [(Key, RoleAudit.Match)?]
  ) {
    struct Contract: Hashable {
      let seller: String
      let number: String
    }
    func contract(_ line: InvoiceLine) -> Contract? {
      line.contract.map {
        Contract(seller: line.freelancerID ?? line.freelancer ?? "", number: $0)
      }
    }
    var strongest: [Contract: (Key, RoleAudit.Match)] = [:]
    let order = RoleAudit.Match.allCases
    func rank(_ match: RoleAudit.Match) -> Int { order.firstIndex(of: match) ?? order.count }
    for (line, key) in zip(lines, keys) {
      guard let contract = contract(line), let key else { continue }
      if let known = strongest[contract], rank(known.1) <= rank(key.1) { continue }
      strongest[contract] = key
    }
    for (index, line) in lines.enumerated() {
      guard let contract = contract(line), let best = strongest[contract] else { continue }
      guard let own = keys[index] else {
        keys[index] = (best.0, .contract)
        continue
      }
      if own.0 != best.0, rank(own.1) >= rank(.contract) { keys[index] = (best.0, .contract) }
    }
  }

  /// Lines that name nothing go to the person's only other role, else to a role of their own.
  private static func inferFromPeople(
    _ people: [Int],
    _ keys: [(Key, RoleAudit.Match)?]
  ) -> [(Key, RoleAudit.Match)] {
    var known: [Int: Set<Key>] = [:]
    for (person, key) in zip(people, keys) {
      if let key { known[person, default: []].insert(key.0) }
    }
    return zip(people, keys).map { person, key in
      if let key { return key }
      if let roles = known[person], roles.count == 1, let only = roles.first {
        return (only, .otherWork)
      }
      return (.person(person), .unmatched)
    }
  }

  /// A title without what changes from line to line: digits, dates, months and punctuation.
  static func normalised(_ title: String) -> String {
    let words = title.lowercased().split { !$0.isLetter }.map(String.init)
    let kept = words.filter { !changingWords.contains($0) }
    return (kept.isEmpty ? words : kept).joined(separator: " ")
  }

  private static let changingWords: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "week", "weeks", "month", "day", "days", "hours", "hrs", "invoice",
    "from", "to", "for", "of", "the", "q", "no", "nr",
  ]

  private static func title(
    _ line: InvoiceLine,
    _ key: Key,
    _ configured: [Configuration.Role],
    _ personNames: [String]
  ) -> String {
    switch key {
    case .configured(let index): configured[index].id
    case .named: line.role ?? line.description ?? "unnamed role"
    case .title: line.contractTitle ?? line.role ?? line.description ?? "unnamed role"
    case .contract: line.contractTitle ?? line.description ?? "contract \(line.contract ?? "")"
    case .person(let person): "unnamed work of \(personNames[person])"
    }
  }

  private static func identify(
    _ titles: [Key: String],
    _ configured: [Configuration.Role]
  ) -> [(key: Key, role: Role)] {
    var taken = Set(configured.map(\.id))
    let found = titles.map { (key: $0.key, title: $0.value, rank: "\($0.key)") }
      .sorted { ($0.title, $0.rank) < ($1.title, $1.rank) }
    return found.map { key, title, _ in
      if case .configured(let index) = key {
        let role = configured[index]
        return (key, Role(id: role.id, title: title, configuration: role))
      }
      if case .named = key, taken.insert(title).inserted {
        return (key, Role(id: title, title: title, configuration: nil))
      }
      var id = Slug.make(title)
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(Slug.make(title))-\(number)"
        number += 1
      }
      return (key, Role(id: id, title: title, configuration: nil))
    }.sorted { $0.role.id.precedesBytewise($1.role.id) }
  }
}
