internal import Model

/// What a reader should notice about a comparison: what the difference is made of, where the
/// people live already, and what could not be compared.
enum StaffingNotes {
  /// Places whose wages are low beside those of the client's country (assumption): those of the
  /// benchmarks and others that sell much work on marketplaces.
  static let lowCostPlaces: Set<String> = [
    "argentina", "bangladesh", "bolivia", "bosnia", "brazil", "bulgaria", "colombia", "ecuador",
    "egypt", "el_salvador", "georgia", "ghana", "guatemala", "honduras", "india", "indonesia",
    "jamaica", "kenya", "macedonia", "malaysia", "mexico", "moldova", "morocco", "nepal",
    "nicaragua", "nigeria", "pakistan", "paraguay", "peru", "philippines", "poland", "romania",
    "serbia", "south_africa", "sri_lanka", "thailand", "tunisia", "turkey", "ukraine", "venezuela",
    "vietnam",
  ]

  /// The same places by ISO 3166-1 alpha-2, as invoices name them.
  static let placeOfCountry = [
    "AR": "argentina", "BA": "bosnia", "BD": "bangladesh", "BG": "bulgaria", "BO": "bolivia",
    "BR": "brazil", "CO": "colombia", "EC": "ecuador", "EG": "egypt", "GE": "georgia",
    "GH": "ghana", "GT": "guatemala", "HN": "honduras", "ID": "indonesia", "IN": "india",
    "JM": "jamaica", "KE": "kenya", "LK": "sri_lanka", "MA": "morocco", "MD": "moldova",
    "MK": "macedonia", "MX": "mexico", "MY": "malaysia", "NG": "nigeria", "NI": "nicaragua",
    "NP": "nepal", "PE": "peru", "PH": "philippines", "PK": "pakistan", "PL": "poland",
    "PY": "paraguay", "RO": "romania", "RS": "serbia", "SV": "el_salvador", "TH": "thailand",
    "TN": "tunisia", "TR": "turkey", "UA": "ukraine", "US": "us", "VE": "venezuela",
    "VN": "vietnam", "ZA": "south_africa",
  ]

  static func sentences(
    _ subjects: [StaffingComparisons.Subject],
    _ options: [AlternativeOption],
    missing: [String],
    currency: Currency
  ) -> [String] {
    var notes: [String] = []
    let teams = options.filter { !$0.posts.isEmpty }
    let best = teams.min { ($0.total, $0.option) < ($1.total, $1.option) }
    if let keep = options.first, let best {
      notes.append(DifferenceNote(subjects, keep, best, currency).sentence)
      if let note = rates(subjects, keep, best, currency) { notes.append(note) }
    }
    if let note = places(subjects) { notes.append(note) }
    if !missing.isEmpty {
      notes.append(
        "Not compared: \(missing.joined(separator: "; ")); quotes in audit.yml add them."
      )
    }
    return notes
  }

  /// Whether the team's pay is no lower than today's, and what an hour costs in either.
  private static func rates(
    _ subjects: [StaffingComparisons.Subject],
    _ keep: AlternativeOption,
    _ team: AlternativeOption,
    _ currency: Currency
  ) -> String? {
    let hours = subjects.map(\.role.annualHours).compensatedSum()
    let posts = team.posts.map(\.posts).compensatedSum()
    let there = team.annualPart("people") + team.annualPart("lead")
    guard hours > 0, posts > 0, keep.annualPart("people") <= there else { return nil }
    return
      "There is no wage gap to gain: an hour of work costs \(currency) "
      + "\(Phrase.decimal(keep.annualPart("people") / hours)) today and \(currency) "
      + "\(Phrase.decimal(there / hours)) in \(DecisionRule.name(team.option)), with its lead and whole "
      + "posts."
  }

  /// Where the people live already, as far as audit.yml or their invoices say.
  private static func places(_ subjects: [StaffingComparisons.Subject]) -> String? {
    var byPlace: [String: Double] = [:]
    for subject in subjects {
      for (place, spend) in subject.spendByPlace { byPlace[place, default: 0] += spend }
    }
    let spend = subjects.map(\.role.annualSpend).compensatedSum()
    let cheap = byPlace.filter { lowCostPlaces.contains($0.key) }
    let sum = cheap.sorted { $0.key < $1.key }.map(\.value).compensatedSum()
    guard spend > 0, sum / spend >= 0.25 else { return nil }
    let names = cheap.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      $0.key.replacing("_", with: " ")
    }
    return
      "\(Phrase.percent(min(1, sum / spend))) of the spend goes to people who live in low-cost countries "
      + "already (\(StaffingComparisons.list(names))): for them a team has little to gain on wages."
  }
}
