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
    lines += ["", "## XML", ""] + xmlRules
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

  private static let xmlRules = [
    "Documents are found by the namespace and name of their root. Inside a `StandardBusinessDocument`",
    "(Peppol's envelope) every document is read, each by its own format; what else stands there is said",
    "(`part-not-read`). Any other root around invoices may be a test or an archive of what was refused:",
    "the input is refused with what was seen inside (`unknown-wrapper`).", "",
    "The amounts of credit notes (UBL `CreditNote`, type 381 and its kind, TD04) are written positive and",
    "count negative. One whose amounts add up to less than zero is written with its signs: it counts as",
    "the credit that it is, with a warning (`negative-credit-note`; cXML and SETU write both). A UBL",
    "`Invoice` of type 381 is a credit note too (`credit-note-by-type`). 380, 384 and corrective Facturae",
    "are taken as written.", "",
    "A document that stands twice in one input with the same number and content is a duplicate; the same",
    "number in the same year with other content counts twice, with a warning (`number-repeated`). An",
    "amount in another currency than its document's is rejected (`currency-differs`), and so is what an",
    "element says twice and differently that may stand once (`duplicate-element`). The lines may differ",
    "from the total by what rounding explains, half a cent.", "",
    "What a batched entry of a bank statement moved beyond its payments is a payment of its own",
    "(`batch-differs`); a batch without the amount of each payment has no payee (`batch-not-split`).",
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
