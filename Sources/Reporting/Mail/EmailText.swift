internal import Model

/// The text part of the mail: the same numbers in the same order, wrapped at 72 characters.
struct EmailText: OutputFormat {
  let fileName = "email.txt"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    let text = try context.templates.render(
      "email.txt",
      MailView(audit, context).model,
      in: context.language
    )
    _ = try RenderedFile.proven(
      text,
      name: fileName,
      by: audit,
      context.language,
      escaped: SafeText().escapeText
    )
    return Array(Self.wrapped(text).utf8)
  }

  /// Breaks long lines at spaces; lines that continue are indented like their start.
  private static func wrapped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let indent = line.prefix { $0 == " " }
      let isItem = line.dropFirst(indent.count).hasPrefix("- ")
      let hanging = String(indent) + (isItem ? "  " : "")
      var lines = [String(indent)]
      for word in line.split(separator: " ") {
        let last = lines[lines.count - 1]
        let isFresh = last.allSatisfy { $0 == " " }
        if !isFresh, last.count + 1 + word.count > 72 {
          lines.append(hanging + word)
        } else {
          lines[lines.count - 1] = isFresh ? last + word : "\(last) \(word)"
        }
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
