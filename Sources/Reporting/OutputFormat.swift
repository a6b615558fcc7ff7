public import Model

/// One file of the report: a type of its own, and one line in ``OutputFormats/all``.
public protocol OutputFormat: Sendable {
  /// The name of the file.
  var fileName: String { get }
  /// The file's content.
  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8]
}

/// What rendering needs besides the audit.
public struct RenderingContext: Sendable {
  /// The templates.
  public let templates: TemplateSet
  /// The addresses of the mail.
  public let mail: Configuration.Mail
  /// Every record with what became of it, for `ledger.csv`.
  public let ledger: [LedgerEntry]
  /// The severity from which findings fail.
  public let gate: Gate
  /// The time that the mail is dated by, in seconds since 1970-01-01 in UTC; `nil` for the start of
  /// the as-of day.
  public let stamp: Int?
  /// The words of the readable files.
  let language: Language

  /// Creates a context; the language is a code such as `de`.
  public init(
    templates: TemplateSet,
    mail: Configuration.Mail,
    language: String = "en",
    ledger: [LedgerEntry] = [],
    gate: Gate = .never,
    stamp: Int? = nil
  ) throws(ReportingError) {
    self.templates = templates
    self.mail = mail
    self.ledger = ledger
    self.gate = gate
    self.stamp = stamp
    self.language = try templates.language(language)
  }
}
