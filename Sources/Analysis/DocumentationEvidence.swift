internal import Model

/// The documents of a role: what the user attests, else what memos show.
enum DocumentationEvidence {
  private static let words: Set<String> = [
    "documentation", "documenting", "documented", "sop", "sops", "runbook", "runbooks", "handbook",
    "wiki", "playbook",
  ]

  static func documentation(
    _ role: Configuration.Role?,
    lines: [Int],
    workload: Workload,
    asOf: Day
  ) -> (Documentation, source: String) {
    if let coverage = role?.docCoverage {
      let age = role?.docAgeMonths ?? 0
      return (
        Documentation(coverage: coverage, ageMonths: age),
        "audit.yml: coverage \(percent(coverage)), \(Int(age.rounded())) months old"
      )
    }
    let recent = lines.map { workload.lines[$0] }.filter {
      $0.day > asOf - RiskAssessment.daysOfYear
    }
    let hours = recent.filter { mentionsDocuments(workload.source[$0.source].description ?? "") }
      .map(\.hours).compensatedSum()
    guard hours > 0 else {
      return (Documentation(coverage: 0, ageMonths: 0), "no documents attested in audit.yml")
    }
    return (
      Documentation(memoHours: hours),
      "inferred from \(Int(hours.rounded())) hours of memos about documentation, never above one half"
    )
  }

  private static func mentionsDocuments(_ text: String) -> Bool {
    LetterWords.of(text).contains { words.contains(String($0)) }
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
