/// Where each named feature stands in a posting's vector, and what the guide expects of it.
struct FeatureLayout: Sendable {
  /// A named feature.
  struct Feature: Sendable {
    /// The name in model files, for example `text:ritual`, `title:role-manager`, `pair:lead>team`.
    let name: String
    /// What the guide expects before any posting was read; above zero speaks for a seat.
    let prior: Double
    /// The facet of the guide it speaks to.
    let facet: String
    /// What a posting that shows it does.
    let meaning: String
  }

  /// What the fields and the form of a posting show.
  enum Field: String, Sendable, CaseIterable {
    case underOneMonth = "duration-under-1-month"
    case oneToThreeMonths = "duration-1-to-3-months"
    case threeToSixMonths = "duration-3-to-6-months"
    case overSixMonths = "duration-over-6-months"
    case fullWeek = "hours-over-30"
    case fewHours = "hours-under-10"
    case fixedPrice = "type-fixed-price"
    case hourly = "type-hourly"
    case fullTime = "type-full-time"
    case length = "length"
    case numbers = "numbers"
    case titleSpeaks = "title-speaks"
    case speaksForSeat = "speaks-for-a-seat"
    case speaksForTask = "speaks-for-a-task"
    case employmentAdvert = "source-employment-advert"
  }

  /// The layout of the guide's lexicon.
  static let guide = FeatureLayout(Lexicon.guide)

  /// The features in the order of the vector.
  let features: [Feature]
  /// The places of verbs and objects among pairs, by concept; -1 for others.
  let verbs: [Int]
  let objects: [Int]
  /// The features that make a sentence count although it holds a phrase of boilerplate.
  let outweighsBoilerplate: [Bool]
  /// The features without one of which a sentence says nothing about the work.
  let isSubstance: [Bool]
  private let titleStart: Int
  private let pairStart: Int
  private let objectCount: Int
  private let fieldStart: Int

  init(_ lexicon: Lexicon) {
    let concepts = lexicon.concepts
    var features = concepts.map {
      Feature(name: "text:\($0.name)", prior: $0.prior, facet: $0.facet, meaning: $0.meaning)
    }
    titleStart = features.count
    features += concepts.map {
      Feature(name: "title:\($0.name)", prior: $0.prior, facet: $0.facet, meaning: $0.meaning)
    }
    pairStart = features.count
    let verbIndexes = concepts.indices.filter { concepts[$0].kind == .verb }
    let objectIndexes = concepts.indices.filter { concepts[$0].kind == .object }
    objectCount = objectIndexes.count
    var verbs = [Int](repeating: -1, count: concepts.count)
    var objects = verbs
    for (place, index) in verbIndexes.enumerated() { verbs[index] = place }
    for (place, index) in objectIndexes.enumerated() { objects[index] = place }
    let priors = Self.pairPriors()
    for verb in verbIndexes {
      for object in objectIndexes {
        let name = "\(concepts[verb].name)>\(concepts[object].name)"
        features.append(
          Feature(
            name: "pair:\(name)",
            prior: priors[name] ?? 0,
            facet: concepts[verb].facet,
            meaning: "\(concepts[verb].meaning), and \(concepts[object].meaning)"
          )
        )
      }
    }
    fieldStart = features.count
    features += Field.allCases.map(Self.feature)
    self.features = features
    self.verbs = verbs
    self.objects = objects
    let weighty: Set<String> = [
      "text:ritual", "text:spec", "pair:interact>group", "pair:interact>principal",
      "pair:teach>team", "pair:lead>team",
    ]
    outweighsBoilerplate = features.map { weighty.contains($0.name) }
    let empty: Set<String> = ["us", "we", "me", "seat", "solo", "firm", "money"]
    isSubstance = features.enumerated().map { place, feature in
      place < concepts.count
        ? concepts[place].kind != .verb && !empty.contains(concepts[place].name)
        : !feature.name.hasSuffix(">us")
    }
  }

  /// The place of a concept found in the description.
  func text(_ concept: Int) -> Int { concept }
  /// The place of a concept found in the title.
  func title(_ concept: Int) -> Int { titleStart + concept }
  /// The place of a verb followed by an object.
  func pair(_ verb: Int, _ object: Int) -> Int {
    pairStart + verbs[verb] * objectCount + objects[object]
  }
  /// The place of a field.
  func field(_ field: Field) -> Int {
    fieldStart + (Field.allCases.firstIndex(of: field) ?? 0)
  }

  private static func pairPriors() -> [String: Double] {
    var priors: [String: Double] = [:]
    for entry in LexiconText.pairs.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      let parts = entry.split(separator: " ")
      if parts.count == 2 { priors[String(parts[0])] = Double(String(parts[1])) }
    }
    return priors
  }

  private static func feature(_ field: Field) -> Feature {
    let (prior, facet, meaning): (Double, String, String) =
      switch field {
      case .underOneMonth: (-2, "d", "lasts less than a month")
      case .oneToThreeMonths: (-0.5, "d", "lasts one to three months")
      case .threeToSixMonths: (0.5, "d", "lasts three to six months")
      case .overSixMonths: (2, "d", "lasts more than six months")
      case .fullWeek: (1, "d", "fills the week")
      case .fewHours: (0, "d", "takes a few hours a week")
      case .fixedPrice: (-1, "b", "has a fixed price")
      case .hourly: (0, "b", "is paid by the hour")
      case .fullTime: (1, "d", "is a full-time job")
      case .length: (0, "-", "has a text of this length")
      case .numbers: (0, "b", "states numbers")
      case .titleSpeaks: (0, "role", "has a title that speaks for one class")
      case .speaksForSeat: (0, "-", "has sentences that speak for a seat")
      case .speaksForTask: (0, "-", "has sentences that speak for a task")
      case .employmentAdvert: (0, "-", "is an employment advert")
      }
    return Feature(name: "field:\(field.rawValue)", prior: prior, facet: facet, meaning: meaning)
  }
}
