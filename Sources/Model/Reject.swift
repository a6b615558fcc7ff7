/// A record that was not used, kept verbatim.
public struct Reject: Sendable, Hashable {
  /// One thing that is wrong with a record.
  public struct Fault: Sendable, Hashable {
    /// The stable code in kebab case.
    public let code: String
    /// What is wrong, as one sentence.
    public let reason: String
    /// What the user can do.
    public let remedy: String
    /// The line of the offending value, which a line break inside quotes can part from that on which
    /// the record starts, or `nil` for the record as a whole.
    public let line: Int?
    /// The 1-based column in bytes of the offending value, or `nil` for the record as a whole.
    public let column: Int?

    /// Creates a fault.
    public init(
      code: String,
      reason: String,
      remedy: String,
      line: Int? = nil,
      column: Int? = nil
    ) {
      self.line = line
      self.code = code
      self.reason = reason
      self.remedy = remedy
      self.column = column
    }
  }

  /// Where the offending value stands, or where the record starts.
  public let location: SourceLocation
  /// The 0-based offset of the record's first byte, or `nil` where the parser does not tell.
  public let byteOffset: Int?
  /// The stable code in kebab case.
  public let code: String
  /// Why it was rejected, as one sentence.
  public let reason: String
  /// What the user can do.
  public let remedy: String
  /// The record as it stands in the input, without what no output may show; bytes that are no text
  /// are shown as `\xHH`.
  public let text: String
  /// Its amount where that could be read.
  public let amount: ExactDecimal?
  /// The currency of the amount.
  public let currency: Currency?
  /// What else is wrong with the record, which counts once all the same.
  public let others: [Fault]
  /// Whether the record is sound and was left out on purpose, such as a payment that never
  /// completed.
  public let isSetAside: Bool

  /// Creates a reject.
  public init(
    location: SourceLocation,
    byteOffset: Int?,
    code: String,
    reason: String,
    remedy: String,
    text: String,
    amount: ExactDecimal? = nil,
    currency: Currency? = nil,
    others: [Fault] = [],
    isSetAside: Bool = false
  ) {
    self.location = location
    self.byteOffset = byteOffset
    self.code = code
    self.reason = reason
    self.remedy = remedy
    self.text = text
    self.amount = amount
    self.currency = currency
    self.others = others
    self.isSetAside = isSetAside
  }

  /// The same record with its amount changed.
  public func withAmount(_ change: (ExactDecimal) -> ExactDecimal) -> Reject {
    Reject(
      location: location,
      byteOffset: byteOffset,
      code: code,
      reason: reason,
      remedy: remedy,
      text: text,
      amount: amount.map(change),
      currency: currency,
      others: others,
      isSetAside: isSetAside
    )
  }
}
