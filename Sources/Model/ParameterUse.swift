/// A parameter as this audit used it.
public struct ParameterUse: Sendable, Hashable {
  /// The name in `audit.yml`.
  public let name: String
  /// The value used.
  public let value: Double
  /// The default.
  public let defaultValue: Double
  /// Whether the user set it.
  public let isChanged: Bool
  /// The low and the high end of what is plausible, in words; `nil` where none is known.
  public let range: String?
  /// Where the default comes from, with its grade: confirmed, from memory, assumption or derived.
  public let source: String

  /// Creates a parameter's use.
  public init(
    name: String,
    value: Double,
    defaultValue: Double,
    isChanged: Bool,
    range: String?,
    source: String
  ) {
    self.name = name
    self.value = value
    self.defaultValue = defaultValue
    self.isChanged = isChanged
    self.range = range
    self.source = source
  }
}
