internal import Model

/// A format in CSV, recognised by the names of its columns.
protocol CSVFormat: InputFormat {
  /// The columns without which a table is not of the format; of each group one is enough.
  var needs: [[String]] { get }
  /// Whether its header leaves a column without a name on purpose.
  var hasUnnamedColumns: Bool { get }
  /// Whether its texts name the cards that were paid with, whose digits no output may show.
  var hidesCardDigits: Bool { get }
  /// The columns that it can read.
  var columns: [CSVColumn] { get }
  /// The columns that it reads from a table with this header.
  func columns(in header: CSVHeader) -> [CSVColumn]
  /// Whether a table with these columns is of the format.
  func recognises(_ header: CSVHeader) -> Bool
  /// A reader for one table.
  func makeReader(header: CSVHeader, options: IngestionOptions) -> any CSVRowReader
}

extension CSVFormat {
  /// Columns usually have names.
  var hasUnnamedColumns: Bool { false }

  /// Few exports name cards.
  var hidesCardDigits: Bool { false }

  /// Of the columns that it can read, those that are there.
  func columns(in header: CSVHeader) -> [CSVColumn] {
    columns.filter { header[$0.name] != nil }
  }

  /// A table is of the format when it has one column of each group.
  func recognises(_ header: CSVHeader) -> Bool {
    needs.allSatisfy { group in group.contains { header[$0] != nil } }
  }
}

/// Turns the rows of one table into records.
protocol CSVRowReader {
  /// Reads one row: a record, a reject or a duplicate.
  mutating func read(_ row: CSVRow, into reading: inout InputReading)
  /// Takes a line that is part of the report's layout, such as the name of a group, and returns
  /// whether it was one; such lines are no records.
  mutating func takesLayout(
    _ record: CSVRecord,
    _ conventions: CSVConventions,
    into reading: inout InputReading
  ) -> Bool
  /// The table ended; what could only be known now is done now.
  mutating func finish(into reading: inout InputReading)
}

extension CSVRowReader {
  /// Most exports have no lines that are no records.
  mutating func takesLayout(
    _ record: CSVRecord,
    _ conventions: CSVConventions,
    into reading: inout InputReading
  ) -> Bool {
    false
  }

  /// Most readers are done with each row.
  mutating func finish(into reading: inout InputReading) {}
}
