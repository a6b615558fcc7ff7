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

  /// The formats of e-invoices: each document stands in them whole, with its number, its lines and the
  /// date of its issue.
  public static let eInvoices: Set<FormatName> = [
    "ubl-invoice", "ubl-credit-note", "cii-invoice", "zugferd1-invoice", "fatturapa", "facturae",
    "setu-invoice", "cxml-invoice",
  ]

  /// Orders bytewise by name.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.description < rhs.description }
}
