internal import Crypto
internal import Foundation
internal import Model

/// The report for people: one file, no network, complete without JavaScript.
struct ReportHTML: OutputFormat {
  let fileName = "report.html"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    let style = try context.templates.file(TemplateSet.styleSheet)
    let script = try context.templates.file(TemplateSet.script)
    let chart = QuadrantChart(audit)
    let tenures = SurvivalChart(audit)
    let view = ReportView(audit).model.adding([
      "style": .markup(style), "script": .markup(script),
      "policy": .text(Self.policy(style: style, script: script)),
      "quadrant": chart.isEmpty ? .absent : .markup(chart.svg),
      "tenures": tenures.isEmpty ? .absent : .markup(tenures.svg),
    ])
    let text = try context.templates.render("report.html", view)
    return try RenderedFile.proven(
      text,
      name: fileName,
      by: audit,
      escaped: SafeHTML().escapeText
    )
  }

  /// Nothing is loaded, and only this file's own style and script run.
  private static func policy(style: String, script: String) -> String {
    "default-src 'none'; style-src '\(hash(style))'; img-src data:; "
      + "script-src '\(hash(script))'; base-uri 'none'; form-action 'none'"
  }

  private static func hash(_ text: String) -> String {
    "sha256-" + Data(SHA256.hash(data: Array(text.utf8))).base64EncodedString()
  }
}
