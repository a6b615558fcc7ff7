internal import Model

/// The report as GitHub renders it.
struct ReportMarkdown: OutputFormat {
  let fileName = "report.md"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    let view = MarkdownView(audit, context.language).model
    let text = try context.templates.render("report.md", view, in: context.language)
    return try RenderedFile.proven(
      text,
      name: fileName,
      by: audit,
      context.language,
      escaped: SafeMarkdown().escapeText
    )
  }
}
