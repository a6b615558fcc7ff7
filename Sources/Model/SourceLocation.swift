/// A place in an input, counted the way editors count.
public struct SourceLocation: Sendable, Hashable, Comparable {
  /// The input's path as the user named it; `<stdin>` for standard input.
  public let source: String
  /// The 1-based line on which the record starts.
  public let line: Int
  /// The 1-based column in bytes of the offending value, or `nil` for the record as a whole.
  public let column: Int?

  /// Creates a location.
  public init(source: String, line: Int, column: Int? = nil) {
    self.source = source
    self.line = line
    self.column = column
  }

  /// Orders by source, then line, then column.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.source, lhs.line, lhs.column ?? 0) < (rhs.source, rhs.line, rhs.column ?? 0)
  }
}
