/// A field of the normalised record that a mapping can feed.
enum MappedField: String, Sendable, CaseIterable {
  case date
  case periodStart = "period_start"
  case periodEnd = "period_end"
  case document
  case lineID = "line_id"
  case freelancerID = "freelancer_id"
  case freelancer
  case country
  case buyer
  case contract
  case contractTitle = "contract_title"
  case project
  case order
  case postingID = "posting_id"
  case role
  case department
  case description
  case quantity
  case unit
  case unitPrice = "unit_price"
  case amount
  case debit
  case credit
  case fee
  case currency
  case direction
  case type
  case reference
  case title
  case category
  case skills
  case duration
  case hoursPerWeek = "hours_per_week"

  /// Whether its cells are numbers.
  var isNumber: Bool {
    switch self {
    case .quantity, .unitPrice, .amount, .debit, .credit, .fee: true
    default: false
    }
  }

  /// Whether its cells are dates.
  var isDate: Bool { self == .date || self == .periodStart || self == .periodEnd }

  /// The fields of job postings.
  static let ofPostings: Set<Self> = [
    .postingID, .date, .role, .department, .title, .description, .category, .skills, .type,
    .duration, .hoursPerWeek, .buyer,
  ]

  /// The fields of invoice lines.
  static let ofLines = Set(allCases).subtracting([
    .title, .category, .skills, .duration, .hoursPerWeek,
  ])
}
