/// The files of a report, in the order in which they are listed.
public enum OutputFormats {
  /// Every output; a new one is one file and one line here.
  public static let all: [any OutputFormat] = [
    ReportHTML(),
    ReportMarkdown(),
    EmailHTML(),
    EmailText(),
    EmailMessage(),
    SummaryMarkdown(),
    AuditJSON(),
    RolesCSV(),
    FindingsCSV(),
    RejectsCSV(),
    LedgerCSV(),
    BadgeSVG(),
    JUnitXML(),
  ]
}
