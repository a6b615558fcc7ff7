internal import Model

/// Finds the first role whose patterns claim a line or a posting.
///
/// Texts repeat over thousands of lines, so each is compared with the patterns once.
struct PatternIndex {
  private struct Text: Hashable {
    let field: Pattern.Field
    let text: String
  }

  private let patterns: [Pattern.Field: [(role: Int, pattern: Pattern)]]
  private var known: [Text: Int?] = [:]

  /// Takes the patterns of each role, in their order.
  init(_ roles: [[Pattern]]) {
    var patterns: [Pattern.Field: [(role: Int, pattern: Pattern)]] = [:]
    for (role, own) in roles.enumerated() {
      for pattern in own { patterns[pattern.field, default: []].append((role, pattern)) }
    }
    self.patterns = patterns
  }

  /// The index of the first role that claims a line, or `nil`.
  mutating func role(of line: InvoiceLine) -> Int? {
    guard !patterns.isEmpty else { return nil }
    return first([
      (.work, line.role), (.work, line.contractTitle), (.work, line.project),
      (.work, line.description), (.contract, line.contract), (.posting, line.postingID),
      (.project, line.project), (.order, line.order), (.freelancer, line.freelancer),
      (.freelancer, line.freelancerID), (.role, line.role), (.department, line.department),
    ])
  }

  /// The index of the first role that claims a posting, or `nil`.
  mutating func role(of posting: Posting) -> Int? {
    first([
      (.work, posting.role), (.work, posting.title), (.posting, posting.id),
      (.role, posting.role), (.department, posting.department),
    ])
  }

  private mutating func first(_ texts: [(Pattern.Field, String?)]) -> Int? {
    var best: Int?
    for (field, text) in texts {
      guard let text, patterns[field] != nil, let role = role(field, text) else { continue }
      best = min(best ?? role, role)
    }
    return best
  }

  private mutating func role(_ field: Pattern.Field, _ text: String) -> Int? {
    let key = Text(field: field, text: text)
    if let found = known[key] { return found }
    let folded = PersonDirectory.fold(text)
    let role = patterns[field]?.first { $0.pattern.matches(folded: folded) }?.role
    known[key] = .some(role)
    return role
  }
}
