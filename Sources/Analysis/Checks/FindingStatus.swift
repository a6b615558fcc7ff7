public import Model

/// The status of findings against an earlier audit and the user's decisions.
public enum FindingStatus {
  /// Compares a finished audit, which had nothing to compare with, with an earlier one.
  public static func settle(
    _ audit: inout Audit,
    against baseline: EarlierAudit,
    configuration: Configuration
  ) {
    let fresh = audit.findings.map { finding in
      var finding = finding
      finding.status = .new
      finding.note = nil
      return finding
    }
    audit.baseline = baseline
    audit.findings = settle(
      fresh,
      results: audit.checks,
      baseline: baseline,
      decisions: configuration.decisions,
      asOf: audit.asOf,
      currency: audit.currency
    )
  }

  /// Sets every status, adds what was fixed or could not be tested, and sorts.
  static func settle(
    _ findings: [Finding],
    results: [CheckResult],
    baseline: EarlierAudit?,
    decisions: [FindingDecision],
    asOf: Day,
    currency: Currency
  ) -> [Finding] {
    var earlier: [String: EarlierAudit.Entry] = [:]
    for entry in baseline?.findings ?? [] where !["fixed", "untested"].contains(entry.status) {
      earlier[entry.id] = entry
    }
    var settled = findings.map { finding in
      var finding = finding
      if let entry = earlier.removeValue(forKey: finding.id) {
        let changes = differences(finding, entry, baseline, currency)
        finding.status = changes.isEmpty ? .known : .changed
        finding.note = changes.isEmpty ? nil : "was " + changes.joined(separator: ", ")
      }
      decide(&finding, decisions, asOf: asOf)
      return finding
    }
    if let baseline {
      let ran = Set(results.filter { $0.state == .ran }.map(\.page.id))
      settled += earlier.values.map { entry in
        gone(entry, baseline, wasTested: ran.contains(entry.check), currency)
      }
    }
    return Checks.sorted(settled)
  }

  /// What is different in severity and money; amounts in other currencies are not compared.
  private static func differences(
    _ finding: Finding,
    _ entry: EarlierAudit.Entry,
    _ baseline: EarlierAudit?,
    _ currency: Currency
  ) -> [String] {
    var changes: [String] = []
    if entry.severity != finding.severity { changes.append(entry.severity.rawValue) }
    guard baseline?.currency == currency else { return changes }
    let before = entry.amount.flatMap { Money($0, currency: currency) }
    if before != finding.amount { changes.append(before?.grouped ?? "without an amount") }
    return changes
  }

  private static func decide(_ finding: inout Finding, _ decisions: [FindingDecision], asOf: Day) {
    // The most exact pattern speaks; among equals the first.
    guard
      let decision = decisions.enumerated().filter({ $0.element.covers(finding.id) })
        .max(by: {
          ($0.element.pattern.utf8.count, $1.offset) < ($1.element.pattern.utf8.count, $0.offset)
        })?
        .element
    else { return }
    if let until = decision.until, until < asOf {
      finding.note = "\(decision.kind.rawValue) until \(until), which is over: \(decision.reason)"
      return
    }
    finding.status = decision.kind == .accepted ? .accepted : .disputed
    let end = decision.until.map { " until \($0)" } ?? ""
    finding.note = "\(decision.kind.rawValue)\(end): \(decision.reason)"
  }

  private static func gone(
    _ entry: EarlierAudit.Entry,
    _ baseline: EarlierAudit,
    wasTested: Bool,
    _ currency: Currency
  ) -> Finding {
    var finding = Finding(
      id: entry.id,
      check: entry.check,
      severity: entry.severity,
      status: wasTested ? .fixed : .untested,
      subject: entry.subject,
      title: entry.title,
      amount: baseline.currency == currency
        ? entry.amount.flatMap { Money($0, currency: currency) } : nil,
      criterion: part(entry, 0),
      condition: part(entry, 1),
      cause: part(entry, 2),
      consequence: part(entry, 3),
      action: wasTested ? "Nothing." : part(entry, 4),
      evidence: []
    )
    finding.note =
      wasTested
      ? "found in \(baseline.quarter), found no more"
      : "found in \(baseline.quarter); its check could not run this time, so that it may still be there"
    return finding
  }

  private static func part(_ entry: EarlierAudit.Entry, _ index: Int) -> String {
    entry.parts.indices.contains(index) ? entry.parts[index] : ""
  }
}
