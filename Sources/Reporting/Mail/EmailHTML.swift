internal import Model

/// The HTML part of the mail: tables, inline styles, no image, no script; 600 pixels wide.
struct EmailHTML: OutputFormat {
  /// What is shown whole everywhere, decoded and encoded.
  static let mostBytes = 100_000

  let fileName = "email.html"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    // Gmail shows no more than about 102 kB, by some reports of the decoded text, by others of the
    // encoded one.
    let text = try context.templates.render(
      "email.html",
      MailView(audit, context).model,
      in: context.language
    )
    let longest = max(text.utf8.count, QuotedPrintable.encode(Array(text.utf8)).utf8.count)
    guard longest <= Self.mostBytes else { throw .tooLong(file: fileName, limit: Self.mostBytes) }
    return try RenderedFile.proven(
      text,
      name: fileName,
      by: audit,
      context.language,
      escaped: SafeHTML().escapeText
    )
  }
}
