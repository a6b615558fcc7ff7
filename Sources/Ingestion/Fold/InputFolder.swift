internal import Model

/// The way of reading for inputs too large to keep line by line: a transaction history is added up
/// by identity and week while it is read, in memory that grows with the groups and, to find
/// repeated references, by about 11 bytes a row, and up to 30 where they are far apart.
public final class InputFolder {
  private let references: ReferenceTable
  private let workers: Int
  /// The inputs whose references are claimed: their ordinals start behind `base`.
  private var sources: [(base: UInt32, name: String)] = []
  private var nextBase: UInt32 = 0

  private let hashes: Bool
  private let keepsRows: Bool

  /// Creates a folder for inputs of about so many bytes in all; without `hashes` the SHA-256 of
  /// what it adds up is left empty, with `keepsRows` its outcomes have what a partial state keeps.
  public init(expectedBytes: Int, hashes: Bool, keepsRows: Bool = false, workers: Int? = nil) {
    self.hashes = hashes
    self.keepsRows = keepsRows
    references = ReferenceTable(expected: expectedBytes / 180)
    self.workers = max(1, workers ?? Workers.count)
  }

  /// Reads an input to its end, or returns `nil` when it is no table that can be added up while it
  /// is read; nothing was taken from the source then.
  func fold(
    _ source: inout HashingSource<some ByteSource>,
    _ head: [UInt8],
    as recognition: CSVRecognition,
    _ options: IngestionOptions,
    into reading: inout InputReading
  ) throws(SourceError) -> FoldedInput? {
    let dialect = recognition.dialect
    guard recognition.format is UpworkTransactions, dialect.encoding == .utf8,
      dialect.quote == UInt8(ascii: "\""), dialect.names == nil,
      let (header, length) = Self.header(head, dialect), header.repetition == nil,
      header.names.count <= CSVStructure.mostColumns, let columns = UpworkColumns(header)
    else { return nil }
    if !hashes { source.stopHashing() }
    try source.skip(dialect.prefix + length)
    let fold = UpworkFold(
      reading: reading,
      header: header,
      recognition: recognition,
      options: options,
      account: HistoryAccount(references, base: nextBase),
      log: keepsRows ? HistoryLog() : nil,
      line: dialect.headerLine + 1,
      byteOffset: dialect.prefix + length
    )
    sources.append((nextBase, reading.source))
    let shares = (0..<workers).map { _ in FoldShare() }
    source = try read(source, into: fold, shares, columns, dialect.delimiter)
    nextBase += UInt32(truncatingIfNeeded: fold.line)
    let folded = fold.finish(shares, place: place)
    reading = fold.reading
    return reading.refusal == nil ? folded : nil
  }

  /// Takes an input out of a partial state as if it was read now, at its place among the others.
  public func read(_ input: KeptInput) throws(StateError) -> InputReader.Outcome {
    guard let history = input.history else {
      return InputReader.Outcome(
        reading: input.reading,
        sha256: input.sha256,
        bytes: input.bytes
      )
    }
    guard UInt32.max - nextBase > history.facts.lines else { throw StateError.tooManyLines }
    var reading = input.reading
    sources.append((nextBase, reading.source))
    let account = HistoryAccount(references, base: nextBase)
    try account.add(history.rows)
    nextBase += history.facts.lines
    let folded = account.finish([], history.facts, into: &reading, place: place)
    return InputReader.Outcome(
      reading: reading,
      sha256: input.sha256,
      bytes: input.bytes,
      folded: reading.refusal == nil ? folded : nil
    )
  }

  /// Sets rows aside that a history which was added up has already, in an input that could only be
  /// read line by line: a layout without dollars, for example.
  ///
  /// For the time after all inputs were read, so that the fuller layouts count.
  public func setRepeatedAside(_ outcome: InputReader.Outcome) -> InputReader.Outcome {
    guard outcome.folded == nil, outcome.reading.format == UpworkTransactions().name else {
      return outcome
    }
    var reading = outcome.reading
    let base = nextBase
    sources.append((base, reading.source))
    let repeated = claim(reading.records, base: base)
    let firsts = references.firsts(of: Array(repeated.references.values))
    var kept: [Record] = []
    for (index, record) in reading.records.enumerated() {
      guard case .line(let line) = record, let reference = repeated.references[index] else {
        kept.append(record)
        continue
      }
      let original = place(firsts.first(reference, check: 0).ordinal)
      // Equal rows of one input were compared with each other when it was read.
      guard original.source != reading.source else {
        kept.append(record)
        continue
      }
      reading.duplicates.append(
        Duplicate(
          location: line.location,
          original: original,
          reason: .sameReference,
          amount: line.amount,
          currency: line.currency
        )
      )
    }
    reading.records = kept
    nextBase += UInt32(truncatingIfNeeded: repeated.last + 1)
    return outcome.replacing(reading)
  }

  /// Claims the references of lines; returns for each whose reference is claimed already its index
  /// and reference, and the last line.
  private func claim(
    _ records: [Record],
    base: UInt32
  ) -> (references: [Int: UInt64], last: Int) {
    var repeated: [Int: UInt64] = [:]
    var last = 0
    for (index, record) in records.enumerated() {
      guard case .line(let line) = record, let document = line.document else { continue }
      last = max(last, line.location.line)
      let reference = references.number(of: document)
      let ordinal = base &+ UInt32(truncatingIfNeeded: line.location.line)
      if !references.claim(reference, check: 0, ordinal: ordinal) { repeated[index] = reference }
    }
    return (repeated, last)
  }

  /// The header's names and its length in bytes, for a header that ends with a line feed.
  private static func header(_ head: [UInt8], _ dialect: CSVDialect) -> (CSVHeader, Int)? {
    let start = dialect.prefix
    guard let feed = head[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let line = Array(head[start...feed])
    var reader = CSVReader(MemorySource(line), delimiter: dialect.delimiter)
    var record = CSVRecord()
    guard (try? reader.next(into: &record)) == true, record.fault == nil else { return nil }
    let ending = line[record.raw.count...]
    guard ending == [0x0A] || ending == [0x0D, 0x0A] else { return nil }
    return (CSVHeader(record), line.count)
  }

  private func place(_ ordinal: UInt32) -> SourceLocation {
    let source = sources.last { $0.base < ordinal } ?? sources[0]
    return SourceLocation(source: source.name, line: Int(ordinal - source.base))
  }

  /// Reads blocks with all workers; where a block is irregular, goes on record by record.
  private func read<Source: ByteSource>(
    _ source: HashingSource<Source>,
    into fold: UpworkFold,
    _ shares: [FoldShare],
    _ columns: UpworkColumns,
    _ delimiter: UInt8
  ) throws(SourceError) -> HashingSource<Source> {
    let stream = FoldStream(RecordCutter(source), fold)
    stream.run(shares, columns, delimiter)
    if let failure = stream.cutter.failure { throw failure }
    let remainder = stream.cutter.remainder
    guard let rest = remainder.source as? HashingSource<Source> else { return source }
    guard stream.isStopped else { return rest }
    var reader = CSVReader(
      ChainedSource(stream.leftover + remainder.bytes, rest),
      delimiter: delimiter,
      line: fold.line,
      byteOffset: fold.byteOffset
    )
    var record = CSVRecord()
    while try reader.next(into: &record) { fold.addLast(record) }
    return reader.intoSource().rest
  }
}
