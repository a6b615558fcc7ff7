internal import Model

/// The first page for a step summary or a comment: short enough for both.
struct SummaryMarkdown: OutputFormat {
  /// A comment on GitHub holds 65,536 characters.
  static let mostCharacters = 60_000

  let fileName = "summary.md"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    let view = MarkdownView(audit, context.language).model
    let text = try context.templates.render("summary.md", view, in: context.language)
    guard text.unicodeScalars.count <= Self.mostCharacters else {
      throw .tooLong(file: fileName, limit: Self.mostCharacters)
    }
    return try RenderedFile.proven(
      text,
      name: fileName,
      by: audit,
      context.language,
      escaped: SafeMarkdown().escapeText
    )
  }
}
