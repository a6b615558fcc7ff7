internal import Model

/// What every readable file must show, whatever templates it was made with.
enum RenderedFile {
  /// The bytes of a file that shows that nothing was lost and what was rejected.
  ///
  /// A template can be changed in every way but this one.
  static func proven(
    _ text: String,
    name: String,
    by audit: Audit,
    _ language: Language,
    escaped: (String) -> String
  ) throws(ReportingError) -> [UInt8] {
    let proofs = [
      ("the reconciliation ({{reconciliation}})", SummaryView(audit, language).reconciliation),
      ("the rejected records ({{rejectCount}})", RecordsView(audit, language).rejectCount),
    ]
    for (section, words) in proofs where !text.contains(escaped(words)) {
      throw .missingSection(template: "\(name).mustache", section: section)
    }
    return Array(text.utf8)
  }
}
