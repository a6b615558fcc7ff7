/// The name of an input format, as the command line and every output spell it.
public struct FormatName: Sendable, Hashable, Comparable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The name, for example `upwork-transactions`.
  public let description: String

  /// Creates a name.
  public init(_ name: String) { description = name }

  /// Creates a name from a literal.
  public init(stringLiteral name: String) { description = name }

  /// Orders bytewise by name.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.description < rhs.description }
}
