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
  /// The severity from which findings fail.
  public let gate: Gate

  /// Creates a context.
  public init(templates: TemplateSet, mail: Configuration.Mail, gate: Gate = .never) {
    self.templates = templates
    self.mail = mail
    self.gate = gate
  }
}
