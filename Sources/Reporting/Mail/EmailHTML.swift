internal import Model

/// The HTML part of the mail: tables, inline styles, no image, no script; 600 pixels wide.
struct EmailHTML: OutputFormat {
  let fileName = "email.html"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    let text = try context.templates.render("email.html", MailView(audit, context.mail).model)
    return try RenderedFile.proven(
      text,
      name: fileName,
      by: audit,
      escaped: SafeHTML().escapeText
    )
  }
}
