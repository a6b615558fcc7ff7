/// What the user has decided about findings, in `audit.yml`.
public struct FindingDecision: Sendable, Hashable {
  /// What was decided.
  public enum Kind: String, Sendable, Hashable {
    /// It is true and is lived with.
    case accepted
    /// It is held to be wrong.
    case disputed
  }

  /// What was decided.
  public let kind: Kind
  /// The identifier of a finding; a star at the end stands for any rest.
  public let pattern: String
  /// Why.
  public let reason: String
  /// The last day on which the decision holds; `nil` for good.
  public let until: Day?
  /// Where it stands.
  public let place: SourceLocation?

  /// Creates a decision.
  public init(
    _ kind: Kind,
    pattern: String,
    reason: String,
    until: Day? = nil,
    place: SourceLocation? = nil
  ) {
    self.kind = kind
    self.pattern = pattern
    self.reason = reason
    self.until = until
    self.place = place
  }

  /// Whether it is about a finding.
  public func covers(_ id: String) -> Bool {
    pattern.hasSuffix("*") ? id.hasPrefix(pattern.dropLast()) : id == pattern
  }
}
