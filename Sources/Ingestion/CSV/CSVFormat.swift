internal import Model

/// A format in CSV, recognised by the names of its columns.
protocol CSVFormat: InputFormat {
  /// Whether a table with these columns is of the format.
  func recognises(_ header: CSVHeader) -> Bool
  /// A reader for one table.
  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader
}

/// Turns the rows of one table into records.
protocol CSVRowReader {
  /// Reads one row: a record, a reject or a duplicate.
  mutating func read(_ row: CSVRow, into reading: inout InputReading)
  /// The table ended; what could only be known now is done now.
  mutating func finish(into reading: inout InputReading)
}
