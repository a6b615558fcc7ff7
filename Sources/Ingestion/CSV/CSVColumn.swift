/// A column that a format reads: its name, what it feeds, and how its cells are written.
struct CSVColumn: Sendable {
  /// What the cells of a column are.
  enum Content: Sendable {
    /// Text, or something that the format takes apart itself.
    case text
    /// Numbers of a known convention.
    case number(NumberConvention)
    /// Numbers whose decimal mark the column has to prove; decorations of amounts are read too
    /// where `isBare` is false.
    case provenNumber(isBare: Bool)
    /// Numbers as Tacit's own tables write them, unless the user says another decimal mark; where the
    /// delimiter is no comma, a spreadsheet of another locale may have written them and the column has
    /// to prove its mark.
    case ownNumber
    /// Dates of a known convention.
    case date(DateConvention)
    /// Dates whose order the column has to prove.
    case provenDate
    /// Dates as Tacit's own tables write them, unless the user says an order of day and month.
    case ownDate
  }

  /// The name in the header.
  let name: String
  /// The field of the normalised record that it feeds.
  let field: String
  /// What its cells are.
  let content: Content

  /// Creates a column.
  init(_ name: String, _ field: String, _ content: Content = .text) {
    self.name = name
    self.field = field
    self.content = content
  }
}

/// How the columns of one table write numbers and dates, by the index of the column.
struct CSVConventions: Sendable {
  /// The convention of each column of numbers.
  var numbers: [Int: NumberConvention] = [:]
  /// The convention of each column of dates.
  var dates: [Int: DateConvention] = [:]
  /// The columns that are read as Tacit's own tables are written, which neither a cell proved nor the
  /// user said.
  var assumed: Set<Int> = []
}
