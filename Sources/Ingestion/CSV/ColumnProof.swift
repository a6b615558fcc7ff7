internal import Model

/// Decides how each column writes its numbers and dates, by proof and never cell by cell.
///
/// As long as every cell reads alike whatever the answer, rows are used at once. From the first cell
/// that does not, rows have to wait until a later cell of the column proves the answer.
struct ColumnProof {
  /// A question that a column leaves open.
  struct Question {
    /// The column's name.
    let column: String
    /// Whether it is about the order of day and month.
    let isDate: Bool
    /// The first cell that can be read in two ways.
    let text: String
    /// The line on which it stands.
    let line: Int
    /// Its 1-based column in bytes.
    let byteColumn: Int
  }

  private struct Candidate {
    let index: Int
    let name: String
    let isDate: Bool
    var question: Question?
    var provenOn: Int?
  }

  /// What is known so far.
  private(set) var conventions = CSVConventions()
  /// The line that proved a column, by the column's name.
  private(set) var proofs: [String: Int] = [:]
  /// The columns whose decimal mark is known to be another than the user says.
  private(set) var otherMarks: [String] = []
  /// The columns whose order of day and month is known to be another than the user says.
  private(set) var otherOrders: [String] = []
  private var candidates: [Candidate] = []

  /// Prepares for a table; what the user declared needs no proof.
  init(_ columns: [CSVColumn], header: CSVHeader, options: CSVOptions) {
    for column in columns {
      guard let index = header[column.name] else { continue }
      switch column.content {
      case .text: continue
      case .number(let convention):
        conventions.numbers[index] = convention
        if let mark = options.decimalMark, mark != convention.decimalMark {
          otherMarks.append(column.name)
        }
      case .date(let convention):
        conventions.dates[index] = convention
        if let order = options.dateOrder, convention.contradicts(order) {
          otherOrders.append(column.name)
        }
      case .ownNumber:
        conventions.numbers[index] =
          options.decimalMark.map { NumberConvention(decimalMark: $0, grouping: .any) } ?? .plain
      case .ownDate: conventions.dates[index] = options.dateOrder.map { .order($0) } ?? .iso
      case .provenNumber(let isBare):
        conventions.numbers[index] = NumberConvention(
          decimalMark: options.decimalMark ?? ".",
          grouping: .any,
          isBare: isBare
        )
        if options.decimalMark == nil {
          candidates.append(Candidate(index: index, name: column.name, isDate: false))
        }
      case .provenDate:
        conventions.dates[index] = .order(options.dateOrder)
        if options.dateOrder == nil {
          candidates.append(Candidate(index: index, name: column.name, isDate: true))
        }
      }
    }
  }

  /// The first question that is open, or `nil` when rows need not wait.
  var openQuestion: Question? {
    candidates.lazy.filter { $0.provenOn == nil }.compactMap(\.question).first
  }

  /// Looks at the cells of a record whose form is sound.
  mutating func observe(_ record: CSVRecord) {
    for position in candidates.indices where candidates[position].provenOn == nil {
      let candidate = candidates[position]
      guard candidate.index < record.count else { continue }
      let text = CSVRow.trimmed(record.bytes(at: candidate.index))
      guard let text else { continue }
      if candidate.isDate {
        switch DateEvidence(text) {
        case .neutral: break
        case .proves(let order):
          conventions.dates[candidate.index] = .order(order)
          settle(position, record)
        case .ambiguous: ask(position, text, record)
        }
      } else {
        switch NumberEvidence(text) {
        case .neutral: break
        case .proves(let mark):
          conventions.numbers[candidate.index]?.decimalMark = mark
          settle(position, record)
        case .ambiguous: ask(position, text, record)
        }
      }
    }
  }

  private mutating func settle(_ position: Int, _ record: CSVRecord) {
    candidates[position].provenOn = record.line
    proofs[candidates[position].name] = record.line
  }

  private mutating func ask(_ position: Int, _ text: String, _ record: CSVRecord) {
    let candidate = candidates[position]
    guard candidate.question == nil else { return }
    let place = record.place(at: candidate.index)
    candidates[position].question = Question(
      column: candidate.name,
      isDate: candidate.isDate,
      text: text,
      line: place.line,
      byteColumn: place.column
    )
  }
}
