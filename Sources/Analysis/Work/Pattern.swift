/// A pattern of `audit.yml` that claims lines and postings for a role.
///
/// `customer support*` matches the texts that name the work; `contract:34848691`, `posting:`,
/// `project:`, `order:`, `freelancer:`, `role:` and `department:` match one field. A star stands
/// for any text; case and white space are folded.
struct Pattern {
  /// What a pattern is compared with.
  enum Field: String, Hashable {
    /// The texts that name the work; a pattern without a prefix.
    case work
    case contract, posting, project, order, freelancer, role, department
  }

  /// What the pattern is compared with.
  let field: Field
  private let pieces: [String]

  /// Reads a pattern.
  init(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let named = parts.count == 2 ? Field(rawValue: PersonDirectory.fold(String(parts[0]))) : nil
    field = named ?? .work
    let glob = named == nil ? text : String(parts[1])
    pieces = PersonDirectory.fold(glob).split(separator: "*", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// Whether a folded text is of the pattern.
  func matches(folded text: String) -> Bool {
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
