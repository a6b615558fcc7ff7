/// Records added up by whose work they are and by week: what is left of exports too large to keep
/// line by line.
public struct FoldedWork: Sendable {
  /// Whose work it is: what all records of a group agree in.
  public struct Identity: Sendable, Hashable {
    /// The seller's identifier.
    public var freelancerID: String?
    /// The seller's name.
    public var freelancer: String?
    /// The seller's country, ISO 3166-1 alpha-2.
    public var country: String?
    /// The buyer's name.
    public var buyer: String?
    /// The client's department or team.
    public var department: String?
    /// The role, where the export names it.
    public var role: String?
    /// The contract's identifier.
    public var contract: String?
    /// The contract's title.
    public var contractTitle: String?
    /// The project reference.
    public var project: String?
    /// The purchase order.
    public var order: String?
    /// The identifier of the job posting.
    public var postingID: String?

    /// The identity of a line.
    public init(_ line: InvoiceLine) {
      freelancerID = line.freelancerID
      freelancer = line.freelancer
      country = line.country
      buyer = line.buyer
      department = line.department
      role = line.role
      contract = line.contract
      contractTitle = line.contractTitle
      project = line.project
      order = line.order
      postingID = line.postingID
    }
  }

  /// What the records of a group are.
  public struct Category: Sendable, Hashable {
    /// The format they were read from.
    public let format: FormatName
    /// The kind of line.
    public let kind: InvoiceLine.Kind
    /// What the export calls them, where that is finer than the kind.
    public let type: String
    /// The unit of their quantities, or `nil` where they name none.
    public let unit: String?
    /// The currency of the amounts.
    public let currency: Currency
    /// Whose report they come from.
    public let side: InvoiceLine.Side?
    /// Whether a fixed price was agreed.
    public let isFixedPrice: Bool
    /// Whether it is money without working time.
    public let isExtra: Bool

    /// Creates a category.
    public init(
      format: FormatName,
      kind: InvoiceLine.Kind,
      type: String,
      unit: String?,
      currency: Currency,
      side: InvoiceLine.Side?,
      isFixedPrice: Bool,
      isExtra: Bool
    ) {
      self.format = format
      self.kind = kind
      self.type = type
      self.unit = unit
      self.currency = currency
      self.side = side
      self.isFixedPrice = isFixedPrice
      self.isExtra = isExtra
    }
  }

  /// The records of one identity, category and week; numbers only, because there are many.
  public struct Group: Sendable, Hashable {
    /// The index of the identity.
    public var identity: Int32
    /// The index of the category.
    public var category: Int32
    /// The index of the source of the first record.
    public var source: Int32
    /// The 1-based line of the first record.
    public var line: Int
    /// The number of records.
    public var records: Int
    /// The sum of their quantities, or `nil` where they name none.
    public var quantity: ExactDecimal?
    /// The sum of the amounts: cost to the client without VAT, credits negative.
    public var amount: ExactDecimal
    /// The last day of the work, as the number of a ``Day``; ``noDay`` where there is none.
    public var lastWork: Int32
    /// The first day of booking, as the number of a ``Day``; ``noDay`` where there is none.
    public var firstDate: Int32
    /// The last day of booking, as the number of a ``Day``; ``noDay`` where there is none.
    public var lastDate: Int32

    /// The number that stands for no day.
    public static let noDay = Int32.min

    /// Creates a group.
    public init(
      identity: Int32,
      category: Int32,
      source: Int32,
      line: Int,
      records: Int,
      quantity: ExactDecimal?,
      amount: ExactDecimal,
      lastWork: Int32,
      firstDate: Int32,
      lastDate: Int32
    ) {
      self.identity = identity
      self.category = category
      self.source = source
      self.line = line
      self.records = records
      self.quantity = quantity
      self.amount = amount
      self.lastWork = lastWork
      self.firstDate = firstDate
      self.lastDate = lastDate
    }
  }

  /// The inputs; groups refer to them by index.
  public var sources: [String] = []
  /// The identities; groups refer to them by index.
  public var identities: [Identity] = []
  /// The categories; groups refer to them by index.
  public var categories: [Category] = []
  /// The groups in the order of their first records, input by input.
  public var groups: [Group] = []

  /// Nothing.
  public init() {}

  /// Adds the groups of other inputs behind these.
  public mutating func append(_ other: FoldedWork) {
    let (source, identity, category) = (
      Int32(sources.count), Int32(identities.count), Int32(categories.count)
    )
    sources += other.sources
    identities += other.identities
    categories += other.categories
    groups.reserveCapacity(groups.count + other.groups.count)
    for var group in other.groups {
      group.source += source
      group.identity += identity
      group.category += category
      groups.append(group)
    }
  }

  /// The groups as lines that stand for several records each.
  ///
  /// Everything that reads lines can read them. Texts of single records are not in them; what the
  /// records are called stands for their description.
  public var lines: [InvoiceLine] {
    func day(_ number: Int32) -> Day? {
      number == Group.noDay ? nil : Day(number: Int(number))
    }
    return groups.map { group in
      let category = categories[Int(group.category)]
      let identity = identities[Int(group.identity)]
      var line = InvoiceLine(
        kind: category.kind,
        location: SourceLocation(source: sources[Int(group.source)], line: group.line),
        format: category.format,
        amount: group.amount,
        currency: category.currency
      )
      line.records = group.records
      line.description = category.type.isEmpty ? nil : category.type
      line.date = day(group.lastDate)
      line.periodEnd = day(group.lastWork)
      line.freelancerID = identity.freelancerID
      line.freelancer = identity.freelancer
      line.country = identity.country
      line.buyer = identity.buyer
      line.department = identity.department
      line.role = identity.role
      line.contract = identity.contract
      line.contractTitle = identity.contractTitle
      line.project = identity.project
      line.order = identity.order
      line.postingID = identity.postingID
      line.quantity = group.quantity?.normalized
      line.unit = category.unit
      line.side = category.side
      line.isFixedPrice = category.isFixedPrice
      line.isExtra = category.isExtra
      return line
    }
  }
}
