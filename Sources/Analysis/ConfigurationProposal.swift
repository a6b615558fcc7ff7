public import Model

/// A first `audit.yml` from the data alone, for the user to confirm.
public enum ConfigurationProposal {
  /// The text, or `nil` when the data hold no work.
  public static func text(_ dataset: Dataset) -> String? {
    guard let currency = ReportingCurrency.mostFrequent(dataset.lines) else { return nil }
    let workload = Workload(
      dataset,
      configuration: Configuration(),
      rates: .none,
      currency: currency
    )
    var lines = [
      "# Proposed by tacit init; confirm each line.",
      "# company: Example Ltd",
      "currency: \(currency)    # the most frequent one; the report is in it",
    ]
    let currencies = Set(dataset.lines.filter(\.kind.isWork).map(\.currency))
    let others = currencies.subtracting([currency]).sorted().map(\.code)
    if !others.isEmpty {
      lines.append(
        "# exchange_rates: eurofxref-hist.csv    # needed for \(others.joined(separator: ", "))"
      )
    }
    lines.append("roles:")
    let matches = Dictionary(grouping: workload.lines, by: \.role)
    for (index, role) in workload.roles.enumerated() {
      guard let found = matches[index], let first = found.first else { continue }
      let source = workload.source[first.source]
      let department = source.department ?? "Unassigned"
      lines.append(
        "  - id: \(quoted(role.id))    # \(found.count) lines, by \(first.match.rawValue)"
      )
      lines.append("    department: \(quoted(department))")
      lines.append("    match: [\(quoted(pattern(source, first.match, role)))]")
      let family = RoleFamilyInference.family(title: role.title, department: department)
      lines.append("    family: \(family.rawValue)    # guessed from words")
      lines.append("    # doc_coverage: 0.0")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func pattern(
    _ line: InvoiceLine,
    _ match: RoleAudit.Match,
    _ role: RoleMatcher.Role
  ) -> String {
    switch match {
    case .roleColumn: "role:\(line.role ?? role.title)"
    case .contract: line.contract.map { "contract:\($0)" } ?? "project:\(line.project ?? "")"
    case .posting: "posting:\(line.postingID ?? "")"
    case .unmatched, .otherWork: "freelancer:\(line.freelancer ?? line.freelancerID ?? "")"
    case .pattern, .title: line.contractTitle ?? line.description ?? role.title
    }
  }

  /// A double-quoted YAML scalar.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
