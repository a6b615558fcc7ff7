internal import Crypto
internal import Model

/// One input as a partial state keeps it: everything that reading it said, before anything is compared with
/// other inputs.
///
/// A transaction history that was added up is kept row by row as numbers, any other input record by record.
public struct KeptInput: Sendable {
  let reading: InputReading
  let history: KeptHistory?
  let sha256: String
  let bytes: Int

  /// What was read of an input; a folder that added it up must have kept its rows.
  public init(_ outcome: InputReader.Outcome) {
    precondition(
      outcome.folded == nil || outcome.reading.history != nil,
      "the folder keeps no rows"
    )
    history = outcome.reading.history
    reading = outcome.reading.history?.reading ?? outcome.reading
    sha256 = outcome.sha256
    bytes = outcome.bytes
  }

  /// Reads a section of a state; the entry says which input it is, and what its bytes are.
  public init(_ entry: StateIndex.Entry, section: [UInt8]) throws(StateError) {
    guard section.count == entry.length, Self.digest([section[...]]) == entry.digest else {
      throw StateError.damaged("the part of \(entry.name) is not what was written")
    }
    var coder = StateCoder(reading: section)
    var (reading, facts) = (InputReading.placeholder, nil as HistoryFacts?)
    try coder.code(&reading)
    try coder.code(&facts)
    guard reading.source == entry.name else {
      throw StateError.damaged("the part of \(entry.name) is that of another input")
    }
    if let facts {
      var rows = HistoryRows.placeholder
      try coder.code(&rows)
      rows.chunks = [coder.rest]
      history = KeptHistory(reading, facts, rows)
    } else if coder.rest.isEmpty {
      history = nil
    } else {
      throw StateError.damaged("the part of \(entry.name) is too long")
    }
    self.reading = reading
    sha256 = entry.sha256
    bytes = entry.bytes
  }

  /// The bytes of the section in several pieces, and the entry for the index; `program` is the version
  /// of the program that read the input.
  public func section(program: String) -> (
    pieces: [ArraySlice<UInt8>], entry: StateIndex.Entry
  ) {
    var coder = StateCoder()
    var (reading, facts) = (reading, history?.facts)
    var rows = history?.rows ?? .placeholder
    // Writing has no failures.
    try? coder.code(&reading)
    try? coder.code(&facts)
    if facts != nil { try? coder.code(&rows) }
    let pieces = [coder.bytes[...]] + (history?.rows.chunks ?? [])
    let entry = StateIndex.Entry(
      name: reading.source,
      sha256: sha256,
      bytes: bytes,
      program: program,
      length: pieces.reduce(0) { $0 + $1.count },
      digest: Self.digest(pieces)
    )
    return (pieces, entry)
  }

  static func digest(_ pieces: [ArraySlice<UInt8>]) -> [UInt8] {
    var hasher = SHA256()
    for piece in pieces { piece.withUnsafeBytes { hasher.update(bufferPointer: $0) } }
    return Array(hasher.finalize())
  }
}
