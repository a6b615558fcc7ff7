/// What the user says about CSV inputs that they do not say themselves.
public struct CSVOptions: Sendable {
  /// The delimiter, an ASCII character; `nil` where the header tells.
  public var delimiter: Unicode.Scalar?
  /// The encoding; `nil` where the bytes tell.
  public var encoding: TextEncoding?
  /// The decimal mark of columns that do not prove one.
  public var decimalMark: Unicode.Scalar?
  /// The order of day and month in columns that do not prove one.
  public var dateOrder: DateOrder?

  /// The most bytes of rows that wait for a later cell to prove how their column is written.
  public var mostHeldBytes = 64 << 20

  /// Nothing said.
  public init() {}
}
