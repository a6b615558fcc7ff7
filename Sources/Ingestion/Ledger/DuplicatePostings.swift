internal import Model

/// Finds postings of one board that are listed more than once.
enum DuplicatePostings {
  /// Removes the repetitions; the first by location stays.
  static func remove(from postings: inout [Posting]) -> [Duplicate] {
    struct Key: Hashable {
      let format: FormatName
      let id: String
    }
    var first: [Key: SourceLocation] = [:]
    var duplicates: [Duplicate] = []
    postings = postings.sorted { $0.location < $1.location }.filter { posting in
      guard let id = posting.id else { return true }
      let key = Key(format: posting.format, id: id)
      guard let original = first[key] else {
        first[key] = posting.location
        return true
      }
      duplicates.append(
        Duplicate(location: posting.location, original: original, reason: .samePosting)
      )
      return false
    }
    return duplicates
  }
}
