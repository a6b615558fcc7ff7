/// Suggestions for misspelt names.
public enum NearestName {
  /// The candidate with the smallest Levenshtein distance, if it is near enough to be meant: at
  /// most a third of the name's length, and at least one edit is always allowed.
  public static func to(_ name: String, in candidates: some Sequence<String>) -> String? {
    let limit = max(1, name.count / 3)
    return candidates.map { (distance($0, name), $0) }.filter { $0.0 <= limit }
      .min { ($0.0, $0.1) < ($1.0, $1.1) }?.1
  }

  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right.lowercased().unicodeScalars)
    var row = Array(0...right.count)
    for (i, scalar) in left.lowercased().unicodeScalars.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in right.indices {
        let substitution = diagonal + (scalar == right[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
