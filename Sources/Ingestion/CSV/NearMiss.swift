internal import Model

/// Says of an input that no format recognises which format it comes nearest to, and what is missing.
enum NearMiss {
  /// A message and its remedy.
  static func words(head: [UInt8], options: CSVOptions) -> (message: String, remedy: String) {
    let message = "no format recognises this input"
    let remedy =
      "run 'tacit inspect' on it, which writes a mapping to edit, or see 'tacit formats'"
    var best: (format: any CSVFormat, missing: [String], names: [String], share: Double)?
    let start = CSVRecognition.Start(head)
    for delimiter in start.delimiters(options) {
      for candidate in CSVRecognition.candidates(head, start, delimiter).prefix(16) {
        let header = CSVHeader(candidate.record)
        guard header.names.count > 1 else { continue }
        for format in InputFormats.csv where !format.needs.isEmpty {
          let missing = format.needs.filter { group in group.allSatisfy { header[$0] == nil } }
          let share = 1 - Double(missing.count) / Double(format.needs.count)
          if share >= 0.5, share > best?.share ?? 0 {
            best = (format, missing.compactMap(\.first), header.names, share)
          }
        }
      }
    }
    guard let best, !best.missing.isEmpty else { return (message, remedy) }
    let missing = best.missing.map { column in
      "'\(column)'" + (Lookalike.of(column, in: best.names).map { " (\($0) looks like it)" } ?? "")
    }
    return (
      "\(message); \(best.format.name) comes nearest, without the column "
        + missing.joined(separator: ", "),
      remedy
    )
  }
}

/// Names that look like another name and are not it.
enum Lookalike {
  /// A name of the list that is nearly or visibly the wanted one, with foreign letters shown by
  /// their code points.
  static func of(_ wanted: String, in names: [String]) -> String? {
    guard let found = NearestName.to(wanted, in: names.filter { !$0.isEmpty }) else { return nil }
    let foreign = found.unicodeScalars.filter { !$0.isASCII }.map {
      "U+" + String(repeating: "0", count: max(0, 4 - String($0.value, radix: 16).count))
        + String($0.value, radix: 16, uppercase: true)
    }
    return foreign.isEmpty ? "'\(found)'" : "'\(found)' with \(foreign.joined(separator: ", "))"
  }
}
