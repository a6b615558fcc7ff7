/// One figure of an invoice, computed again from the others.
public struct ArithmeticFact: Sendable, Hashable {
  /// The rule, by its name in EN 16931-1 or Peppol BIS Billing 3.0.
  public enum Rule: String, Sendable, Hashable, CaseIterable, Comparable {
    /// The total of the lines (BT-106) is their sum (BT-131).
    case lineTotal = "BR-CO-10"
    /// The total of the allowances (BT-107) is their sum (BT-92).
    case allowanceTotal = "BR-CO-11"
    /// The total of the charges (BT-108) is their sum (BT-99).
    case chargeTotal = "BR-CO-12"
    /// The net total (BT-109) is BT-106 − BT-107 + BT-108.
    case netTotal = "BR-CO-13"
    /// The tax total (BT-110) is the sum over the rates (BT-117).
    case taxTotal = "BR-CO-14"
    /// The gross total (BT-112) is BT-109 + BT-110.
    case grossTotal = "BR-CO-15"
    /// What is payable (BT-115) is BT-112 − BT-113 + BT-114.
    case payable = "BR-CO-16"
    /// The tax of a rate (BT-117) is BT-116 × BT-119 / 100, within one unit of the currency
    /// (UBL: less than one).
    case taxOfRate = "BR-CO-17"
    /// A line (BT-131) is BT-129 × BT-146 / BT-149 + charges − allowances, within 0.02; no rule of
    /// EN 16931 says so.
    case lineAmount = "PEPPOL-EN16931-R120"

    /// Orders by name.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Why a difference is to be expected.
  public enum Exception: String, Sendable, Hashable {
    /// The profile does not state what was paid before.
    case profileWithoutPrepayments = "profile-without-prepayments"
    /// Somebody else paid a part, which an extension states.
    case thirdPartyPrepayment = "third-party-prepayment"
    /// The profile has lines below lines, which only the extension adds up.
    case extendedProfile = "extended-profile"
  }

  /// The rule.
  public let rule: Rule
  /// The number of the document.
  public let document: String?
  /// The seller's name.
  public let seller: String?
  /// The line's identifier within the document, for rules on lines.
  public let lineID: String?
  /// Where the line or the document starts.
  public let location: SourceLocation
  /// What the other figures give, rounded to cents as the rule says.
  public let expected: ExactDecimal
  /// What the document states.
  public let stated: ExactDecimal
  /// `stated − expected`, with the signs of the document.
  public let difference: ExactDecimal
  /// The difference that the rule allows.
  public let tolerance: ExactDecimal
  /// The document's currency code.
  public let currency: String?
  /// Why a difference is to be expected, or `nil`.
  public let exception: Exception?

  /// Creates a fact, or returns `nil` when the difference overflows.
  public init?(
    _ rule: Rule,
    document: String?,
    seller: String?,
    lineID: String? = nil,
    location: SourceLocation,
    expected: ExactDecimal,
    stated: ExactDecimal,
    tolerance: ExactDecimal = .zero,
    currency: String?,
    exception: Exception? = nil
  ) {
    guard let difference = stated.subtracting(expected) else { return nil }
    self.rule = rule
    self.document = document
    self.seller = seller
    self.lineID = lineID
    self.location = location
    self.expected = expected
    self.stated = stated
    self.difference = difference
    self.tolerance = tolerance
    self.currency = currency
    self.exception = exception
  }

  /// Whether the difference is within what the rule allows.
  public var holds: Bool { difference.magnitude <= tolerance }
}
