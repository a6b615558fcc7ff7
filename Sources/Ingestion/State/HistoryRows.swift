internal import Model

/// The rows of one transaction history as ``HistoryLog`` wrote them down.
struct HistoryRows: Sendable {
  /// The identities by their numbers, as ``IdentityTable`` has them.
  var identities: [[UInt8]]
  /// The references that are no numbers.
  var texts: [String]
  /// The rows whose amount is no number of hundredths of a dollar.
  var others: [UpworkSettlement.Row]
  /// The rows, cut into pieces of memory anywhere between two rows.
  var chunks: [ArraySlice<UInt8>]

  /// Hands the rows on in their order, each with its 1-based line in ``FoldRow/line``: runs of rows of
  /// numbers with a reference, which `plain` may change, and between them rows of numbers without one
  /// and ``others``.
  ///
  /// References that are no numbers get one from `references`.
  func forEach(
    _ references: ReferenceTable,
    plain: (UnsafeMutableBufferPointer<FoldRow>) -> Void,
    single: (FoldRow) -> Void,
    other: (UpworkSettlement.Row) -> Void
  ) throws(StateError) {
    let textNumbers = texts.map(references.number)
    let batch = UnsafeMutableBufferPointer<FoldRow>.allocate(capacity: Self.batch)
    defer { batch.deallocate() }
    var decoder = Decoder(identities: identities.count, texts: textNumbers)
    var (count, nextOther) = (0, 0)
    func flush() {
      if count > 0 { plain(UnsafeMutableBufferPointer(rebasing: batch[..<count])) }
      count = 0
    }
    for chunk in chunks {
      try chunk.withUnsafeBufferPointer { bytes throws(StateError) in
        decoder.begin(bytes)
        while let kind = try decoder.next(&batch[count]) {
          switch kind {
          case .referenced: count += 1
          case .unreferenced:
            let row = batch[count]
            flush()
            single(row)
          case .other:
            flush()
            guard nextOther < others.count else { throw StateError.damaged("a row is missing") }
            other(others[nextOther])
            nextOther += 1
          }
          if count == Self.batch { flush() }
        }
      }
    }
    flush()
    guard nextOther == others.count else { throw StateError.damaged("a row is left over") }
  }

  private static let batch = 4096
}

extension HistoryRows {
  /// Reads rows back; whatever the bytes are, the rows are possible ones.
  fileprivate struct Decoder {
    enum Kind {
      case referenced
      case unreferenced
      case other
    }

    private static let types = UInt8(UpworkTransactionType.allCases.count)
    private static let days = (-719_162)...2_932_896
    private let identities: Int
    private let texts: [UInt64]
    private var position: UnsafePointer<UInt8>?
    private var left = 0
    private var isCut = false
    private var line: UInt32 = 0
    private var reference: UInt64 = 0
    private var date: Int64 = 0

    init(identities: Int, texts: [UInt64]) {
      self.identities = identities
      self.texts = texts
    }

    mutating func begin(_ bytes: UnsafeBufferPointer<UInt8>) {
      position = bytes.baseAddress
      left = bytes.count
    }

    /// Reads the next row, or returns `nil` at the end of the bytes.
    @inline(__always)
    mutating func next(_ row: inout FoldRow) throws(StateError) -> Kind? {
      guard left > 0 else { return nil }
      let code = byte()
      if code == HistoryLog.other { return .other }
      row = FoldRow()
      row.type = code & 31
      row.hasHours = code & HistoryLog.hasHours != 0
      if code & HistoryLog.isOtherLine != 0 {
        line = UInt32(truncatingIfNeeded: number())
      } else {
        line &+= 1
      }
      row.line = line
      let hasReference = readReference(&row)
      let identity = number()
      row.identity = UInt32(truncatingIfNeeded: identity)
      row.amount = signed()
      date &+= signed()
      let work = date &- signed()
      row.date = Int32(truncatingIfNeeded: date)
      row.work = Int32(truncatingIfNeeded: work)
      if row.hasHours { row.hours = signed() }
      if code & HistoryLog.hasDescription != 0 { row.description = word() }
      guard !isCut, row.type < Self.types, identity < identities,
        row.amount != .min, row.hours != .min,
        Self.days.contains(Int(date)), Self.days.contains(Int(work))
      else { throw StateError.damaged("a row is impossible") }
      return hasReference ? .referenced : .unreferenced
    }

    @inline(__always)
    private mutating func readReference(_ row: inout FoldRow) -> Bool {
      let code = number()
      guard code != 0 else { return false }
      if code & 1 == 1 {
        reference = reference &+ UInt64(bitPattern: Self.unfolded(code >> 1))
        row.reference = reference
        if reference >= ReferenceTable.limit { isCut = true }
      } else {
        let index = code >> 1 - 1
        guard index < texts.count else {
          isCut = true
          return true
        }
        row.reference = texts[Int(index)]
      }
      return true
    }

    @inline(__always)
    private mutating func byte() -> UInt8 {
      guard left > 0, let here = position else {
        isCut = true
        return 0
      }
      position = here + 1
      left &-= 1
      return here.pointee
    }

    @inline(__always)
    private mutating func number() -> UInt64 {
      var number: UInt64 = 0
      var shift: UInt64 = 0
      while true {
        let byte = byte()
        number |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return number }
        shift &+= 7
        if shift > 63 {
          isCut = true
          return 0
        }
      }
    }

    private mutating func word() -> UInt64 {
      var word: UInt64 = 0
      for shift in stride(from: UInt64(0), to: 64, by: 8) { word |= UInt64(byte()) << shift }
      return word
    }

    @inline(__always)
    private mutating func signed() -> Int64 { Self.unfolded(number()) }

    @inline(__always)
    private static func unfolded(_ number: UInt64) -> Int64 {
      Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }
  }
}
