import Ingestion
import Model
import Testing

/// Reads a text as the program reads a file.
func read(
  _ text: String,
  named name: String = "in",
  blockSize: Int = 65_536,
  options: IngestionOptions = IngestionOptions()
) throws -> InputReading {
  try InputReader.read(
    MemorySource(Array(text.utf8), blockSize: blockSize),
    named: name,
    options: options
  ).reading
}

/// Reads bytes as the program reads a file.
func read(_ bytes: [UInt8], named name: String = "in", blockSize: Int = 65_536) throws
  -> InputReading
{
  try InputReader.read(MemorySource(bytes, blockSize: blockSize), named: name).reading
}

/// Reads several texts and assembles them.
func assemble(_ texts: [(name: String, text: String)]) throws -> Dataset {
  Ledger.assemble(
    try texts.map { try InputReader.read(MemorySource(Array($0.text.utf8)), named: $0.name) }
  )
}

extension InputReading {
  /// The lines among the records.
  var lines: [InvoiceLine] {
    records.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }

  /// The postings among the records.
  var postings: [Posting] {
    records.compactMap { if case .posting(let posting) = $0 { posting } else { nil } }
  }
}
