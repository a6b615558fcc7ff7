/// One normalised job posting.
public struct Posting: Sendable, Hashable {
  /// Where its record starts.
  public var location: SourceLocation
  /// The format it was read from.
  public var format: FormatName
  /// The identifier within its board.
  public var id: String?
  /// The day it was published.
  public var date: Day?
  /// The role, where the export names it.
  public var role: String?
  /// The department, where the export names it.
  public var department: String?
  /// The title.
  public var title: String
  /// The text, without markup.
  public var description: String
  /// The board's category.
  public var category: String?
  /// The skills asked for.
  public var skills: [String]
  /// The contract's type in the board's words, for example `hourly` or `fixed`.
  public var type: String?
  /// The expected duration in the board's words.
  public var duration: String?
  /// The weekly hours in the board's words.
  public var hoursPerWeek: String?
  /// The client or employer.
  public var buyer: String?

  /// Creates a posting with everything optional absent.
  public init(location: SourceLocation, format: FormatName, title: String) {
    self.location = location
    self.format = format
    self.title = title
    description = ""
    skills = []
  }
}
