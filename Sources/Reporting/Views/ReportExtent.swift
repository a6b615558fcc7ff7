internal import Model

/// How much of an audit the readable reports show: everything of an ordinary company; of a very
/// large one what carries the most money, and the rest is in the files for programs.
struct ReportExtent {
  /// The rows of the first page's table.
  static let firstPageRoles = 12
  /// The departments with a section of their own.
  static let departments = 40
  /// The departments with pictures.
  static let picturedDepartments = 8

  /// The roles of the full table.
  let listedRoles: Int
  /// The roles with a section of their own.
  let detailedRoles: Int
  /// The people of the table.
  let people: Int
  /// The findings.
  let findings: Int
  /// The rejects; the rest is in `rejects.csv`.
  let rejects: Int
  /// The inputs; the rest is in `audit.json`.
  let inputs: Int
  /// Whether the derivations are folded in.
  let explainsFigures: Bool

  /// A page that opens in under a second: less than 2 MB of HTML.
  static let page = ReportExtent(
    listedRoles: 600,
    detailedRoles: 120,
    people: 200,
    findings: 200,
    rejects: 300,
    inputs: 250,
    explainsFigures: true
  )

  /// A file that GitHub still renders: less than 512 KB of Markdown.
  static let markdown = ReportExtent(
    listedRoles: 150,
    detailedRoles: 40,
    people: 100,
    findings: 60,
    rejects: 100,
    inputs: 150,
    explainsFigures: false
  )

  /// The roles with a section of their own, most money first.
  func detailed(_ audit: Audit) -> [RoleAudit] { Array(audit.roles.prefix(detailedRoles)) }
}
