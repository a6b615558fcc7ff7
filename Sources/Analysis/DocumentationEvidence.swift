internal import Model

/// The documents of a role: what the user attests, else what memos show.
enum DocumentationEvidence {
  private static let words: Set<String> = [
    "documentation", "documenting", "documented", "sop", "sops", "runbook", "runbooks", "handbook",
    "wiki", "playbook",
  ]

  /// What is known on a day; an age in `audit.yml` counts from the end of the data, so that an
  /// audit of an earlier day sees documents that are younger, or not yet written.
  static func documentation(
    _ role: Configuration.Role?,
    lines: [Int],
    workload: Workload,
    asOf: Day,
    endOfData: Day
  ) -> (Documentation, source: String) {
    if let coverage = role?.docCoverage {
      let age = role?.docAgeMonths ?? 0
      let attested = Documentation(coverage: coverage, ageMonths: age)
      let then = attested.standing(on: asOf, knownOn: endOfData)
      return (then, words(coverage, age, then, asOf: asOf, endOfData: endOfData))
    }
    let memos = lines.map { workload.lines[$0] }.filter {
      $0.hours > 0 && mentionsDocuments(workload.source[$0.source].description ?? "")
    }
    let documentation = Documentation(
      memos: memos.map { Documentation.Memo(day: $0.day, hours: $0.hours) },
      asOf: asOf
    )
    guard let hours = documentation.memoHours else {
      return (documentation, "no documents attested in audit.yml")
    }
    return (
      documentation,
      "inferred from \(Int(hours.rounded())) hours of memos about documentation, never above one half"
    )
  }

  private static func words(
    _ coverage: Double,
    _ age: Double,
    _ then: Documentation,
    asOf: Day,
    endOfData: Day
  ) -> String {
    let attested = "audit.yml: coverage \(percent(coverage)), \(months(age)) old"
    guard asOf < endOfData, age > 0 else { return attested }
    return then.coverage > 0
      ? "\(attested) on \(endOfData), the end of the data, and \(months(then.ageMonths)) on \(asOf)"
      : "\(attested) on \(endOfData), the end of the data, so not yet written on \(asOf)"
  }

  private static func months(_ months: Double) -> String { "\(Int(months.rounded())) months" }

  private static func mentionsDocuments(_ text: String) -> Bool {
    LetterWords.of(text).contains { words.contains(String($0)) }
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
