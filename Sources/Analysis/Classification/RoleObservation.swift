public import Model

/// What invoices and postings show about one role, in the 52 weeks before the as-of day.
public struct RoleObservation: Sendable {
  /// A memo line and where it stands.
  public struct Memo: Sendable {
    /// The text.
    public let text: String
    /// Where it stands.
    public let location: SourceLocation

    /// Creates a memo.
    public init(text: String, location: SourceLocation) {
      self.text = text
      self.location = location
    }
  }

  /// The weeks from the role's first work, or a year ago, to the as-of day; at least 13.
  public var weeks: Int
  /// The weeks among them with work.
  public var billedWeeks: Int
  /// The other people of the department who worked in the same week, the median over all weeks and
  /// holders; `nil` without work.
  public var colleagues: Double?
  /// The people who worked in the role.
  public var holders: Int
  /// The people who worked in the role in the same week, the median over its weeks with work; `nil`
  /// without work.
  public var holdersAtOnce: Double?
  /// What the lines say was done; platform texts without meaning are left out.
  public var memos: [Memo]
  /// The lines billed by time.
  public var timeLines: Int
  /// The lines billed at a fixed price.
  public var fixedLines: Int
  /// The newest posting of the role, or `nil`.
  public var posting: Posting?
  /// Where the role's lines begin and end.
  public var examples: [SourceLocation]

  /// Creates an observation of nothing.
  public init() {
    weeks = 13
    billedWeeks = 0
    holders = 0
    memos = []
    timeLines = 0
    fixedLines = 0
    examples = []
  }
}
