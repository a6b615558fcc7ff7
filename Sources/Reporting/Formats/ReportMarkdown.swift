internal import Model

/// The report as GitHub renders it.
struct ReportMarkdown: OutputFormat {
  let fileName = "report.md"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    let text = try context.templates.render("report.md", ReportView(audit).model)
    return try RenderedFile.proven(
      text,
      name: fileName,
      by: audit,
      escaped: SafeMarkdown().escapeText
    )
  }
}
