public import Model

/// What ingestion has to be told, because no export says it.
public struct IngestionOptions: Sendable {
  /// The currency of amounts whose export names none.
  public var defaultCurrency: Currency
  /// Whether nobody said that currency; an input that needs it is then warned about.
  public var isCurrencyAssumed: Bool
  /// What the user says about CSV inputs.
  public var csv: CSVOptions
  /// The mapping that lies beside an input, or `nil`.
  public var mapping: CSVMapping?

  /// Creates options; without a currency US dollars are assumed.
  public init(
    defaultCurrency: Currency? = nil,
    csv: CSVOptions = CSVOptions(),
    mapping: CSVMapping? = nil
  ) {
    self.defaultCurrency = defaultCurrency ?? .usd
    isCurrencyAssumed = defaultCurrency == nil
    self.csv = csv
    self.mapping = mapping
  }
}
