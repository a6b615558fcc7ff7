internal import CScan
internal import Model

/// A run of whole records, and what one worker reads out of it without making a `String`.
///
/// Every row that is not plain (a cell of unusual form, a wrong number of fields, a fault) is left
/// to the exact reader, so that both ways always say the same.
final class FoldBlock {
  /// A record for the exact reader.
  struct ExactRecord {
    /// The offset of its first byte in the block.
    let start: Int
    let bytes: [UInt8]
  }

  private(set) var sequence = 0
  /// The number of bytes.
  var count = 0
  /// Whether quotes or line ends are not those of RFC 4180; nothing was read then.
  var isIrregular = false
  /// Whether a line feed was added because the last record had none.
  private(set) var hasAddedFeed = false
  private(set) var rows: [FoldRow] = []
  private(set) var exact: [ExactRecord] = []
  /// The number of line feeds.
  private(set) var lineFeeds = 0
  /// The number of blank lines.
  private(set) var blankLines = 0

  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var positions: UnsafeMutablePointer<UInt32>
  private var ends: UnsafeMutablePointer<UInt32>
  private var indexCapacity = 0
  private let cells = UpworkCells()
  /// The identities of all rows, one behind the other.
  private var keys: UnsafeMutablePointer<UInt8>
  private var keyCapacity = 0

  init() {
    capacity = 1 << 19
    memory = .allocate(capacity: capacity + 64)
    memory.initialize(repeating: 0, count: capacity + 64)
    positions = .allocate(capacity: 1)
    ends = .allocate(capacity: 1)
    keys = .allocate(capacity: 1)
  }

  deinit {
    memory.deallocate()
    positions.deallocate()
    ends.deallocate()
    keys.deallocate()
  }

  /// The bytes of a row's identity.
  @inline(__always)
  func identity(_ row: FoldRow) -> UnsafePointer<UInt8> { UnsafePointer(keys + Int(row.identity)) }

  // MARK: Filling

  func begin(sequence: Int, with carry: [UInt8]) {
    self.sequence = sequence
    count = 0
    isIrregular = false
    hasAddedFeed = false
    reserve(carry.count)
    carry.withUnsafeBufferPointer { carry in
      if let first = carry.baseAddress { memory.update(from: first, count: carry.count) }
    }
    count = carry.count
  }

  func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted * 3 / 2 + 64)
    larger.initialize(repeating: 0, count: wanted * 3 / 2 + 64)
    larger.update(from: memory, count: count)
    memory.deallocate()
    memory = larger
    capacity = wanted * 3 / 2
  }

  func room(_ size: Int) -> UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: memory + count, count: size)
  }

  func bytes(from start: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: memory + start, count: count - start)
  }

  /// Gives the last record of a stream the line feed that it lacks.
  func closeLastRecord() {
    guard count > 0, memory[count - 1] != UInt8(ascii: "\n") else { return }
    reserve(count + 1)
    memory[count] = UInt8(ascii: "\n")
    count += 1
    hasAddedFeed = true
  }

  /// The offset behind the last line feed outside quotes, or `nil`.
  func lastRecordEnd() -> Int? {
    var isInside = cscan_quotes(memory, count) & 1 == 1
    var index = count - 1
    while index >= 0 {
      let byte = memory[index]
      if byte == UInt8(ascii: "\"") {
        isInside.toggle()
      } else if byte == UInt8(ascii: "\n"), !isInside {
        return index + 1
      }
      index -= 1
    }
    return nil
  }

  /// The bytes as they stood in the stream.
  var original: [UInt8] { Array(bytes(from: 0).dropLast(hasAddedFeed ? 1 : 0)) }

  // MARK: Reading

  /// Reads all records; afterwards ``rows`` holds them in order.
  func read(_ columns: UpworkColumns, delimiter: UInt8) {
    rows.removeAll(keepingCapacity: true)
    exact.removeAll(keepingCapacity: true)
    blankLines = 0
    lineFeeds = 0
    guard !isIrregular else { return }
    if indexCapacity < count + 64 {
      positions.deallocate()
      ends.deallocate()
      indexCapacity = count * 5 / 4 + 64
      positions = .allocate(capacity: indexCapacity)
      ends = .allocate(capacity: indexCapacity)
    }
    let found = cscan_index(memory, count, delimiter, positions, ends)
    guard !found.isIrregular else {
      isIrregular = true
      return
    }
    // An identity is its cells, which stand in the block, and the prefix.
    let room = count + (found.records + 1) * (IdentityTable.prefix + 16) + 64
    if keyCapacity < room {
      keys.deallocate()
      keyCapacity = room * 5 / 4
      keys = .allocate(capacity: keyCapacity)
    }
    var keyCount = 0
    lineFeeds = found.lineFeeds
    let isPlainText = !found.hasZero && (!found.hasHighBytes || cscan_is_utf8(memory, count))
    let hasInnerFeeds = found.lineFeeds != found.records
    var start = 0
    var first = 0
    var line = 0
    for record in 0..<found.records {
      let last = Int(ends[record])
      let end = Int(positions[last])
      var row = FoldRow()
      row.identity = UInt32(truncatingIfNeeded: keyCount)
      row.line = UInt32(truncatingIfNeeded: line)
      if end - start <= 1, end == start || memory[start] == UInt8(ascii: "\r") {
        blankLines += 1
      } else {
        let isPlain =
          isPlainText && last &- first &+ 1 == columns.count
          && end &- start <= CSVReader<MemorySource>.longestField
          && cells.read(&row, memory, positions + first, start: start, columns, keys + keyCount)
        if !isPlain {
          row.type = FoldRow.exact
          row.reference = UInt64(exact.count)
          let length = end - start - (end > start && memory[end - 1] == UInt8(ascii: "\r") ? 1 : 0)
          exact.append(
            ExactRecord(
              start: start,
              bytes: Array(UnsafeBufferPointer(start: memory + start, count: length))
            )
          )
        }
        keyCount &+= Int(row.identityLength)
        rows.append(row)
      }
      line += 1
      if hasInnerFeeds {
        for index in start..<end where memory[index] == UInt8(ascii: "\n") { line += 1 }
      }
      start = end + 1
      first = last + 1
    }
  }
}
