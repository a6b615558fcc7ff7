/// What became of one input.
public struct InputSummary: Sendable, Hashable {
  /// The path as the user named it.
  public let path: String
  /// The SHA-256 of its bytes in lower-case hexadecimal.
  public let sha256: String
  /// The format, or `nil` when none recognised it.
  public let format: FormatName?
  /// Its size in bytes.
  public let bytes: Int
  /// The number of records found.
  public var records: Int
  /// The number used.
  public var accepted: Int
  /// The number rejected.
  public var rejected: Int
  /// The number that another record says already.
  public var duplicates: Int
  /// The amounts of all records whose amount could be read.
  public var amount: CurrencyTotals
  /// Why the whole input was set aside, or `nil`.
  public var refusal: String?

  /// Creates a summary without records.
  public init(path: String, sha256: String, format: FormatName?, bytes: Int) {
    self.path = path
    self.sha256 = sha256
    self.format = format
    self.bytes = bytes
    records = 0
    accepted = 0
    rejected = 0
    duplicates = 0
    amount = CurrencyTotals()
    refusal = nil
  }
}
