/// What happens when named people leave for certain, everybody else as before.
public struct WhatIf: Sendable, Hashable {
  /// One role that would miss them.
  public struct Role: Sendable, Hashable {
    /// The role.
    public let id: String
    /// The named people who hold it.
    public let people: [String]
    /// The expected loss today, in major units.
    public let lossBefore: Double
    /// The expected loss once they are certain to leave.
    public let lossAfter: Double
    /// The index today.
    public let indexBefore: Double?
    /// The index once they are certain to leave.
    public let indexAfter: Double?
    /// The holders who stay.
    public let holdersLeft: Int

    /// Creates a role's part.
    public init(
      id: String,
      people: [String],
      lossBefore: Double,
      lossAfter: Double,
      indexBefore: Double?,
      indexAfter: Double?,
      holdersLeft: Int
    ) {
      self.id = id
      self.people = people
      self.lossBefore = lossBefore
      self.lossAfter = lossAfter
      self.indexBefore = indexBefore
      self.indexAfter = indexAfter
      self.holdersLeft = holdersLeft
    }

    /// Whether the role becomes critical by it.
    public var turnsCritical: Bool {
      guard let indexBefore, let indexAfter else { return false }
      return RiskBand(index: indexBefore) < .critical && RiskBand(index: indexAfter) == .critical
    }

    /// The money that it adds to the expected loss.
    public var added: Double { lossAfter - lossBefore }
  }

  /// The people, as the user named them.
  public let people: [String]
  /// The roles that would miss them, most money first.
  public let roles: [Role]
  /// What each person by itself would add, most money first.
  public let missed: [Missed]
  /// The company's expected loss today, in major units.
  public let lossBefore: Double
  /// The company's expected loss afterwards.
  public let lossAfter: Double
  /// The company's index today.
  public let indexBefore: Double?
  /// The company's index afterwards.
  public let indexAfter: Double?

  /// One named person.
  public struct Missed: Sendable, Hashable {
    /// The person.
    public let person: String
    /// What the person's certain departure alone adds to the expected loss, in major units.
    public let added: Double

    /// Creates a person's part.
    public init(person: String, added: Double) {
      self.person = person
      self.added = added
    }
  }

  /// Creates an answer.
  public init(
    people: [String],
    roles: [Role],
    missed: [Missed],
    lossBefore: Double,
    lossAfter: Double,
    indexBefore: Double?,
    indexAfter: Double?
  ) {
    self.people = people
    self.roles = roles
    self.missed = missed
    self.lossBefore = lossBefore
    self.lossAfter = lossAfter
    self.indexBefore = indexBefore
    self.indexAfter = indexAfter
  }
}
