public import Model

/// How well the layout of a format is known.
public enum EvidenceGrade: String, Sendable, Hashable {
  /// A real exported file or the publisher's own page was read.
  case real = "A"
  /// Code or a specification checked against real exports, or two independent parsers that agree.
  case corroborated = "B"
  /// Tacit's own format, defined by this project.
  case own = "own"
  /// A published standard with a schema.
  case standard = "standard"
}

/// One input format: a file of its own, and one line in ``InputFormats/all``.
public protocol InputFormat: Sendable {
  /// The name on the command line and in outputs.
  var name: FormatName { get }
  /// What it is, as one short phrase.
  var summary: String { get }
  /// How well its layout is known.
  var grade: EvidenceGrade { get }
  /// Where the layout was learned, as one sentence.
  var evidence: String { get }
}
