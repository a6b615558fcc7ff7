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

  /// A key of ``RoleKeys`` and how a line came to it.
  private typealias Claim = (key: Int, match: RoleAudit.Match)

  /// The roles, ordered by identifier, bytewise.
  let roles: [Role]
  /// The assignment of each line of work, in the order in which those were given.
  let assignments: [Assignment]
  /// The role of each posting, in their order; `nil` for a posting of no role with work.
  let postingRoles: [Int?]

  /// Matches the lines that are work, given by their indexes, to roles.
  init(
    _ lines: [InvoiceLine],
    work: [Int],
    people: [Int],
    postings: [Posting],
    configured: [Configuration.Role],
    personNames: [String]
  ) {
    var patterns = PatternIndex(configured.map { $0.match.map(Pattern.init) })
    var keys = RoleKeys(configured)
    let postingKeys = postings.map { posting -> Int in
      if let index = patterns.role(of: posting) { return keys[.configured(index)] }
      if let role = posting.role { return keys.named(role) }
      return keys.titled(posting.title)
    }
    let byPosting = Dictionary(
      zip(postings, postingKeys).compactMap { posting, key in
        posting.id.map { (PersonDirectory.fold($0), key) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    var found = work.map { line in
      Self.claim(lines[line], patterns.role(of: lines[line]), byPosting, &keys)
    }
    Self.joinContracts(lines, work, &found)
    let claims = Self.inferFromPeople(people, found, &keys)
    var titles = [String?](repeating: nil, count: keys.all.count)
    // Lines that only follow others into a role do not name it, unless nothing else does.
    for isFollowing in [false, true] {
      for (line, claim) in zip(work, claims)
      where titles[claim.key] == nil
        && (claim.match == .otherWork || claim.match == .contract) == isFollowing
      {
        titles[claim.key] = Self.title(lines[line], keys.all[claim.key], configured, personNames)
      }
    }
    let ordered = Self.identify(titles, keys, configured)
    var position = [Int?](repeating: nil, count: keys.all.count)
    for (index, entry) in ordered.enumerated() { position[entry.key] = index }
    roles = ordered.map(\.role)
    assignments = claims.map { Assignment(role: position[$0.key] ?? 0, match: $0.match) }
    let byTitle = postings.isEmpty ? [:] : Self.keysOfTitles(lines, work, claims, &keys)
    postingRoles = zip(postings, postingKeys).map { posting, key in
      position[key] ?? byTitle[keys.normalised(posting.title)].flatMap { position[$0] }
    }
  }

  private static func claim(
    _ line: InvoiceLine,
    _ claimed: Int?,
    _ byPosting: [String: Int],
    _ keys: inout RoleKeys
  ) -> Claim? {
    if let claimed { return (keys[.configured(claimed)], .pattern) }
    if let role = line.role { return (keys.named(role), .roleColumn) }
    if !byPosting.isEmpty, let id = line.postingID, let key = byPosting[PersonDirectory.fold(id)] {
      return (key, .posting)
    }
    if let title = line.contractTitle { return (keys.titled(title), .title) }
    if let contract = line.contract ?? line.project {
      return (keys[.contract(PersonDirectory.fold(contract))], .contract)
    }
    if let description = line.description, !line.format.description.hasPrefix("upwork-"),
      !keys.normalised(description).isEmpty
    {
      return (keys.titled(description), .title)
    }
    return nil
  }

  /// Two titles under one contract number are one contract, and a title that a pattern claims
  /// takes its contract along.
  private static func joinContracts(_ lines: [InvoiceLine], _ work: [Int], _ claims: inout [Claim?])
  {
    struct Contract: Hashable {
      let seller: String
      let number: String
    }
    var numbers: [Contract: Int] = [:]
    let contracts = work.map { line -> Int? in
      guard let number = lines[line].contract else { return nil }
      let seller = lines[line].freelancerID ?? lines[line].freelancer ?? ""
      let next = numbers.count
      return numbers.withDefault(Contract(seller: seller, number: number), next)
    }
    var strongest = [Claim?](repeating: nil, count: numbers.count)
    let order = RoleAudit.Match.allCases
    func rank(_ match: RoleAudit.Match) -> Int { order.firstIndex(of: match) ?? order.count }
    for (contract, claim) in zip(contracts, claims) {
      guard let contract, let claim else { continue }
      if let known = strongest[contract], rank(known.match) <= rank(claim.match) { continue }
      strongest[contract] = claim
    }
    for (index, contract) in contracts.enumerated() {
      guard let contract, let best = strongest[contract] else { continue }
      guard let own = claims[index] else {
        claims[index] = (best.key, .contract)
        continue
      }
      if own.key != best.key, rank(own.match) >= rank(.contract) {
        claims[index] = (best.key, .contract)
      }
    }
  }

  /// Lines that name nothing go to the person's only other role, else to a role of their own.
  private static func inferFromPeople(
    _ people: [Int],
    _ claims: [Claim?],
    _ keys: inout RoleKeys
  ) -> [Claim] {
    /// The roles that a person's other lines lead to.
    enum Others {
      case none, several
      case only(Int)
    }
    var others = [Others](repeating: .none, count: (people.max() ?? -1) + 1)
    for (person, claim) in zip(people, claims) {
      guard let claim else { continue }
      switch others[person] {
      case .none: others[person] = .only(claim.key)
      case .only(let key) where key != claim.key: others[person] = .several
      case .only, .several: break
      }
    }
    return zip(people, claims).map { person, claim in
      if let claim { return claim }
      if case .only(let key) = others[person] { return (key, .otherWork) }
      return (keys[.person(person)], .unmatched)
    }
  }

  /// The key of the first line under each title of a contract.
  private static func keysOfTitles(
    _ lines: [InvoiceLine],
    _ work: [Int],
    _ claims: [Claim],
    _ keys: inout RoleKeys
  ) -> [String: Int] {
    var byTitle: [String: Int] = [:]
    for (line, claim) in zip(work, claims) {
      guard let title = lines[line].contractTitle else { continue }
      _ = byTitle.withDefault(keys.normalised(title), claim.key)
    }
    return byTitle
  }

  private static func title(
    _ line: InvoiceLine,
    _ key: RoleKeys.Key,
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
    _ titles: [String?],
    _ keys: RoleKeys,
    _ configured: [Configuration.Role]
  ) -> [(key: Int, role: Role)] {
    var taken = Set(configured.map(\.id))
    let found = titles.indices.compactMap { key in
      titles[key].map { (key: key, title: $0, rank: "\(keys.all[key])") }
    }
    .sorted { ($0.title, $0.rank) < ($1.title, $1.rank) }
    return found.map { key, title, _ in
      if case .configured(let index) = keys.all[key] {
        let role = configured[index]
        return (key, Role(id: role.id, title: title, configuration: role))
      }
      if case .named = keys.all[key], taken.insert(title).inserted {
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
