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

  /// Creates a parameter's use.
  public init(name: String, value: Double, defaultValue: Double, isChanged: Bool) {
    self.name = name
    self.value = value
    self.defaultValue = defaultValue
    self.isChanged = isChanged
  }
}
