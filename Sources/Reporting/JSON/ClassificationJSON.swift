public import Model

/// Judged postings as `tacit classify` prints them: one JSON object a line.
public enum ClassificationJSON {
  /// One posting with the judgement on it.
  public static func line(_ posting: Posting, _ collaboration: Collaboration) -> String {
    JSONValue.object([
      ("id", .string(posting.id ?? "\(posting.location.source):\(posting.location.line)")),
      ("title", .string(posting.title)),
      ("probability", .number(collaboration.degree)),
      ("class", .string(collaboration.roleClass.rawValue)),
      ("evidence", .array(collaboration.evidence.map(AuditJSON.cue))),
    ]).compact
  }
}
