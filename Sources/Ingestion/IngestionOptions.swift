public import Model

/// What ingestion has to be told, because no export says it.
public struct IngestionOptions: Sendable {
  /// The currency of amounts whose export names none.
  public var defaultCurrency: Currency
  /// What the user says about CSV inputs.
  public var csv: CSVOptions
  /// The mapping that lies beside an input, or `nil`.
  public var mapping: CSVMapping?

  /// Creates options.
  public init(
    defaultCurrency: Currency = .usd,
    csv: CSVOptions = CSVOptions(),
    mapping: CSVMapping? = nil
  ) {
    self.defaultCurrency = defaultCurrency
    self.csv = csv
    self.mapping = mapping
  }
}
