/// How far a role is a seat in a team rather than a specific task, with the evidence for it.
public struct Collaboration: Sendable, Hashable {
  /// The class that a degree falls into.
  public enum Class: String, Sendable, Hashable {
    /// A degree below 0.4: a task that can be handed over with its brief.
    case specific
    /// A degree from 0.4 to 0.6: a person should confirm it.
    case mixed
    /// A degree above 0.6: a seat in a team.
    case collaborative

    /// The class of a degree.
    public init(degree: Double) {
      switch degree {
      case ..<0.4: self = .specific
      case 0.4...0.6: self = .mixed
      default: self = .collaborative
      }
    }
  }

  /// Where a degree comes from.
  public enum Source: String, Sendable, Hashable {
    /// From postings and invoices.
    case postingsAndInvoices = "postings-and-invoices"
    /// From invoices alone, because no posting is known.
    case invoices
    /// From the text of a posting alone.
    case postings
    /// From `audit.yml`.
    case override
  }

  /// One observation that speaks for or against collaboration.
  public struct Cue: Sendable, Hashable {
    /// The stable name, for example `billed-75pct-of-weeks`.
    public let name: String
    /// What was observed, with its numbers, as one sentence.
    public let observation: String
    /// The tempered log-odds it adds; positive speaks for collaboration.
    public let logOdds: Double
    /// Words of a posting or memo that show it.
    public let quotes: [String]
    /// Where to look.
    public let locations: [SourceLocation]

    /// Creates a cue.
    public init(
      name: String,
      observation: String,
      logOdds: Double,
      quotes: [String] = [],
      locations: [SourceLocation] = []
    ) {
      self.name = name
      self.observation = observation
      self.logOdds = logOdds
      self.quotes = quotes
      self.locations = locations
    }
  }

  /// The degree, 0 for a specific task, 1 for full collaboration.
  public let degree: Double
  /// Where the degree comes from.
  public let source: Source
  /// The observations behind it, strongest first.
  public let evidence: [Cue]
  /// The degree by the evidence alone when the user overrode it.
  public let degreeByEvidence: Double?
  /// The degree by the posting's text alone, or `nil` without a posting or outside a role.
  public let degreeByPosting: Double?
  /// The degree by the invoices alone, or `nil` outside a role.
  public let degreeByInvoices: Double?

  /// Creates a judgement.
  public init(
    degree: Double,
    source: Source,
    evidence: [Cue],
    degreeByEvidence: Double? = nil,
    degreeByPosting: Double? = nil,
    degreeByInvoices: Double? = nil
  ) {
    self.degree = degree
    self.source = source
    self.evidence = evidence
    self.degreeByEvidence = degreeByEvidence
    self.degreeByPosting = degreeByPosting
    self.degreeByInvoices = degreeByInvoices
  }

  /// The class the degree falls into.
  public var roleClass: Class { Class(degree: degree) }
}
