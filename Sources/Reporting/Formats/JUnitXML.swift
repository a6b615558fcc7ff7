internal import Model

/// The checks as a test report: one testcase a check and subject, for Jenkins and GitLab.
///
/// A finding at or over the gate is a failure, any other finding passes with its text as output; a check that lacks
/// data is skipped with its reason, one that broke off is an error. Without a gate high and critical fail. Only the
/// attributes that Jenkins' strict schema knows are written, so that the place of a finding stands in its text; the
/// message stands in the attribute and in the content, because GitLab reads the content alone.
struct JUnitXML: OutputFormat {
  let fileName = "junit.xml"

  private struct Case {
    var suite: String
    var name: String
    var element = ""
    var kind = Kind.passed
  }

  private enum Kind { case passed, failure, error, skipped }

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    var findings: [String: [Finding]] = [:]
    for finding in audit.findings { findings[finding.check, default: []].append(finding) }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
    for result in audit.checks {
      let cases = Self.cases(result, findings[result.page.id] ?? [], context.gate)
      let counts = { (kind: Kind) in cases.count { $0.kind == kind } }
      text +=
        "  <testsuite name=\"\(Self.escaped(result.page.id))\" tests=\"\(cases.count)\" "
        + "failures=\"\(counts(.failure))\" errors=\"\(counts(.error))\" skipped=\"\(counts(.skipped))\">\n"
      for item in cases {
        text +=
          "    <testcase classname=\"tacit.\(Self.escaped(item.suite))\" "
          + "name=\"\(Self.escaped(item.name))\" time=\"0\""
        text += item.element.isEmpty ? "/>\n" : ">\n\(item.element)    </testcase>\n"
      }
      text += "  </testsuite>\n"
    }
    return Array((text + "</testsuites>\n").utf8)
  }

  private static func cases(_ result: CheckResult, _ findings: [Finding], _ gate: Gate) -> [Case] {
    let id = result.page.id
    var cases = findings.map { finding in
      var item = Case(suite: id, name: finding.id)
      let message = "\(finding.severity.rawValue), \(finding.status.rawValue): \(finding.title)"
      let body = ([message] + lines(finding)).joined(separator: "\n")
      if case .failed = result.state {
        item.kind = .error
        item.element = element("error", message, finding.check, body)
      } else if finding.status.isOpen, fails(finding.severity, gate) {
        item.kind = .failure
        item.element = element("failure", message, finding.severity.rawValue, body)
      } else if finding.status == .untested {
        item.kind = .skipped
        item.element = "      <skipped message=\"\(escaped(message))\"/>\n"
      } else {
        item.element = "      <system-out>\(escaped(body))</system-out>\n"
      }
      return item
    }
    switch result.state {
    case .notApplicable(let reason):
      cases.append(
        Case(
          suite: id,
          name: "\(id) (not applicable)",
          element: "      <skipped message=\"\(escaped(reason))\"/>\n",
          kind: .skipped
        )
      )
    case .failed(let reason) where findings.isEmpty:
      cases.append(
        Case(suite: id, name: id, element: element("error", reason, id, reason), kind: .error)
      )
    case .failed: break
    case .ran:
      cases += result.passed.map { Case(suite: id, name: "\($0): \(result.page.holds)") }
      let subjects = Set(findings.filter { $0.status != .fixed }.map(\.subject)).count
      let rest = result.subjectCount - result.passed.count - subjects
      if result.passed.isEmpty, rest > 0 {
        cases.append(Case(suite: id, name: "\(rest) other subjects: \(result.page.holds)"))
      }
      if cases.isEmpty { cases.append(Case(suite: id, name: result.page.holds)) }
    }
    return cases
  }

  private static func fails(_ severity: Severity, _ gate: Gate) -> Bool {
    gate == .never ? severity >= .high : gate.isReached(by: severity)
  }

  private static func lines(_ finding: Finding) -> [String] {
    [
      "What should be: \(finding.criterion)", "What is: \(finding.condition)",
      "Why: \(finding.cause)", "What follows: \(finding.consequence)",
      "What to do: \(finding.action)",
    ] + (finding.note.map { ["Note: \($0)"] } ?? [])
      + finding.evidence.map { "\($0.location.source):\($0.location.line): \($0.text)" }
  }

  private static func element(
    _ name: String,
    _ message: String,
    _ type: String,
    _ body: String
  ) -> String {
    "      <\(name) message=\"\(escaped(message))\" type=\"\(escaped(type))\">\(escaped(body))</\(name)>\n"
  }

  /// Escapes a text for attributes and content.
  ///
  /// What XML 1.0 cannot hold becomes U+FFFD; GitLab takes `[[ATTACHMENT|` for a command, so that its brackets are
  /// kept apart.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "[" where escaped.hasSuffix("["): escaped += "\u{200B}["
      case "\t": escaped += "&#9;"
      case "\n": escaped += "&#10;"
      case "\r": escaped += "&#13;"
      case "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
        escaped.unicodeScalars.append(scalar)
      default: escaped += "\u{FFFD}"
      }
    }
    return escaped
  }
}
