import Foundation
import Ingestion
import Model

/// What `audit.yml` says about inputs, for the commands that only read them.
struct InputSettings {
  /// The currency of amounts whose export names none, or `nil`.
  let currency: Currency?
  /// The files that are no inputs because the configuration is made of them.
  let files: Set<String>

  /// Reads the configuration that the user names, else `audit.yml` in a directory of inputs.
  init(path named: String?, directories: [String]) throws {
    let beside = directories.map(Settings.configuration(in:))
    guard let path = named ?? beside.first(where: Settings.exists) else {
      (currency, files) = (nil, [])
      return
    }
    let configuration = try Settings.configuration(at: path)
    var files = Set(beside.filter(Settings.exists) + [path])
    if case .file(let rates)? = configuration.exchangeRates {
      files.insert(Settings.resolve(rates, beside: path))
    }
    if let quotes = configuration.alternatives.quotes {
      files.insert(Settings.resolve(quotes, beside: path))
    }
    (currency, self.files) = (configuration.currency, files)
  }

  /// The options for reading, with what the user says about CSV.
  func options(_ csv: CSVArguments) -> IngestionOptions {
    IngestionOptions(defaultCurrency: currency, csv: csv.options)
  }
}
