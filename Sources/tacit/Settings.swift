import Analysis
import Foundation
import Ingestion
import Model

/// The configuration of a run with the files that it names.
struct Settings {
  /// What `audit.yml` says.
  let configuration: Configuration
  /// The path of `audit.yml`, or `nil` without one.
  let path: String?
  /// The exchange rates.
  let rates: ExchangeRates
  /// What posts cost: the user's quotes and the benchmarks.
  let wages: [WageFigure]
  /// The files that are no inputs because the configuration is made of them.
  let files: Set<String>

  /// Reads the configuration that the user names, else `audit.yml` in a directory of inputs.
  init(path named: String?, directories: [String]) throws {
    let found =
      named
      ?? directories.map { ($0.hasSuffix("/") ? String($0.dropLast()) : $0) + "/audit.yml" }
      .first { FileManager.default.fileExists(atPath: $0) }
    guard let found else {
      configuration = Configuration()
      path = nil
      rates = .none
      wages = WageTable.benchmarks().figures
      files = []
      return
    }
    path = found
    configuration = try Self.configuration(at: found)
    var files: Set<String> = [found]
    switch configuration.exchangeRates {
    case nil: rates = .none
    case .table(let table): rates = Self.constant(table, source: found)
    case .file(let relative):
      let ratesPath = Self.resolve(relative, beside: found)
      rates = try Self.rates(at: ratesPath)
      files.insert(ratesPath)
    }
    var quotes: [WageFigure] = []
    if let relative = configuration.alternatives.quotes {
      let quotesPath = Self.resolve(relative, beside: found)
      quotes = try Self.quotes(at: quotesPath)
      files.insert(quotesPath)
    }
    wages = quotes + WageTable.benchmarks().figures
    self.files = files
    try Self.checkLocations(configuration.alternatives, wages)
  }

  /// A place that neither benchmarks nor quotes know is a mistake of the configuration.
  private static func checkLocations(
    _ alternatives: Configuration.Alternatives,
    _ wages: [WageFigure]
  ) throws {
    let known = Set(wages.map { TeamPlace.named($0.location).id }).subtracting([
      "marketplace_global"
    ])
    for location in alternatives.locations where !known.contains(TeamPlace.named(location).id) {
      let nearest = NearestName.to(location, in: known.sorted())
      Console.report(
        Diagnostic(
          .error,
          code: "unknown-location",
          "alternatives.locations: no wages are known for '\(location)'",
          remedy: nearest.map { "did you mean '\($0)'?" }
            ?? "known: \(known.sorted().joined(separator: ", ")); quotes add others",
          at: alternatives.place
        )
      )
      throw ExitStatus.wrongUse
    }
  }

  private static func quotes(at path: String) throws -> [WageFigure] {
    let figures: [WageFigure]
    let problems: [Diagnostic]
    do throws(SourceError) {
      (figures, problems) = try WageTable.quotes(FileSource(path: path), named: path)
    } catch {
      Console.report(
        Diagnostic(
          .error,
          code: "unreadable",
          "the quotes cannot be read: \(error.message)",
          remedy: "correct alternatives → quotes in audit.yml",
          at: SourceLocation(source: path, line: 1)
        )
      )
      throw ExitStatus.wrongUse
    }
    for problem in problems { Console.report(problem) }
    if !problems.isEmpty { throw ExitStatus.wrongUse }
    return figures
  }

  private static func configuration(at path: String) throws -> Configuration {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(data: data, encoding: .utf8)
    else {
      Console.report(
        Diagnostic(
          .error,
          code: "unreadable",
          "the configuration cannot be read as UTF-8 text",
          remedy: "check the path",
          at: SourceLocation(source: path, line: 1)
        )
      )
      throw ExitStatus.wrongUse
    }
    do throws(ConfigurationError) {
      return try ConfigurationReader.read(text, named: path)
    } catch {
      Console.report(error.diagnostic)
      throw ExitStatus.wrongUse
    }
  }

  private static func rates(at path: String) throws -> ExchangeRates {
    let rates: ExchangeRates
    let problems: [Diagnostic]
    do throws(SourceError) {
      (rates, problems) = try ECBHistory.read(FileSource(path: path), named: path)
    } catch {
      Console.report(
        Diagnostic(
          .error,
          code: "unreadable",
          "the exchange rates cannot be read: \(error.message)",
          remedy: "correct exchange_rates in audit.yml",
          at: SourceLocation(source: path, line: 1)
        )
      )
      throw ExitStatus.wrongUse
    }
    for problem in problems { Console.report(problem) }
    if !problems.isEmpty { throw ExitStatus.wrongUse }
    return rates
  }

  /// A table of the configuration holds for every day.
  private static func constant(
    _ table: [Currency: ExactDecimal],
    source: String
  ) -> ExchangeRates {
    ExchangeRates(source: "\(source) (one rate for all days)", constant: table)
  }

  private static func resolve(_ path: String, beside configuration: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let slash = configuration.lastIndex(of: "/") else { return path }
    return configuration[...slash] + path
  }
}
