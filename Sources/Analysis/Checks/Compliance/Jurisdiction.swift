internal import Model

/// The test of worker status that applies where a person works, and what a wrong answer would cost.
struct Jurisdiction {
  /// The name of the place in a sentence.
  let name: String
  /// The test.
  let test: String
  /// The employment taxes of a client as shares of the pay of a year, lowest and highest; `nil` where
  /// the local law decides.
  let exposure: ClosedRange<Double>?

  private static let unitedStates = Jurisdiction(
    name: "the United States",
    test:
      "the common-law test of the IRS and the economic-reality test of the FLSA (the 2024 rule is not enforced by the "
      + "Department of Labor since May 2025; a new one was proposed in February 2026), and in California and some other "
      + "states the ABC test",
    // IRC 3509(a): 1.5 % + 20 % of 7.65 % + 7.65 %; 3509(b): 3 % + 40 % of 7.65 % + 7.65 %.
    exposure: 0.1068...0.1371
  )

  private static let unitedKingdom = Jurisdiction(
    name: "the United Kingdom",
    test:
      "control, substitution and mutuality of obligation; IR35 only where an intermediary stands between, and the "
      + "client decides unless it is small",
    exposure: nil
  )

  private static let philippines = Jurisdiction(
    name: "the Philippines",
    test: "the four-fold test: selection, wages, dismissal, control",
    exposure: nil
  )

  private static let europeanUnion = Jurisdiction(
    name: "the European Union",
    test:
      "national law; Directive 2024/2831 presumes employment only on digital labour platforms (to be transposed by "
      + "2 December 2026)",
    exposure: nil
  )

  /// What applies where nothing is known of the place.
  static let elsewhere = Jurisdiction(
    name: "an unknown place",
    test: "the law of the place where the person works; people → location in audit.yml names it",
    exposure: nil
  )

  private static let union: Set<String> = [
    "at", "be", "bg", "hr", "cy", "cz", "dk", "ee", "fi", "fr", "de", "gr", "hu", "ie", "it", "lv",
    "lt",
    "lu", "mt", "nl", "pl", "pt", "ro", "sk", "si", "es", "se", "austria", "belgium", "bulgaria",
    "croatia", "cyprus", "czechia", "denmark", "estonia", "finland", "france", "germany", "greece",
    "hungary", "ireland", "italy", "latvia", "lithuania", "luxembourg", "malta", "netherlands",
    "poland",
    "portugal", "romania", "slovakia", "slovenia", "spain", "sweden",
  ]

  /// The jurisdiction of a location or country code.
  static func of(_ location: String?) -> Jurisdiction {
    guard let location else { return elsewhere }
    let folded = PersonDirectory.fold(location)
    if isUnitedStates(location) { return unitedStates }
    switch folded {
    case "gb", "uk", "united kingdom", "united_kingdom", "england", "scotland", "wales":
      return unitedKingdom
    case "ph", "philippines": return philippines
    case _ where union.contains(folded): return europeanUnion
    default: return Jurisdiction(name: location, test: "the law of \(location)", exposure: nil)
    }
  }

  /// Whether a location is in the United States.
  static func isUnitedStates(_ location: String) -> Bool {
    let folded = PersonDirectory.fold(location)
    return ["us", "usa", "united states", "united_states", "california"].contains(folded)
      || folded.hasPrefix("us-") || folded.hasPrefix("us_")
  }
}
