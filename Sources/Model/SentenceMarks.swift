/// What a reader said of the sentences of a posting, one by one.
public struct SentenceMarks: Sendable, Hashable {
  /// What a sentence speaks for.
  public enum Side: String, Sendable, CaseIterable {
    /// It decides for a seat in a team.
    case seat
    /// It speaks a little for a seat.
    case ratherSeat = "rather-seat"
    /// It is about the work and speaks for neither.
    case neither
    /// It speaks a little for a specific task.
    case ratherTask = "rather-task"
    /// It decides for a specific task.
    case task
    /// It says nothing about the work: who the employer is, what it values, how to apply.
    case aside

    /// The side as a number: 2 for a seat, −2 for a task, 0 for neither and for asides.
    public var direction: Double {
      switch self {
      case .seat: 2
      case .ratherSeat: 1
      case .neither, .aside: 0
      case .ratherTask: -1
      case .task: -2
      }
    }
  }

  /// What the title speaks for, or `nil` when nobody said.
  public var title: Side?
  /// What each sentence of the description speaks for, in their order.
  public var sentences: [Side]

  /// Creates marks.
  public init(title: Side? = nil, sentences: [Side]) {
    self.title = title
    self.sentences = sentences
  }
}
