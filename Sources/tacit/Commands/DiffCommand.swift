import ArgumentParser
import Ingestion
import Model

/// Says what changed between two finished audits.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What changed between two audits, and why."
  )

  @Argument(help: "The audit.json of the earlier report.")
  var old: String
  @Argument(help: "The audit.json of the later report.")
  var new: String

  func run() throws {
    let (old, new) = (try Baselines.named(old), try Baselines.named(new))
    for line in AuditDifference.lines(old, new) { Console.output(Console.visible(line)) }
  }
}

/// The differences of two audits as lines of text, in a fixed order.
enum AuditDifference {
  static func lines(_ old: EarlierAudit, _ new: EarlierAudit) -> [String] {
    var lines = [
      "\(old.quarter) (as of \(old.asOf)) -> \(new.quarter) (as of \(new.asOf))", "",
    ]
    lines += company(old, new) + causes(old, new) + roles(old, new) + findings(old, new)
    return lines.last == "" ? Array(lines.dropLast()) : lines
  }

  private static func company(_ old: EarlierAudit, _ new: EarlierAudit) -> [String] {
    var lines = ["Company"]
    lines.append(
      "  expected loss  \(money(old.company.loss, old)) -> \(money(new.company.loss, new))"
    )
    lines.append("  index          \(percent(old.company.index)) -> \(percent(new.company.index))")
    lines.append(
      "  year's spend   \(money(old.annualSpend, old)) -> \(money(new.annualSpend, new))"
    )
    lines.append(
      "  quarter        \(money(old.quarterSpend, old)) -> \(money(new.quarterSpend, new))"
    )
    return lines + [""]
  }

  /// Why: what moved the index in the later quarter, and what else is different between the two runs.
  private static func causes(_ old: EarlierAudit, _ new: EarlierAudit) -> [String] {
    var lines: [String] = []
    if !new.indexChange.isEmpty {
      let parts = new.indexChange.sorted { (abs($1.value), $0.key) < (abs($0.value), $1.key) }
        .filter { abs($0.value) >= 0.005 }
        .map { "\($0.key) \($0.value < 0 ? "" : "+")\(hundredths($0.value))" }
      if !parts.isEmpty {
        lines.append("  points of the index in \(new.quarter): \(parts.joined(separator: ", "))")
      }
    }
    for name in Set(old.parameters.keys).union(new.parameters.keys).sorted() {
      let (a, b) = (old.parameters[name], new.parameters[name])
      if a != b {
        lines.append(
          "  parameter \(name): \(a.map { "\($0)" } ?? "none") -> \(b.map { "\($0)" } ?? "none")"
        )
      }
    }
    let (before, after) = (Set(old.inputs.values), Set(new.inputs.values))
    let added = new.inputs.filter { !before.contains($0.value) }.keys.sorted()
    let removed = old.inputs.filter { !after.contains($0.value) }.keys.sorted()
    if !added.isEmpty { lines.append("  inputs added or changed: \(list(added))") }
    if !removed.isEmpty { lines.append("  inputs gone or changed: \(list(removed))") }
    if old.toolVersion != new.toolVersion {
      lines.append("  tacit \(old.toolVersion) -> \(new.toolVersion)")
    }
    if old.currency != new.currency {
      lines.append("  currency \(old.currency) -> \(new.currency): amounts are not comparable")
    }
    return lines.isEmpty ? [] : ["Why"] + lines + [""]
  }

  private static func roles(_ old: EarlierAudit, _ new: EarlierAudit) -> [String] {
    let before = Dictionary(old.roles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.roles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var lines: [String] = []
    for id in Set(before.keys).union(after.keys).sorted() {
      switch (before[id], after[id]) {
      case (nil, let role?):
        lines.append("  + \(id): loss \(money(role.loss, new)), \(list(role.holders))")
      case (let role?, nil): lines.append("  - \(id): loss was \(money(role.loss, old))")
      case (let a?, let b?):
        var parts: [String] = []
        if a.loss != b.loss { parts.append("loss \(money(a.loss, old)) -> \(money(b.loss, new))") }
        if a.roleClass != b.roleClass {
          parts.append("class \(a.roleClass ?? "none") -> \(b.roleClass ?? "none")")
        }
        let (left, came) = (
          Set(a.holders).subtracting(b.holders), Set(b.holders).subtracting(a.holders)
        )
        if !left.isEmpty { parts.append("without \(list(left.sorted()))") }
        if !came.isEmpty { parts.append("with \(list(came.sorted()))") }
        if !parts.isEmpty { lines.append("  ~ \(id): \(parts.joined(separator: "; "))") }
      case (nil, nil): break
      }
    }
    return lines.isEmpty ? [] : ["Roles"] + lines + [""]
  }

  private static func findings(_ old: EarlierAudit, _ new: EarlierAudit) -> [String] {
    func open(_ audit: EarlierAudit) -> [String: EarlierAudit.Entry] {
      Dictionary(
        audit.findings.filter { !["fixed", "untested"].contains($0.status) }.map { ($0.id, $0) },
        uniquingKeysWith: { first, _ in first }
      )
    }
    let (before, after) = (open(old), open(new))
    var groups: [(String, [String])] = [("new", []), ("changed", []), ("gone", []), ("known", [])]
    for id in Set(before.keys).union(after.keys).sorted() {
      switch (before[id], after[id]) {
      case (nil, let entry?):
        groups[0].1.append(
          "  + \(entry.severity.rawValue): \(entry.title) (\(money(entry.amount, new))) [\(id)]"
        )
      case (let entry?, nil):
        groups[2].1.append("  - \(entry.severity.rawValue): \(entry.title) [\(id)]")
      case (let a?, let b?):
        var parts: [String] = []
        if a.severity != b.severity {
          parts.append("\(a.severity.rawValue) -> \(b.severity.rawValue)")
        }
        if a.amount != b.amount {
          parts.append("\(money(a.amount, old)) -> \(money(b.amount, new))")
        }
        if a.status != b.status,
          ["accepted", "disputed"].contains(a.status)
            || ["accepted", "disputed"].contains(b.status)
        {
          parts.append("\(a.status) -> \(b.status)")
        }
        if parts.isEmpty {
          groups[3].1.append(id)
        } else {
          groups[1].1.append("  ~ \(b.title): \(parts.joined(separator: "; ")) [\(id)]")
        }
      case (nil, nil): break
      }
    }
    var lines = [
      "Findings: " + groups.map { "\($0.1.count) \($0.0)" }.joined(separator: ", ")
    ]
    for group in groups.dropLast() { lines += group.1 }
    return lines
  }

  private static func money(_ amount: ExactDecimal?, _ audit: EarlierAudit) -> String {
    amount.map { "\($0) \(audit.currency)" } ?? "n/a"
  }

  private static func percent(_ value: Double?) -> String {
    value.map { "\(hundredths($0)) %" } ?? "n/a"
  }

  private static func hundredths(_ value: Double) -> String {
    ExactDecimal(units: Int64((max(-1e12, min(1e12, value)) * 100).rounded()), scale: 2).description
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty
      ? "nobody"
      : names.prefix(5).joined(separator: ", ")
        + (names.count > 5 ? " and \(names.count - 5) more" : "")
  }
}
