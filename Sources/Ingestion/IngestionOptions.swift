public import Model

/// What ingestion has to be told, because no export says it.
public struct IngestionOptions: Sendable {
  /// The currency of amounts whose export names none.
  public var defaultCurrency: Currency

  /// Creates options.
  public init(defaultCurrency: Currency = .usd) { self.defaultCurrency = defaultCurrency }
}
