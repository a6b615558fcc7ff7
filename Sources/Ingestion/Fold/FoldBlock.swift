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

  /// The identities of its rows.
  let identities: IdentityTable
  private(set) var sequence = 0
  /// The number of bytes.
  var count = 0
  /// Whether quotes or line ends are not those of RFC 4180; nothing was read then.
  var isIrregular = false
  /// Whether a line feed was added because the last record had none.
  private(set) var hasAddedFeed = false
  /// The rows in order.
  private(set) var rows: UnsafeMutableBufferPointer<FoldRow>
  /// What the plain rows add up to by type.
  let tally = TypeTally()
  private(set) var exact: [ExactRecord] = []
  /// The number of line feeds.
  private(set) var lineFeeds = 0

  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var positions: UnsafeMutablePointer<UInt32>
  private var ends: UnsafeMutablePointer<UInt32>
  private var indexCapacity = 0
  private let way = cscan_best()
  private let columns: UpworkColumns
  private let delimiter: UInt8
  private let cells: UpworkCells
  private var rowMemory: UnsafeMutablePointer<FoldRow>
  private var rowCapacity = 0

  /// Creates a block for rows with these columns, whose identities are numbered by the table.
  init(_ columns: UpworkColumns, delimiter: UInt8, _ identities: IdentityTable) {
    self.columns = columns
    self.delimiter = delimiter
    self.identities = identities
    cells = UpworkCells(columns, identities)
    capacity = 1 << 19
    memory = .allocate(capacity: capacity + 64)
    memory.initialize(repeating: 0, count: capacity + 64)
    positions = .allocate(capacity: 1)
    ends = .allocate(capacity: 1)
    rowMemory = .allocate(capacity: 1)
    rows = UnsafeMutableBufferPointer(start: rowMemory, count: 0)
  }

  deinit {
    memory.deallocate()
    positions.deallocate()
    ends.deallocate()
    rowMemory.deallocate()
  }

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
  func read() {
    rows = UnsafeMutableBufferPointer(start: rowMemory, count: 0)
    exact.removeAll(keepingCapacity: true)
    tally.clear()
    lineFeeds = 0
    guard !isIrregular else { return }
    if indexCapacity < count + 64 {
      positions.deallocate()
      ends.deallocate()
      indexCapacity = count * 5 / 4 + 64
      positions = .allocate(capacity: indexCapacity)
      ends = .allocate(capacity: indexCapacity)
    }
    let found = cscan_index(way, memory, count, delimiter, positions, ends)
    guard !found.isIrregular else {
      isIrregular = true
      return
    }
    if rowCapacity < found.records {
      rowMemory.deallocate()
      rowCapacity = found.records * 5 / 4
      rowMemory = .allocate(capacity: rowCapacity)
    }
    lineFeeds = found.lineFeeds
    readRows(found)
  }

  private func readRows(_ found: cscan_summary) {
    // What is read from `self` in the loop is loaded in every row.
    let (memory, positions, ends, rowMemory) = (memory, positions, ends, rowMemory)
    let (reader, tally, width) = (cells, tally, columns.count)
    let isPlainText = !found.hasZero && (!found.hasHighBytes || cscan_utf8(memory, count) == count)
    let hasInnerFeeds = found.lineFeeds != found.records
    var rowCount = 0
    var start = 0
    var first = 0
    var line = 0
    for record in 0..<found.records {
      let last = Int(ends[record])
      let feed = Int(positions[last])
      let end = feed > start && memory[feed &- 1] == UInt8(ascii: "\r") ? feed &- 1 : feed
      if end > start {
        positions[last] = UInt32(truncatingIfNeeded: end)
        let cells = RowCells(memory: memory, separators: positions + first, start: start)
        let row = rowMemory + rowCount
        row.initialize(to: FoldRow())
        row.pointee.line = UInt32(truncatingIfNeeded: line)
        if isPlainText, last &- first &+ 1 == width,
          feed &- start <= CSVReader<MemorySource>.longestField,
          reader.read(&row.pointee, cells)
        {
          tally.add(row.pointee.type, row.pointee.amount)
        } else {
          leave(row, start..<end)
        }
        rowCount &+= 1
      }
      line &+= 1
      if hasInnerFeeds {
        for index in start..<feed where memory[index] == UInt8(ascii: "\n") { line &+= 1 }
      }
      start = feed &+ 1
      first = last &+ 1
    }
    rows = UnsafeMutableBufferPointer(start: rowMemory, count: rowCount)
  }

  /// Leaves a record to the exact reader.
  @inline(never)
  private func leave(_ row: UnsafeMutablePointer<FoldRow>, _ range: Range<Int>) {
    row.pointee.type = FoldRow.exact
    row.pointee.reference = UInt64(exact.count)
    let bytes = UnsafeBufferPointer(start: memory + range.lowerBound, count: range.count)
    exact.append(ExactRecord(start: range.lowerBound, bytes: Array(bytes)))
  }
}
