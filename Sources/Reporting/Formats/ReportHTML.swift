internal import Crypto
internal import Foundation
internal import Model

/// The report for people: one file, no network, complete without JavaScript.
struct ReportHTML: OutputFormat {
  let fileName = "report.html"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    let view = view(audit, context).adding([
      "policy": .text(Self.policy(style: try style(context), script: try script(context))),
      "style": .markup(try style(context)), "script": .markup(try script(context)),
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

  /// What the template shows; style and script come with the file.
  func view(_ audit: Audit, _ context: RenderingContext) -> ViewModel {
    let brand = context.templates.brand
    let report = ReportView(audit, context.language)
    return report.model.adding([
      "pictures": .list(report.pictures.map(\.view)), "brandName": .text(brand.name),
      "hasBrand": .flag(!brand.name.isEmpty || !brand.logo.isEmpty),
      "logo": ViewModel.optional(brand.logo.isEmpty ? nil : brand.logo), "policy": .text(""),
      "style": .markup(""), "script": .markup(""),
    ])
  }

  private func style(_ context: RenderingContext) throws(ReportingError) -> String {
    context.templates.brand.properties + (try context.templates.file(TemplateSet.styleSheet))
  }

  private func script(_ context: RenderingContext) throws(ReportingError) -> String {
    try context.templates.file(TemplateSet.script)
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
