internal import Model

/// The page `docs/Formats.md`, written from the formats themselves.
public enum FormatsPage {
  /// The page.
  public static var markdown: String {
    var lines = [
      "# Formats", "",
      "Written by `make docs` from the formats in `Sources/Ingestion/Formats`; do not edit.", "",
      "Every input is recognised by its content, never by its name. The evidence says how well a layout",
      "is known: **A** a real exported file or the publisher's own page was read; **B** code or a",
      "specification that was checked against real exports, or independent parsers that agree;",
      "**standard** a published schema; **own** defined by this project.", "",
      "| format | what it is | evidence |", "|---|---|---|",
    ]
    for format in InputFormats.all {
      lines.append("| `\(format.name)` | \(format.summary) | \(format.grade.rawValue) |")
    }
    lines += ["", "## CSV", ""] + csvRules
    for format in InputFormats.csv { lines += section(format) }
    lines += ["", "## XML"]
    for format in InputFormats.xml {
      lines += ["", "### \(format.name)", "", "\(format.summary). \(format.evidence)"]
    }
    lines += ["", "## Not claimed", ""] + notClaimed
    return lines.joined(separator: "\n") + "\n"
  }

  private static let csvRules = [
    "Columns are found by name, whatever their order and case; other columns are ignored. The",
    "delimiter is a comma, semicolon, tab or bar, or what a `sep=` line says. The encoding is UTF-8, or",
    "UTF-16 with a byte order mark; others are declared with `--encoding` or in a mapping.", "",
    "*By proof* means that the column itself has to show its decimal mark or its order of day and month",
    "by a cell that can be read in one way only, such as `1.234,56` or `31/01/2026`. Where no cell does",
    "and one can be read in two ways, the input is refused with a question; `--decimal-mark` and",
    "`--date-order` answer it, or a mapping beside the file. So is an input of which two cells of one",
    "column prove different things. Once an option or a mapping answers, a cell that contradicts the",
    "answer is rejected by itself.",
  ]

  private static let notClaimed = [
    "The headers of exports of **Fiverr, Freelancer.com, Deel, Toptal, Guru, PeoplePerHour** and",
    "**Remote** are not evidenced: what circulates was written from memory. They are read through",
    "`mapped-csv`: `tacit inspect export.csv` writes `export.csv.mapping.yml` with what it found, you",
    "correct it, and every later run uses it. The same holds for any other table. [Mappings](Mappings.md)",
    "lists every key.",
  ]

  private static func section(_ format: any CSVFormat) -> [String] {
    var lines = ["", "### \(format.name)", "", "\(format.summary). \(format.evidence)"]
    if !format.needs.isEmpty {
      let needs = format.needs.map { $0.map { "`\($0)`" }.joined(separator: " or ") }
      lines += ["", "Needs \(needs.joined(separator: ", "))."]
    }
    guard !format.columns.isEmpty else { return lines }
    lines += ["", "| column | feeds | written |", "|---|---|---|"]
    for column in format.columns {
      lines.append("| `\(column.name)` | \(column.field) | \(words(column.content)) |")
    }
    return lines
  }

  private static func words(_ content: CSVColumn.Content) -> String {
    switch content {
    case .text: ""
    case .number(let convention):
      switch convention.grouping {
      case .none: "decimal `\(convention.decimalMark)`"
      case .mark(let mark): "decimal `\(convention.decimalMark)`, groups `\(mark)`"
      case .any: "decimal `\(convention.decimalMark)`, any groups"
      }
    case .provenNumber: "decimal mark by proof"
    case .ownNumber:
      "decimal `.`, by proof where the delimiter is no comma, or as `--decimal-mark` says"
    case .ownDate: "`%Y-%m-%d`, or as `--date-order` says"
    case .date(.patterns(let patterns)):
      patterns.map { "`\($0.text)`" }.joined(separator: " or ")
    case .date(.order), .provenDate: "order of day and month by proof"
    }
  }
}
