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
  /// Where the posting was published, for example `upwork`; empty when unknown.
  public var platform: String

  /// The platform of employment adverts, which differ from marketplace postings in style and in
  /// their share of seats.
  public static let employmentAdvert = "employment-ad"

  /// Whether it is an employment advert rather than a posting on a marketplace.
  public var isEmploymentAdvert: Bool { platform == Self.employmentAdvert }

  /// Creates a labelled posting.
  public init(
    posting: Posting,
    isCollaborative: Bool,
    confidence: Double = 0.85,
    quotes: [String] = [],
    platform: String = ""
  ) {
    self.posting = posting
    self.isCollaborative = isCollaborative
    self.confidence = confidence
    self.quotes = quotes
    self.platform = platform
  }
}
