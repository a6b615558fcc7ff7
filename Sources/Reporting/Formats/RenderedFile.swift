internal import Foundation
internal import Model

/// The last look at a rendered file: what only an error leaves behind, and what must be there.
enum RenderedFile {
  private static let suspicious = ["Optional(", "{{", "}}", " nan", "-inf"]

  /// The bytes of a file that is fit to be published.
  ///
  /// `verbatim` are parts that are no template and may look like anything; `required` are texts,
  /// escaped as in this file, that no template may leave out.
  static func checked(
    _ text: String,
    name: String,
    verbatim: [String] = [],
    required: [(section: String, text: String)] = []
  ) throws(ReportingError) -> [UInt8] {
    let own = verbatim.reduce(text) { rest, part in
      rest.firstRange(of: part).map { rest.replacingCharacters(in: $0, with: "") } ?? rest
    }
    for found in suspicious where own.contains(found) {
      throw .suspicious(file: name, text: found)
    }
    for (section, words) in required where !text.contains(words) {
      throw .missingSection(template: "\(name).mustache", section: section)
    }
    return Array(text.utf8)
  }

  /// What every readable report must show: that nothing was lost, and what was rejected.
  static func proofs(
    _ audit: Audit,
    escaped: (String) -> String
  ) -> [(section: String, text: String)] {
    let count = Format.number(
      audit.reconciliation.rejected,
      "rejected record",
      "rejected records"
    )
    return [
      ("the reconciliation ({{reconciliation}})", escaped(SummaryView(audit).reconciliation)),
      ("the rejected records ({{rejectCount}})", escaped(count)),
    ]
  }
}
