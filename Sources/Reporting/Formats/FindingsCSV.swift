internal import Model

/// The findings as a table for spreadsheets (RFC 4180, safe against formulas).
struct FindingsCSV: OutputFormat {
  let fileName = "findings.csv"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    let rows = audit.findings.map { finding in
      ViewModel([
        "id": .text(finding.id), "check": .text(finding.check),
        "severity": .text(finding.severity.rawValue), "status": .text(finding.status.rawValue),
        "respond": .text(finding.status.isOpen ? finding.severity.response : ""),
        "respondBy": .text(Self.day(finding, audit)), "subject": .text(finding.subject),
        "title": .text(finding.title), "amount": .text(finding.amount?.decimalString ?? ""),
        "currency": .text(finding.amount == nil ? "" : audit.currency.code),
        "criterion": .text(finding.criterion), "condition": .text(finding.condition),
        "cause": .text(finding.cause), "consequence": .text(finding.consequence),
        "action": .text(finding.action), "note": .text(finding.note ?? ""),
        "evidence": .text(
          finding.evidence.map { "\($0.location.source):\($0.location.line)" }
            .joined(separator: "; ")
        ),
      ])
    }
    return CSVFile.bytes(
      try context.templates.render("findings.csv", ViewModel(["findings": .list(rows)]))
    )
  }

  private static func day(_ finding: Finding, _ audit: Audit) -> String {
    guard finding.status.isOpen, let days = finding.severity.responseDays else { return "" }
    return (audit.asOf + days).description
  }
}
