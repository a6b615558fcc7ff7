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
  /// The user's quotes.
  let quotes: [WageFigure]
  /// What posts cost: the user's quotes and the benchmarks.
  let wages: [WageFigure]
  /// The files that are no inputs because the configuration is made of them.
  let files: Set<String>

  /// Reads the configuration that the user names, else `audit.yml` in a directory of inputs.
  init(path named: String?, directories: [String]) throws {
    let found =
      named
      ?? directories.map(Self.configuration(in:)).first(where: Self.exists)
    guard let found else {
      configuration = Configuration()
      quotes = []
      path = nil
      rates = .none
      wages = WageTable.benchmarks().figures
      files = []
      return
    }
    path = found
    var configuration = try Self.configuration(at: found)
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
    let wages = quotes + WageTable.benchmarks().figures
    try Self.checkLocations(configuration.alternatives, wages)
    configuration.alternatives.locations = Self.eachOnce(configuration.alternatives)
    try Self.checkHomes(configuration.people, wages)
    try Self.checkQuotes(quotes, configuration.alternatives)
    self.configuration = configuration
    self.quotes = quotes
    self.wages = wages
    self.files = files
  }

  /// The path of the configuration in a directory.
  static func configuration(in directory: String) -> String {
    (directory.hasSuffix("/") ? String(directory.dropLast()) : directory) + "/audit.yml"
  }

  /// Whether a file is there.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// The locations without those that name a place a second time.
  private static func eachOnce(_ alternatives: Configuration.Alternatives) -> [String] {
    var first: [String: String] = [:]
    return alternatives.locations.filter { location in
      let id = TeamPlace.named(location).id
      guard let earlier = first[id] else {
        first[id] = location
        return true
      }
      Console.report(
        Diagnostic(
          .warning,
          code: "repeated-location",
          earlier == location
            ? "alternatives.locations: '\(location)' stands twice; it is compared once"
            : "alternatives.locations: '\(location)' is the same place as '\(earlier)'; it is compared once",
          remedy: "remove one of them",
          at: alternatives.place
        )
      )
      return false
    }
  }

  /// A home that is neither a country nor a place with wages would be ignored in silence.
  private static func checkHomes(
    _ people: [Configuration.Person],
    _ wages: [WageFigure]
  ) throws {
    let known = Set(wages.map { TeamPlace.named($0.location).id })
    for person in people {
      guard let location = person.location, HomePlace.id(location) == nil,
        !known.contains(TeamPlace.named(location).id)
      else { continue }
      let nearest =
        HomePlace.nearest(to: location) ?? NearestName.to(location, in: known.sorted())
      Console.report(
        Diagnostic(
          .error,
          code: "unknown-location",
          "people → \(person.id): '\(location)' is no country",
          remedy: nearest.map { "did you mean '\($0)'?" }
            ?? "write the country, by its English name or its code, for example philippines or PH",
          at: person.locationPlace
        )
      )
      throw ExitStatus.wrongUse
    }
  }

  /// Two quotes for one role and place contradict each other; one for a place that is not compared
  /// is not used.
  private static func checkQuotes(
    _ quotes: [WageFigure],
    _ alternatives: Configuration.Alternatives
  ) throws {
    let compared = Set(alternatives.locations.map { TeamPlace.named($0).id })
    var first: [[String]: WageFigure] = [:]
    for quote in quotes {
      let place = TeamPlace.named(quote.location).id
      if !compared.isEmpty, !compared.contains(place) {
        Console.report(
          Diagnostic(
            .warning,
            code: "unused-quote",
            "the quote for \(quote.job) in \(quote.location) is not used: alternatives.locations leaves "
              + "the place out",
            remedy: "add the location, or remove the quote",
            at: quote.place
          )
        )
      }
      guard let earlier = first.updateValue(quote, forKey: [quote.job.lowercased(), place]) else {
        continue
      }
      Console.report(
        Diagnostic(
          .error,
          code: "repeated-quote",
          "\(quote.job) in \(quote.location) has a quote in line \(earlier.place.line) already",
          remedy: "keep one of them",
          at: quote.place
        )
      )
      throw ExitStatus.wrongUse
    }
  }

  /// Says which quotes name no role, job or family, so that no option uses them.
  func warnOfQuotes(roles: [String]) {
    let known = Set(
      roles + configuration.roles.map(\.id) + RoleFamily.allCases.map(\.rawValue)
        + wages.filter { $0.grade != .quote }.map(\.job)
    )
    let folded = Set(known.map { $0.lowercased() })
    for quote in quotes where !folded.contains(quote.job.lowercased()) {
      Console.report(
        Diagnostic(
          .warning,
          code: "unknown-role",
          "no role, job or family is called '\(quote.job)'; the quote is not used",
          remedy: NearestName.to(quote.job, in: known.sorted()).map { "did you mean '\($0)'?" }
            ?? "write the id of a role",
          at: quote.place
        )
      )
    }
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

  /// The configuration of a file; one that cannot be used ends the run as wrong use.
  static func configuration(at path: String) throws -> Configuration {
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

  /// A path that the configuration names, as seen from where the program runs.
  static func resolve(_ path: String, beside configuration: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let slash = configuration.lastIndex(of: "/") else { return path }
    return configuration[...slash] + path
  }
}
