public import Model

/// The page on templates, `docs/Templates.md`, made from the views themselves.
public enum TemplatesPage {
  /// What each file is, in the order of the page.
  private static let files: [(String, String)] = [
    ("report.html.mustache", "the report in the browser, with `style.css` and `report.js`"),
    ("report.md.mustache", "the report as GitHub shows it"),
    ("summary.md.mustache", "the first page for a step summary or a comment"),
    ("email.html.mustache", "the mail for mail programs"),
    ("email.txt.mustache", "the mail as text, wrapped at 72 characters afterwards"),
    ("roles.csv.mustache, rejects.csv.mustache", "tables for spreadsheets"),
    ("manifest.json.mustache", "the list of files"),
    (
      "role.html, finding.html, department.html, explained.html, picture.html, roles-head.html, roles-row.html, "
        + "decisions.md, tiles.md, top-roles.md",
      "partials of the above"
    ),
    ("strings.en.txt, strings.de.txt", "all words, one file a language; `strings.xx.txt` adds one"),
    ("brand.txt", "name, mark and colours"),
  ]

  /// The page for an audit that has something of everything.
  public static func markdown(
    _ audit: Audit,
    in context: RenderingContext
  ) throws(ReportingError) -> String {
    var lines = [
      "# Templates", "",
      "Written by `make docs` from the program's own views; do not edit.", "",
      "The reports are Mustache templates. `tacit audit --templates DIR` takes every file of `DIR` in the place",
      "of the file of the same name in `Templates/`; a file with another name is an error.", "",
      "| file | makes |", "|---|---|",
    ]
    lines += files.map { "| \($0.0) | \($0.1) |" }
    lines += [
      "", "## Rules", "",
      "- Every template and partial begins with its content type, which escapes what it shows:",
      "  `{{%CONTENT_TYPE: SAFEHTML}}`, `SAFEMARKDOWN`, `SAFETEXT`, `SAFECSV` or `SAFEJSON`.",
      "- `{{name}}` shows a text; `{{{name}}}` shows markup that the program made, and only that may be shown so.",
      "- `{{#name}}…{{/name}}` repeats for each view of a list, or is shown for a flag or a text that is there;",
      "  `{{^name}}…{{/name}}` is shown otherwise. `{{.}}` is the text of a list of texts.",
      "- A name that the view around it does not have is an error with file, line, column and the nearest name;",
      "  names of outer views are not reached from inner ones. Only `t`, the words of the language, is everywhere:",
      "  `{{t.findings}}`.",
      "- Values are formatted already; there are no transforms. Names that end in `Value` are numbers for sorting.",
      "- A readable file that leaves out `reconciliation` or `rejectCount` is an error: nothing may be lost.",
      "- Sentences of the analysis (reasons, findings, limits) are English in every language; the templates mark",
      "  them with `lang=\"en\"`.", "",
    ]
    let language = context.language
    let views: [(String, ViewModel)] = [
      ("report.html", ReportHTML().view(audit, context)),
      ("report.md and summary.md", MarkdownView(audit, language).model),
      ("email.html and email.txt", MailView(audit, context).model),
    ]
    for (name, view) in views {
      lines += ["## Names in \(name)", "", "| name | kind |", "|---|---|"]
      lines += rows(view, "").map { "| `\($0.name)` | \($0.kind) |" } + [""]
    }
    let words = try context.templates.language(Language.standard)
    lines += ["## Words", "", "| name | text |", "|---|---|"]
    lines += words.texts.sorted { $0.key < $1.key }.map {
      "| `t.\($0.key)` | \(SafeMarkdown().escapeText($0.value)) |"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The names of a view and, behind `[]`, those of the views in its lists.
  private static func rows(_ view: ViewModel, _ path: String) -> [(name: String, kind: String)] {
    view.values.sorted { $0.key < $1.key }.flatMap { name, value in
      let place = path + name
      switch value {
      case .text: return [(place, "text")]
      case .markup: return [(place, "markup")]
      case .flag: return [(place, "flag")]
      case .absent: return [(place, "text, may be missing")]
      case .texts: return [(place, "list of texts")]
      case .view(let inner): return [(place, "view")] + rows(inner, "\(place).")
      case .list(let views):
        let merged = views.reduce(into: [String: ViewModel.Value]()) { names, view in
          names.merge(view.values) { old, new in if case .absent = old { new } else { old } }
        }
        return [(place, "list of views")] + rows(ViewModel(merged), "\(place)[].")
      }
    }
  }
}
