internal import Model

/// The rows of one transaction history as numbers, written down while it is read: what a partial
/// state keeps, because any row may turn out to repeat one of another input.
///
/// A row takes 8 to 20 bytes (docs/States.md says of what). Rows come in the order in which their references
/// are claimed, and identities are numbered as they occur, so that the bytes do not depend on which
/// worker read a row.
final class HistoryLog {
  /// What stands in the place of the type for a row that is no ``FoldRow``.
  static let other: UInt8 = 31
  /// The bits beside the type.
  static let hasHours: UInt8 = 0x20
  static let hasDescription: UInt8 = 0x40
  static let isOtherLine: UInt8 = 0x80

  private static let chunkSize = 1 << 20
  /// More bytes than a row takes.
  private static let mostInRow = 80

  private let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: chunkSize)
  private var next: UnsafeMutablePointer<UInt8>
  private var chunks: [ArraySlice<UInt8>] = []
  private var texts: [String] = []
  private var textNumbers: [String: Int] = [:]
  private var others: [UpworkSettlement.Row] = []
  private let identities = IdentityTable()
  private var numberings: [ObjectIdentifier: Numbering] = [:]
  private var line: UInt32 = 0
  private var reference: UInt64 = 0
  private var date: Int32 = 0

  init() { next = memory }

  deinit { memory.deallocate() }

  // MARK: Rows

  /// The numbers of the identities of a table, which one worker has.
  func numbering(of table: IdentityTable) -> Numbering {
    let key = ObjectIdentifier(table)
    if let found = numberings[key] { return found }
    let made = Numbering(table)
    numberings[key] = made
    return made
  }

  /// Adds a row whose reference is a number.
  @inline(__always)
  func append(_ row: FoldRow, line: UInt32, _ numbering: Numbering) {
    let code = Self.folded(Int64(bitPattern: row.reference &- reference)) << 1 | 1
    reference = row.reference
    add(row, line: line, number(row.identity, numbering), code: code)
  }

  /// Adds a row whose reference can be any text, or none.
  func append(_ row: FoldRow, line: UInt32, _ numbering: Numbering, document: String?) {
    guard let document else {
      add(row, line: line, number(row.identity, numbering), code: 0)
      return
    }
    if row.reference < ReferenceTable.limit {
      append(row, line: line, numbering)
    } else {
      add(row, line: line, number(row.identity, numbering), code: (number(of: document) + 1) << 1)
    }
  }

  /// Adds a row whose amount is no number of hundredths of a dollar.
  func append(_ row: UpworkSettlement.Row) {
    reserve()
    put(Self.other)
    others.append(row)
  }

  /// Everything that was added.
  func end() -> HistoryRows {
    flush()
    return HistoryRows(
      identities: (0..<identities.count).map(identities.run),
      texts: texts,
      others: others,
      chunks: chunks
    )
  }

  private func number(of document: String) -> UInt64 {
    if let number = textNumbers[document] { return UInt64(number) }
    textNumbers[document] = texts.count
    texts.append(document)
    return UInt64(texts.count - 1)
  }

  // MARK: Identities

  /// The numbers that the identities of a table have here.
  final class Numbering {
    fileprivate let table: IdentityTable
    /// By their numbers in the table; −1 where none yet.
    fileprivate var known: [Int64] = []

    fileprivate init(_ table: IdentityTable) { self.table = table }
  }

  @inline(__always)
  private func number(_ identity: UInt32, _ numbering: Numbering) -> UInt64 {
    let index = Int(identity)
    if index < numbering.known.count, numbering.known[index] >= 0 {
      return UInt64(truncatingIfNeeded: numbering.known[index])
    }
    return learn(index, numbering)
  }

  @inline(never)
  private func learn(_ identity: Int, _ numbering: Numbering) -> UInt64 {
    while numbering.known.count <= identity { numbering.known.append(-1) }
    let number = identities.number(of: identity, in: numbering.table)
    numbering.known[identity] = Int64(number)
    return UInt64(number)
  }

  // MARK: Bytes

  @inline(__always)
  private func add(_ row: FoldRow, line: UInt32, _ identity: UInt64, code: UInt64) {
    reserve()
    let isNext = line == self.line &+ 1
    put(
      row.type | (row.hasHours ? Self.hasHours : 0)
        | (row.description != 0 ? Self.hasDescription : 0) | (isNext ? 0 : Self.isOtherLine)
    )
    if !isNext { put(UInt64(line)) }
    self.line = line
    put(code)
    put(identity)
    put(Self.folded(row.amount))
    put(Self.folded(Int64(row.date &- date)))
    put(Self.folded(Int64(row.date &- row.work)))
    date = row.date
    if row.hasHours { put(Self.folded(row.hours)) }
    if row.description != 0 {
      UnsafeMutableRawPointer(next).storeBytes(of: row.description.littleEndian, as: UInt64.self)
      next += 8
    }
  }

  @inline(__always)
  private static func folded(_ number: Int64) -> UInt64 {
    UInt64(bitPattern: number << 1 ^ number >> 63)
  }

  @inline(__always)
  private func put(_ byte: UInt8) {
    next.pointee = byte
    next += 1
  }

  @inline(__always)
  private func put(_ number: UInt64) {
    var number = number
    while number >= 0x80 {
      put(UInt8(truncatingIfNeeded: number) | 0x80)
      number >>= 7
    }
    put(UInt8(truncatingIfNeeded: number))
  }

  @inline(__always)
  private func reserve() {
    if next - memory > Self.chunkSize - Self.mostInRow { flush() }
  }

  private func flush() {
    guard next > memory else { return }
    chunks.append(Array(UnsafeBufferPointer(start: memory, count: next - memory))[...])
    next = memory
  }
}
