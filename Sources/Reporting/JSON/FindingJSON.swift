internal import Model

/// What `audit.json` says about checks and the comparison with an earlier audit.
enum FindingJSON {
  static func respondBy(_ finding: Finding, _ audit: Audit) -> String? {
    guard finding.status.isOpen else { return nil }
    return finding.severity.responseDays.map { (audit.asOf + $0).description }
  }

  static func check(_ result: CheckResult) -> JSONValue {
    let (state, reason): (String, String?) =
      switch result.state {
      case .ran: ("ran", nil)
      case .notApplicable(let reason): ("not-applicable", reason)
      case .failed(let reason): ("failed", reason)
      }
    return .object([
      ("id", .string(result.page.id)), ("group", .string(result.page.group.rawValue)),
      ("state", .string(state)), ("reason", .optional(reason)),
      ("subjects", .integer(result.subjectCount)), ("holds", .string(result.page.holds)),
    ])
  }

  static func baseline(_ audit: Audit) -> JSONValue {
    guard let baseline = audit.baseline else { return .null }
    return .object([
      ("quarter", .string(baseline.quarter.description)),
      ("as_of", .string(baseline.asOf.description)),
      ("schema_version", .integer(baseline.schemaVersion)),
      ("tool_version", .string(baseline.toolVersion)),
    ])
  }
}
