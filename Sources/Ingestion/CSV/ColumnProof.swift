internal import Model

/// Decides how each column writes its numbers and dates, by proof and never cell by cell.
///
/// As long as every cell reads alike whatever the answer, rows are used at once. From the first cell
/// that does not, rows have to wait until a later cell of the column proves the answer. Cells of one
/// column that prove different answers are a question as well: the first of them is no better than
/// the others.
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

  /// Two cells of a column of which each can only be read in a way that the other one cannot.
  struct Contradiction {
    /// The column's name.
    let column: String
    /// Whether it is about the order of day and month.
    let isDate: Bool
    /// The cell that proved the column first, its line, and what it proved in words.
    let first: (text: String, line: Int, words: String)
    /// The cell that proves otherwise, and what it proves in words.
    let second: (text: String, words: String)
    /// The line of the second cell.
    let line: Int
    /// Its 1-based column in bytes.
    let byteColumn: Int
  }

  /// What a cell can prove about its column.
  private enum Answer: Equatable {
    case mark(Unicode.Scalar)
    case order(DateOrder)

    var words: String {
      switch self {
      case .mark(let mark): "the decimal mark '\(mark)'"
      case .order(let order): "the \(order == .dayFirst ? "day" : "month") first"
      }
    }
  }

  private struct Candidate {
    let index: Int
    let name: String
    let isDate: Bool
    var question: Question?
    var proof: (answer: Answer, text: String, line: Int)?
  }

  /// What is known so far.
  private(set) var conventions = CSVConventions()
  /// The line that proved a column, by the column's name.
  private(set) var proofs: [String: Int] = [:]
  /// The columns whose decimal mark is known to be another than the user says.
  private(set) var otherMarks: [String] = []
  /// The columns whose order of day and month is known to be another than the user says.
  private(set) var otherOrders: [String] = []
  /// The first contradiction found, or `nil`.
  private(set) var contradiction: Contradiction?
  private var candidates: [Candidate] = []

  /// Prepares for a table; what the user declared needs no proof.
  init(_ columns: [CSVColumn], header: CSVHeader, delimiter: UInt8, options: CSVOptions) {
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
        let isFree = options.decimalMark == nil && delimiter == UInt8(ascii: ",")
        conventions.numbers[index] =
          isFree
          ? .plain : NumberConvention(decimalMark: options.decimalMark ?? ".", grouping: .any)
        if isFree {
          conventions.assumed.insert(index)
        } else if options.decimalMark == nil {
          candidates.append(Candidate(index: index, name: column.name, isDate: false))
        }
      case .ownDate:
        conventions.dates[index] = options.dateOrder.map { .order($0) } ?? .iso
        if options.dateOrder == nil { conventions.assumed.insert(index) }
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
    candidates.lazy.filter { $0.proof == nil }.compactMap(\.question).first
  }

  /// Whether a column has to prove how it is written.
  func isOpen(_ index: Int) -> Bool { candidates.contains { $0.index == index } }

  /// Looks at the cells of a record whose form is sound.
  mutating func observe(_ record: CSVRecord) {
    for position in candidates.indices {
      let candidate = candidates[position]
      guard candidate.index < record.count,
        let bytes = CSVRow.trimmedBytes(record.bytes(at: candidate.index)),
        candidate.proof.map({ Self.mayContradict($0.answer, bytes) }) ?? true
      else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      if candidate.isDate {
        switch DateEvidence(text) {
        case .neutral: break
        case .proves(let order): settle(position, .order(order), text, record)
        case .ambiguous: ask(position, text, record)
        }
      } else {
        switch NumberEvidence(text) {
        case .neutral: break
        case .proves(let mark): settle(position, .mark(mark), text, record)
        case .ambiguous: ask(position, text, record)
        }
      }
    }
  }

  /// Whether a cell may prove something else than its column did: almost none does, and this costs
  /// less than judging it.
  private static func mayContradict(_ answer: Answer, _ cell: ArraySlice<UInt8>) -> Bool {
    switch answer {
    case .mark(let mark):
      let own = cell.count { $0 == UInt8(ascii: mark) }
      return own > 1 || cell.contains(UInt8(ascii: mark == "." ? "," : "."))
    case .order(let order):
      guard let numbers = DateEvidence.numbers(cell) else { return false }
      return (order == .dayFirst ? numbers.second : numbers.first) > 12
    }
  }

  private mutating func settle(
    _ position: Int,
    _ answer: Answer,
    _ text: String,
    _ record: CSVRecord
  ) {
    let candidate = candidates[position]
    let place = record.place(at: candidate.index)
    if let proof = candidate.proof {
      guard proof.answer != answer, contradiction == nil else { return }
      contradiction = Contradiction(
        column: candidate.name,
        isDate: candidate.isDate,
        first: (proof.text, proof.line, proof.answer.words),
        second: (text, answer.words),
        line: place.line,
        byteColumn: place.column
      )
      return
    }
    switch answer {
    case .mark(let mark): conventions.numbers[candidate.index]?.decimalMark = mark
    case .order(let order): conventions.dates[candidate.index] = .order(order)
    }
    candidates[position].proof = (answer, text, place.line)
    proofs[candidate.name] = record.line
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
