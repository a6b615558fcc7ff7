internal import Crypto
internal import Foundation
internal import Model

/// The report for people: one file, no network, complete without JavaScript.
struct ReportHTML: OutputFormat {
  let fileName = "report.html"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    let brand = context.templates.brand
    let style = brand.properties + (try context.templates.file(TemplateSet.styleSheet))
    let script = try context.templates.file(TemplateSet.script)
    let report = ReportView(audit, context.language)
    let view = report.model.adding([
      "style": .markup(style), "script": .markup(script),
      "policy": .text(Self.policy(style: style, script: script)),
      "pictures": .list(report.pictures.map(\.view)), "brandName": .text(brand.name),
      "hasBrand": .flag(!brand.name.isEmpty || !brand.logo.isEmpty),
      "logo": ViewModel.optional(brand.logo.isEmpty ? nil : brand.logo),
    ])
    let text = try context.templates.render("report.html", view, in: context.language)
    return try RenderedFile.proven(
      text,
      name: fileName,
      by: audit,
      context.language,
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
