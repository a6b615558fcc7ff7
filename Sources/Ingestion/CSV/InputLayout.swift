/// How a CSV input is written down, for people who ask what was seen.
public struct InputLayout: Sendable {
  /// A column that feeds a field.
  public struct Column: Sendable {
    /// The name in the header.
    public let name: String
    /// The field of the normalised record.
    public let field: String
    /// How its cells are written and why that is known; `nil` for text.
    public let convention: String?
  }

  /// The encoding.
  public let encoding: TextEncoding
  /// The delimiter.
  public let delimiter: Character
  /// The quote.
  public let quote: Character
  /// The 1-based line of the header.
  public let headerLine: Int
  /// The lines before the header that belong to no table.
  public let preambleLines: Int
  /// The blank lines.
  public let blankLines: Int
  /// How often the header is repeated.
  public let repeatedHeaders: Int
  /// The columns that are read.
  public let columns: [Column]
  /// The columns that are not.
  public let unused: [String]

  init(
    dialect: CSVDialect,
    header: CSVHeader,
    columns: [CSVColumn],
    proof: ColumnProof,
    blankLines: Int,
    repeatedHeaders: Int
  ) {
    encoding = dialect.encoding
    delimiter = Character(Unicode.Scalar(dialect.delimiter))
    quote = Character(Unicode.Scalar(dialect.quote))
    headerLine = dialect.headerLine
    preambleLines = dialect.preambleLines
    self.blankLines = blankLines
    self.repeatedHeaders = repeatedHeaders
    let present = columns.filter { header[$0.name] != nil }
    self.columns = present.map { column in
      Column(
        name: column.name,
        field: column.field,
        convention: Self.words(column, index: header[column.name] ?? 0, proof)
      )
    }
    unused = header.names(besides: present.map(\.name))
  }

  private static func words(_ column: CSVColumn, index: Int, _ proof: ColumnProof) -> String? {
    let number = proof.conventions.numbers[index].map { "decimal mark '\($0.decimalMark)'" }
    let date = proof.conventions.dates[index].map { "dates \($0.words)" }
    let why = proof.proofs[column.name].map { ", proved by line \($0)" }
    switch column.content {
    case .text: return nil
    case .number, .date, .ownDate: return (number ?? date).map { "\($0), declared" }
    case .ownNumber:
      return number.map {
        $0 + (proof.isOpen(index) ? why ?? ", which no cell depends on" : ", declared")
      }
    case .provenNumber: return number.map { $0 + (why ?? ", which no cell depends on") }
    case .provenDate: return date.map { $0 + (why ?? ", which no cell depends on") }
    }
  }
}
