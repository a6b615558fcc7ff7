public import Model

/// What one input yields while it is read.
public struct InputReading: Sendable {
  /// The input's path as the user named it.
  public let source: String
  /// The format, once recognised.
  public var format: FormatName?
  /// The records that could be read.
  public var records: [Record] = []
  /// The records that could not be read.
  public var rejects: [Reject] = []
  /// The records that repeat another one of this input.
  public var duplicates: [Duplicate] = []
  /// What the user should know.
  public var diagnostics: [Diagnostic] = []
  /// What the arithmetic of its invoices shows.
  public var arithmetic = ArithmeticChecks()
  /// Takes the records in portions while the input is read; `nil` keeps them in ``records``.
  ///
  /// An input that is refused later has handed records over all the same: whoever takes them counts
  /// them only once the input has been read to its end.
  public var portions: (@Sendable ([Record]) -> Void)?
  /// How the input is written down, where it is CSV and was read to its end.
  public var layout: InputLayout?
  /// Whether rejects are shown without the digits of cards.
  var hidesCardDigits = false
  /// The invoices that it has told so far.
  var documents = RepeatedDocuments()
  /// The currency that was assumed for amounts, where nobody says theirs.
  var assumedCurrency: AssumedCurrency?
  /// The currency that the options gave to amounts which name none, or `nil` where there were none.
  public internal(set) var fallbackCurrency: Currency?
  /// The rows of a transaction history that was added up, where a partial state is to keep them.
  var history: KeptHistory?
  /// Why the whole input was set aside, or `nil`; its records are then not used.
  public var refusal: Diagnostic?

  /// An empty reading.
  public init(source: String) { self.source = source }

  /// Hands the records over when there is somebody to take them and enough of them.
  mutating func handOver(atLeast count: Int) {
    guard let portions, records.count >= count else { return }
    portions(records)
    records.removeAll(keepingCapacity: true)
  }

  /// A location in this input.
  public func location(line: Int, column: Int? = nil) -> SourceLocation {
    SourceLocation(source: source, line: line, column: column)
  }

  /// Sets the whole input aside: nothing read from it so far is published.
  public mutating func refuse(
    code: String,
    _ message: String,
    remedy: String,
    line: Int,
    column: Int? = nil
  ) {
    guard refusal == nil else { return }
    records = []
    rejects = []
    duplicates = []
    arithmetic = ArithmeticChecks()
    refusal = Diagnostic(
      .error,
      code: code,
      message,
      remedy: remedy,
      at: location(line: line, column: column)
    )
  }
}
