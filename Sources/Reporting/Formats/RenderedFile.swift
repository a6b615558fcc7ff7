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
    escaped: (String) -> String
  ) throws(ReportingError) -> [UInt8] {
    let rejected = audit.reconciliation.rejected
    let proofs = [
      ("the reconciliation ({{reconciliation}})", SummaryView(audit).reconciliation),
      (
        "the rejected records ({{rejectCount}})",
        Format.number(rejected, "rejected record", "rejected records")
      ),
    ]
    for (section, words) in proofs where !text.contains(escaped(words)) {
      throw .missingSection(template: "\(name).mustache", section: section)
    }
    return Array(text.utf8)
  }
}
