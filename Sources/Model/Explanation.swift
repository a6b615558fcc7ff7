/// How one figure comes about: its steps with their numbers, and the lines behind it.
public struct Explanation: Sendable, Hashable {
  /// One step.
  public struct Step: Sendable, Hashable {
    /// What is computed.
    public let what: String
    /// The formula with its numbers put in; empty for a figure that is given.
    public let formula: String
    /// The result with its unit.
    public let result: String
    /// The names of the parameters used; their sources are listed once.
    public let parameters: [String]

    /// Creates a step.
    public init(_ what: String, _ formula: String, _ result: String, _ parameters: [String] = []) {
      self.what = what
      self.formula = formula
      self.result = result
      self.parameters = parameters
    }
  }

  /// Lines of one input that a figure rests on.
  public struct Source: Sendable, Hashable {
    /// The input.
    public let path: String
    /// Whose lines they are; empty when of many.
    public let of: String
    /// The line numbers as ranges, for example `2-40,57`.
    public let lines: String
    /// The hours of these lines.
    public let hours: Double

    /// Creates a source.
    public init(path: String, of: String, lines: String, hours: Double) {
      self.path = path
      self.of = of
      self.lines = lines
      self.hours = hours
    }
  }

  /// What is explained, for example `role:support`.
  public let id: String
  /// The figure as a sentence.
  public let title: String
  /// The steps, in the order of the computation.
  public let steps: [Step]
  /// The lines behind it.
  public let sources: [Source]
  /// The explanations of roles whose lines stand behind a sum.
  public let parts: [String]

  /// Creates an explanation.
  public init(id: String, title: String, steps: [Step], sources: [Source], parts: [String]) {
    self.id = id
    self.title = title
    self.steps = steps
    self.sources = sources
    self.parts = parts
  }
}
