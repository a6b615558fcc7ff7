/// Something to tell the user about an input: where, what, and what to do.
public struct Diagnostic: Sendable, Hashable {
  /// How much a diagnostic obliges.
  public enum Severity: String, Sendable, Hashable {
    /// A record or an input could not be used.
    case error
    /// Something was used, but a person should look at it.
    case warning
  }

  /// How much this obliges.
  public let severity: Severity
  /// The stable code in kebab case, for example `bad-date`.
  public let code: String
  /// One sentence in lower case without a full stop.
  public let message: String
  /// What the user can do about it, as one sentence; `nil` when nothing needs doing.
  public let remedy: String?
  /// Where it is, or `nil` when it concerns the run as a whole.
  public let location: SourceLocation?

  /// Creates a diagnostic.
  public init(
    _ severity: Severity,
    code: String,
    _ message: String,
    remedy: String? = nil,
    at location: SourceLocation? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.remedy = remedy
    self.location = location
  }
}
