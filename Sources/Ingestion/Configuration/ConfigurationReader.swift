public import Model
internal import Yams

/// Reads `audit.yml`: every key is known, every value has its type and a possible size.
public enum ConfigurationReader {
  /// Reads the text of a configuration.
  public static func read(
    _ text: String,
    named source: String
  ) throws(ConfigurationError) -> Configuration {
    guard let root = try document(text, source) else { return Configuration() }
    try root.checkKeys([
      "company", "currency", "exchange_rates", "quarter", "parameters", "roles", "people",
      "alternatives", "approval_limit", "materiality", "contracts", "accepted", "disputed",
      "skip_checks", "gate", "mail",
    ])
    var configuration = Configuration()
    configuration.company = try root.string("company")
    configuration.currency = try currency(root, "currency")
    configuration.exchangeRates = try rates(root)
    if let text = try root.string("quarter") {
      guard let quarter = Quarter(text) else {
        throw root.failure(
          "quarter",
          "'\(text)' is not a quarter",
          remedy: "write it as 2026-Q2"
        )
      }
      configuration.quarter = quarter
    }
    if let parameters = try root.mapping("parameters") {
      try ParameterSection.read(parameters, into: &configuration)
    }
    for entry in try root.mappings("roles") { configuration.roles.append(try role(entry)) }
    for entry in try root.mappings("people") { configuration.people.append(try person(entry)) }
    try checkUnique(configuration, root)
    configuration.alternatives = try alternatives(root)
    configuration.approvalLimit = try root.decimal("approval_limit")
    try FindingSection.read(root, into: &configuration)
    if let gate = try root.mapping("gate") {
      try gate.checkKeys(["fail_on"])
      if let text = try gate.string("fail_on") {
        guard let value = Gate(text) else {
          throw gate.failure(
            "fail_on",
            "'\(text)' is not a severity",
            remedy: "write low, moderate, high, critical or never"
          )
        }
        configuration.failOn = value
      }
    }
    configuration.mail = try mail(root)
    return configuration
  }

  /// The mapping at the root of a YAML text, or `nil` when it is empty.
  static func document(
    _ text: String,
    _ source: String
  ) throws(ConfigurationError) -> YAMLMapping? {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let YamlError.scanner(_, problem, mark, _), let YamlError.parser(_, problem, mark, _),
      let YamlError.composer(_, problem, mark, _)
    {
      throw ConfigurationError(
        SourceLocation(source: source, line: mark.line, column: mark.column),
        code: "bad-yaml",
        "this is not YAML: \(problem)",
        remedy: "check indentation and quotes"
      )
    } catch let YamlError.duplicatedKeysInMapping(duplicates, context) {
      let key = duplicates.first ?? ""
      // The library tells where the mapping begins; the key stands again on a later line.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let found = lines.indices.filter { index in
        index + 1 >= context.mark.line
          && lines[index].drop(while: { $0 == " " || $0 == "-" }).hasPrefix("\(key):")
      }
      throw ConfigurationError(
        SourceLocation(source: source, line: (found.dropFirst().first ?? found.first ?? 0) + 1),
        code: "repeated-key",
        "the key '\(key)' stands twice",
        remedy: "remove one of them"
      )
    } catch {
      throw ConfigurationError(
        SourceLocation(source: source, line: 1),
        code: "bad-yaml",
        "this is not YAML: \(error)",
        remedy: "check indentation and quotes"
      )
    }
    guard let node, node.null == nil else { return nil }
    return try YAMLMapping(node, source: source, path: "")
  }

  private static func currency(
    _ mapping: YAMLMapping,
    _ key: String
  ) throws(ConfigurationError) -> Currency? {
    guard let text = try mapping.string(key) else { return nil }
    guard let currency = Currency(text) else {
      throw mapping.failure(
        key,
        "'\(text)' is not a currency code of ISO 4217",
        remedy: "write it as USD"
      )
    }
    return currency
  }

  private static func rates(
    _ root: YAMLMapping
  ) throws(ConfigurationError) -> Configuration.RatesSource? {
    guard root.has("exchange_rates") else { return nil }
    guard let table = try? root.mapping("exchange_rates") else {
      return try root.string("exchange_rates").map { .file($0) }
    }
    var rates: [Currency: ExactDecimal] = [:]
    for key in table.keys {
      guard let currency = Currency(key) else {
        throw table.failure(
          key,
          "'\(key)' is not a currency code of ISO 4217",
          remedy: "write it as USD"
        )
      }
      guard let rate = try table.decimal(key), rate.units > 0 else {
        throw table.failure(key, "a rate must be above zero", remedy: "write units for one euro")
      }
      rates[currency] = rate
    }
    return .table(rates)
  }

  private static func role(
    _ mapping: YAMLMapping
  ) throws(ConfigurationError) -> Configuration.Role {
    try mapping.checkKeys([
      "id", "department", "match", "family", "collaboration", "doc_coverage", "doc_age_months",
      "weeks_to_full",
    ])
    guard let id = try mapping.string("id"), !id.isEmpty else {
      throw mapping.failure("id", "a role needs an id", remedy: "add 'id: support'")
    }
    var role = Configuration.Role(id: id)
    role.department = try mapping.string("department")
    role.match = try mapping.strings("match")
    if let text = try mapping.string("family") {
      guard let family = RoleFamily(rawValue: text) else {
        throw mapping.failure(
          "family",
          "'\(text)' is not a role family",
          remedy: "write one of \(RoleFamily.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      role.family = family
    }
    role.collaboration = try mapping.number("collaboration", in: 0...1)
    role.docCoverage = try mapping.number("doc_coverage", in: 0...1)
    role.docAgeMonths = try mapping.number("doc_age_months", in: 0...1200)
    role.weeksToFull = try mapping.number("weeks_to_full", in: 0.1...520)
    return role
  }

  private static func person(
    _ mapping: YAMLMapping
  ) throws(ConfigurationError) -> Configuration.Person {
    try mapping.checkKeys([
      "id", "aliases", "location", "on_leave_until", "left_on", "people", "tax_form",
    ])
    guard let id = try mapping.string("id"), !id.isEmpty else {
      throw mapping.failure("id", "a person needs an id", remedy: "add 'id: f01'")
    }
    var person = Configuration.Person(id: id)
    person.aliases = try mapping.strings("aliases")
    person.location = try mapping.string("location")
    person.locationPlace = mapping.place(of: "location")
    person.onLeaveUntil = try mapping.day("on_leave_until")
    person.leftOn = try mapping.day("left_on")
    person.people = try mapping.number("people", in: 1...1000)
    person.hasTaxForm = try mapping.flag("tax_form")
    return person
  }

  private static func checkUnique(
    _ configuration: Configuration,
    _ root: YAMLMapping
  ) throws(ConfigurationError) {
    for (key, ids) in [
      ("roles", configuration.roles.map(\.id)), ("people", configuration.people.map(\.id)),
    ] {
      var seen: Set<String> = []
      for id in ids where !seen.insert(id).inserted {
        throw root.failure(
          key,
          code: "repeated-id",
          "the id '\(id)' is used twice",
          remedy: "rename one of them"
        )
      }
    }
  }

  private static func alternatives(
    _ root: YAMLMapping
  ) throws(ConfigurationError) -> Configuration.Alternatives {
    var alternatives = Configuration.Alternatives()
    guard let mapping = try root.mapping("alternatives") else { return alternatives }
    try mapping.checkKeys(["locations", "quotes", "manager_usd_h"])
    alternatives.locations = try mapping.strings("locations")
    alternatives.place = mapping.place(of: "locations") ?? mapping.place(of: "quotes")
    alternatives.quotes = try mapping.string("quotes")
    alternatives.managerUSDPerHour = try mapping.number("manager_usd_h", in: 0...10_000)
    return alternatives
  }

  private static func mail(_ root: YAMLMapping) throws(ConfigurationError) -> Configuration.Mail {
    var mail = Configuration.Mail()
    guard let mapping = try root.mapping("mail") else { return mail }
    try mapping.checkKeys(["from", "to", "report_url"])
    mail.from = try mapping.string("from")
    mail.to = try mapping.strings("to")
    mail.reportURL = try mapping.string("report_url")
    return mail
  }
}
