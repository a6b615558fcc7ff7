/// A posting that a person has judged.
public struct LabelledPosting: Sendable, Hashable {
  /// The posting.
  public var posting: Posting
  /// Whether it was judged a seat in a team (`COLLABORATIVE`) and not a task (`SPECIFIC`).
  public var isCollaborative: Bool
  /// How sure the person was, 0.5 for a coin flip to 1.
  public var confidence: Double
  /// The words of the posting that moved the person, each as a quote; may be empty.
  public var quotes: [String]
  /// How probable further readers called a seat, 0 to 1 each; may be empty.
  public var readings: [Double]
  /// What a reader said of its sentences, or `nil`.
  public var marks: SentenceMarks?
  /// Where the posting was published, for example `upwork`; empty when unknown.
  public var platform: String

  /// The platform of employment adverts, which differ from marketplace postings in style and in
  /// their share of seats.
  public static let employmentAdvert = "employment-ad"

  /// The platform of postings that nobody published: they were invented to learn from.
  public static let invented = "invented"

  /// Whether it is an employment advert rather than a posting on a marketplace.
  public var isEmploymentAdvert: Bool { platform == Self.employmentAdvert }

  /// Whether it was published on a marketplace, so that it shows how frequent seats are there.
  public var isMarketplace: Bool { !isEmploymentAdvert && platform != Self.invented }

  /// Title and description; postings of one text are one posting, whoever published or labelled them.
  public var text: [String] { [posting.title, posting.description] }

  /// How probable a seat is by all readings together, 0 to 1.
  public var probability: Double {
    let first = isCollaborative ? confidence : 1 - confidence
    return (first + readings.reduce(0, +)) / Double(1 + readings.count)
  }

  /// Creates a labelled posting.
  public init(
    posting: Posting,
    isCollaborative: Bool,
    confidence: Double = 0.85,
    quotes: [String] = [],
    readings: [Double] = [],
    marks: SentenceMarks? = nil,
    platform: String = ""
  ) {
    self.posting = posting
    self.isCollaborative = isCollaborative
    self.confidence = confidence
    self.quotes = quotes
    self.readings = readings
    self.marks = marks
    self.platform = platform
  }
}
