internal import Model

/// How to read a table that no format of Tacit's recognises, in the user's words.
///
/// The words are those of the Frictionless Table Dialect and Schema (`delimiter`, `quoteChar`,
/// `header`, `decimalChar`, `groupChar`, `bareNumber`, `missingValues`), with hledger's `skip`,
/// `if` and `end`. Columns are named, never counted.
public struct CSVMapping: Sendable {
  /// How the sign of an amount is found.
  enum Sign: String, Sendable, CaseIterable {
    /// The amount is positive for cost.
    case signed
    /// The amount is negative for cost, as in a bank statement.
    case negate
    /// Cost and credit stand in two columns without signs.
    case debitCredit
    /// The amount has no sign, and a column says which way it went.
    case directionColumn

    /// Whether something else than the sign says which way an amount went.
    var isSided: Bool { self == .debitCredit || self == .directionColumn }
  }

  /// What becomes of a row that a rule matches.
  enum Action: Sendable, Hashable {
    /// It is read as this kind of line.
    case kind(InvoiceLine.Kind)
    /// It is left out.
    case skip
    /// It and everything after it is left out.
    case end
  }

  /// A condition on one column with what it leads to.
  struct Rule: Sendable {
    /// The column's name.
    let column: String
    /// Patterns with `*` for any text, compared without case; one has to match.
    let patterns: [String]
    /// What becomes of the row.
    let action: Action
  }

  /// The mapping's path, for messages.
  let source: String
  var encodingName: TextEncoding?
  var delimiter: Unicode.Scalar?
  var quote: Unicode.Scalar = "\""
  var skip: Int?
  var names: [String]?
  var decimalMark: Unicode.Scalar?
  var groupMark: Unicode.Scalar?
  var isBare = true
  var missingValues: Set<String> = [""]
  var datePatterns: [DatePattern] = []
  var currency: Currency?
  var isPosting = false
  var kind = InvoiceLine.Kind.invoice
  var unit: String?
  var sign = Sign.signed
  var directions: [String: Direction] = [:]
  var types: [String: Action] = [:]
  var rules: [Rule] = []
  /// The columns that may feed each field.
  var columns: [MappedField: [String]] = [:]

  /// What a word of a direction column means.
  enum Direction: String, Sendable, CaseIterable {
    case cost
    case credit
    case skip
  }

  init(source: String) { self.source = source }

  /// The encoding that the mapping declares, or `nil`.
  public var encoding: TextEncoding? { encodingName }

  /// Whether it maps columns; else it only says how the table is written down.
  var hasColumns: Bool { !columns.isEmpty }

  /// Adds what the mapping declares to what the user said on the command line.
  func complete(_ options: inout CSVOptions) {
    options.delimiter = delimiter ?? options.delimiter
    options.encoding = encodingName ?? options.encoding
    options.decimalMark = decimalMark ?? options.decimalMark
    if let order = datePatterns.first?.order { options.dateOrder = order }
  }

  /// Whether a text matches a pattern in which `*` stands for any text.
  static func matches(_ text: String, _ pattern: String) -> Bool {
    let parts = pattern.lowercased().split(separator: "*", omittingEmptySubsequences: false)
    var rest = text.lowercased()[...]
    for (index, part) in parts.enumerated() where !part.isEmpty {
      if index == 0 {
        guard rest.hasPrefix(part) else { return false }
        rest = rest.dropFirst(part.count)
      } else if index == parts.count - 1 {
        return rest.hasSuffix(part)
      } else {
        guard let found = rest.firstRange(of: part) else { return false }
        rest = rest[found.upperBound...]
      }
    }
    return parts.last == "" || rest.isEmpty
  }
}
