/// One normalised line of an invoice, credit note, fee, payment or timesheet.
///
/// Texts are kept as the document has them; a field that the document lacks is `nil`. A line is a value:
/// a copy shares its ``Fields`` until one of the two changes, because an audit hands hundreds of
/// thousands of lines from step to step, and each has two dozen fields.
@dynamicMemberLookup
public struct InvoiceLine: Sendable {
  /// What a line is.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Work that was billed.
    case invoice
    /// A credit against earlier work; its amount is negative.
    case creditNote = "credit_note"
    /// A marketplace's or processor's fee.
    case fee
    /// A tax booked on its own row.
    case tax
    /// Money moved, which is no cost by itself.
    case payment
    /// Money returned; its amount is negative.
    case refund
    /// Work from a time report, gross and without fees.
    case timesheet

    /// Whether lines of this kind are the cost of work.
    public var isWork: Bool {
      switch self {
      case .invoice, .creditNote, .refund, .timesheet: true
      case .fee, .tax, .payment: false
      }
    }

    /// Orders by name.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// Whose wallet a platform's report shows.
  public enum Side: String, Sendable, Hashable {
    /// The report is the client's.
    case client
    /// The report is the freelancer's or the agency's.
    case freelancer
  }

  /// What a line says.
  public struct Fields: Sendable, Hashable {
    /// What the line is.
    public var kind: Kind
    /// Where its record starts.
    public var location: SourceLocation
    /// The format it was read from.
    public var format: FormatName
    /// The number of the document, or the platform's reference.
    public var document: String?
    /// The line's identifier within the document.
    public var lineID: String?
    /// The document's date.
    public var date: Day?
    /// The first day of the work.
    public var periodStart: Day?
    /// The last day of the work.
    public var periodEnd: Day?
    /// The seller's identifier.
    public var freelancerID: String?
    /// The seller's name.
    public var freelancer: String?
    /// The seller's country, ISO 3166-1 alpha-2.
    public var country: String?
    /// The buyer's name.
    public var buyer: String?
    /// The contract's identifier (EN 16931 BT-12, or the platform's number).
    public var contract: String?
    /// The contract's title in the platform's words.
    public var contractTitle: String?
    /// The project reference (EN 16931 BT-11).
    public var project: String?
    /// The purchase order (EN 16931 BT-13).
    public var order: String?
    /// The identifier of the job posting.
    public var postingID: String?
    /// The role, where the export names it.
    public var role: String?
    /// The client's department or team, where the export names it.
    public var department: String?
    /// What was done, in the document's words.
    public var description: String?
    /// The quantity billed.
    public var quantity: ExactDecimal?
    /// The unit of the quantity, UN/ECE Recommendation 20 where the format has it.
    public var unit: String?
    /// The net price of one unit.
    public var unitPrice: ExactDecimal?
    /// The cost to the client without VAT: positive for work and fees, negative for credits.
    public var amount: ExactDecimal
    /// The currency of the amounts.
    public var currency: Currency
    /// Documents that this line refers to.
    public var references: [String]
    /// Whose report the line comes from, where the platform has two sides.
    public var side: Side?
    /// Whether a fixed price was agreed rather than time.
    public var isFixedPrice: Bool
    /// Whether it is money without working time: a bonus, an expense, a correction.
    public var isExtra: Bool
    /// The number of records that the line stands for: 1, or more where a large export was added up
    /// by week (see ``FoldedWork``).
    public var records: Int

    @usableFromInline
    init(
      kind: Kind,
      location: SourceLocation,
      format: FormatName,
      amount: ExactDecimal,
      currency: Currency
    ) {
      self.kind = kind
      self.location = location
      self.format = format
      self.amount = amount
      self.currency = currency
      references = []
      isFixedPrice = false
      isExtra = false
      records = 1
    }
  }

  /// The fields of a line and its copies; whoever changes them is alone with them.
  @usableFromInline
  final class Storage: @unchecked Sendable {
    @usableFromInline var fields: Fields

    @usableFromInline
    init(_ fields: Fields) { self.fields = fields }
  }

  @usableFromInline var storage: Storage

  /// Creates a line with everything optional absent.
  public init(
    kind: Kind,
    location: SourceLocation,
    format: FormatName,
    amount: ExactDecimal,
    currency: Currency
  ) {
    storage = Storage(
      Fields(
        kind: kind,
        location: location,
        format: format,
        amount: amount,
        currency: currency
      )
    )
  }

  /// One of the fields.
  @inlinable
  public subscript<Value>(dynamicMember path: WritableKeyPath<Fields, Value>) -> Value {
    get { storage.fields[keyPath: path] }
    _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.fields) }
      yield &storage.fields[keyPath: path]
    }
  }

  /// The day the work is counted on: the end of its period, else the document's date.
  public var workDay: Day? { storage.fields.periodEnd ?? storage.fields.date }
}

extension InvoiceLine: Hashable {
  /// Whether two lines say the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.storage === right.storage || left.storage.fields == right.storage.fields
  }

  /// Hashes what the line says.
  public func hash(into hasher: inout Hasher) { hasher.combine(storage.fields) }
}
