internal import Model

/// Finds the table that a mapping describes in the first bytes of an input.
enum MappedTable {
  /// The header and dialect, or `nil` when the columns that the mapping needs are not there.
  static func find(
    _ mapping: CSVMapping,
    in head: [UInt8],
    _ encoding: TextEncoding,
    _ options: CSVOptions
  ) -> CSVRecognition? {
    let start = CSVRecognition.Start(head)
    var best: CSVRecognition?
    for delimiter in start.delimiters(options) {
      for candidate in candidates(mapping, head, start, delimiter) {
        if let best, best.dialect.headerLine <= candidate.line { break }
        let header = mapping.names.map { CSVHeader($0) } ?? CSVHeader(candidate.record)
        let format = MappedCSV(mapping)
        guard candidate.record.fault == nil, format.recognises(header),
          mapping.names.map({ $0.count == candidate.record.count }) ?? true
        else { continue }
        var dialect = CSVDialect(encoding: encoding, delimiter: delimiter)
        dialect.quote = UInt8(ascii: mapping.quote)
        dialect.prefix = candidate.offset
        dialect.headerLine = candidate.line
        dialect.preambleLines = mapping.skip == nil ? candidate.line - start.line : 0
        dialect.hasRepeatedMark = start.marks > 1
        dialect.names = mapping.names
        best = CSVRecognition(format: format, dialect: dialect)
        break
      }
    }
    return best
  }

  /// Refuses an input whose header lacks columns, naming them and what looks like them.
  static func refuse(
    _ mapping: CSVMapping,
    _ head: [UInt8],
    _ options: CSVOptions,
    into reading: inout InputReading
  ) {
    let start = CSVRecognition.Start(head)
    let needs = MappedCSV(mapping).needs
    var best: (missing: [[String]], header: CSVHeader, line: Int)?
    for delimiter in start.delimiters(options) {
      for candidate in candidates(mapping, head, start, delimiter) {
        let header = mapping.names.map { CSVHeader($0) } ?? CSVHeader(candidate.record)
        let missing = needs.filter { group in group.allSatisfy { header[$0] == nil } }
        if missing.count < best?.missing.count ?? Int.max {
          best = (missing, header, candidate.line)
        }
      }
    }
    reading.format = "mapped-csv"
    // A column whose name was taken by another one lacks only because of that.
    if let best, best.missing.count < needs.count,
      !CSVDocumentReader.isUsable(best.header, line: best.line, into: &reading)
    {
      return
    }
    let missing = (best?.missing ?? needs).compactMap { group in
      group.first.map { name in
        "'\(name)'"
          + (Lookalike.of(name, in: best?.header.names ?? []).map { " (\($0) looks like it)" } ?? "")
      }
    }
    reading.refuse(
      code: "missing-columns",
      "the header lacks the column \(missing.joined(separator: ", ")) of the mapping "
        + mapping.source,
      remedy: "correct the mapping, or export with these columns",
      line: best?.line ?? 1
    )
  }

  private static func candidates(
    _ mapping: CSVMapping,
    _ head: [UInt8],
    _ start: CSVRecognition.Start,
    _ delimiter: UInt8
  ) -> [(record: CSVRecord, line: Int, offset: Int)] {
    let all = CSVRecognition.candidates(
      head,
      start,
      delimiter,
      quote: UInt8(ascii: mapping.quote)
    )
    guard let skip = mapping.skip ?? (mapping.names == nil ? nil : 0) else { return all }
    return Array(all.drop { $0.line <= skip }.prefix(1))
  }
}
