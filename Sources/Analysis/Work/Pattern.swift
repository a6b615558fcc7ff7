internal import Model

/// A pattern of `audit.yml` that claims lines and postings for a role.
///
/// `customer support*` matches the texts that name the work; `contract:34848691`, `posting:`,
/// `project:`, `order:`, `freelancer:`, `role:` and `department:` match one field. A star stands
/// for any text; case and white space are folded.
struct Pattern {
  private enum Field: String, CaseIterable {
    case contract, posting, project, order, freelancer, role, department
  }

  private let field: Field?
  private let pieces: [String]

  /// Reads a pattern.
  init(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let field = parts.count == 2 ? Field(rawValue: PersonDirectory.fold(String(parts[0]))) : nil
    self.field = field
    let glob = field == nil ? text : String(parts[1])
    pieces = PersonDirectory.fold(glob).split(separator: "*", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// Whether a line is claimed.
  func matches(_ line: InvoiceLine) -> Bool {
    switch field {
    case nil: matches(any: [line.role, line.contractTitle, line.project, line.description])
    case .contract: matches(any: [line.contract])
    case .posting: matches(any: [line.postingID])
    case .project: matches(any: [line.project])
    case .order: matches(any: [line.order])
    case .freelancer: matches(any: [line.freelancer, line.freelancerID])
    case .role: matches(any: [line.role])
    case .department: matches(any: [line.department])
    }
  }

  /// Whether a posting is claimed.
  func matches(_ posting: Posting) -> Bool {
    switch field {
    case nil: matches(any: [posting.role, posting.title])
    case .posting: matches(any: [posting.id])
    case .role: matches(any: [posting.role])
    case .department: matches(any: [posting.department])
    case .contract, .project, .order, .freelancer: false
    }
  }

  private func matches(any texts: [String?]) -> Bool {
    texts.contains { $0.map { matches(PersonDirectory.fold($0)) } ?? false }
  }

  private func matches(_ text: String) -> Bool {
    guard let first = pieces.first, let last = pieces.last else { return false }
    if pieces.count == 1 { return text == first }
    guard text.hasPrefix(first) else { return false }
    var rest = text.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let range = rest.firstRange(of: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.count >= last.count && rest.hasSuffix(last)
  }
}
