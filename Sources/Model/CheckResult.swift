/// What became of one check in one audit.
public struct CheckResult: Sendable, Hashable {
  /// How it ended.
  public enum State: Sendable, Hashable {
    /// It ran over so many subjects; findings may have come of it.
    case ran
    /// The data lack something, so that nothing is known; says what it needs.
    case notApplicable(String)
    /// It broke off; says why.
    case failed(String)
  }

  /// What the check says about itself.
  public let page: CheckPage
  /// How it ended.
  public let state: State
  /// The number of subjects that were looked at.
  public let subjectCount: Int
  /// The subjects that hold, sorted; empty where there are more than
  /// ``CheckResult/longestSubjectList``.
  public let passed: [String]

  /// So many subjects are named one by one.
  public static let longestSubjectList = 200

  /// Creates a result.
  public init(page: CheckPage, state: State, subjectCount: Int, passed: [String]) {
    self.page = page
    self.state = state
    self.subjectCount = subjectCount
    self.passed = passed.count <= Self.longestSubjectList ? passed : []
  }
}
