internal import Model

/// What can make a role, as small numbers: texts repeat over thousands of lines, so each is folded
/// and looked at once.
struct RoleKeys {
  /// What makes a role.
  enum Key: Hashable {
    /// A role of `audit.yml`, by index.
    case configured(Int)
    /// The export's own role.
    case named(String)
    /// The words of a title.
    case title(String)
    /// The number of a contract or project.
    case contract(String)
    /// A person's lines that lead to no role.
    case person(Int)
  }

  /// The keys, in the order in which they were first asked for.
  private(set) var all: [Key] = []
  private var numbers: [Key: Int] = [:]
  private var ofName: [String: Int] = [:]
  private var ofTitle: [String: Int] = [:]
  private var wordsOfTitle: [String: String] = [:]
  /// The roles of `audit.yml` by their folded identifiers.
  private let configured: [String: Int]

  /// Knows the roles of `audit.yml`.
  init(_ roles: [Configuration.Role]) {
    configured = Dictionary(
      roles.enumerated().map { (PersonDirectory.fold($1.id), $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The number of a key.
  subscript(key: Key) -> Int {
    mutating get {
      let number = numbers.withDefault(key, all.count)
      if number == all.count { all.append(key) }
      return number
    }
  }

  /// The number of the role of a name.
  mutating func named(_ role: String) -> Int {
    if let known = ofName[role] { return known }
    let folded = PersonDirectory.fold(role)
    let number = self[configured[folded].map { .configured($0) } ?? .named(folded)]
    ofName[role] = number
    return number
  }

  /// The number of the role of a title.
  mutating func titled(_ title: String) -> Int {
    if let known = ofTitle[title] { return known }
    let words = normalised(title)
    let number = self[configured[words].map { .configured($0) } ?? .title(words)]
    ofTitle[title] = number
    return number
  }

  /// A title without what changes from line to line, computed once.
  mutating func normalised(_ title: String) -> String {
    if let known = wordsOfTitle[title] { return known }
    let words = RoleMatcher.normalised(title)
    wordsOfTitle[title] = words
    return words
  }
}

extension RoleMatcher {
  /// A title without what changes from line to line: digits, dates, months and punctuation.
  static func normalised(_ title: String) -> String {
    let words = LetterWords.of(title).map(String.init)
    let kept = words.filter { !changingWords.contains($0) }
    return (kept.isEmpty ? words : kept).joined(separator: " ")
  }

  private static let changingWords: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "week", "weeks", "month", "day", "days", "hours", "hrs", "invoice",
    "from", "to", "for", "of", "the", "q", "no", "nr",
  ]
}

extension Dictionary {
  /// The value of a key, which is stored first where there is none.
  mutating func withDefault(_ key: Key, _ value: Value) -> Value {
    if let known = self[key] { return known }
    self[key] = value
    return value
  }
}
