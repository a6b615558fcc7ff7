internal import Model

/// A document as one input tells it: all its lines there, and what identifies it.
struct ToldDocument {
  /// The format of its lines.
  let format: FormatName
  /// The input.
  let source: String
  /// The indexes of its lines, in the order of the input.
  let lines: [Int]
  /// The seller's names and identifiers as its lines spell them, folded.
  let names: Set<String>
  let identifiers: Set<String>
  /// The currency of its lines.
  let currency: Currency
  /// The amounts of its lines, in ascending order, and their sum where it has one.
  let amounts: [ExactDecimal]
  let total: ExactDecimal?
  /// The first of its lines' dates.
  let date: Day?
  /// The days of work that its lines name.
  let period: ClosedRange<Day>?
  /// The mean number of fields of its lines.
  let fields: Double
  /// Where its first line starts.
  let location: SourceLocation

  /// Numbers begin anew with a year; systems date one invoice by issue, entry or period, which lie
  /// at most two months apart.
  static let mostDaysApart = 62

  /// Takes a document's lines by their indexes, at least one and all in one currency.
  init(_ indexes: [Int], of lines: [InvoiceLine]) {
    let own = indexes.map { lines[$0] }
    self.lines = indexes
    format = own[0].format
    source = own[0].location.source
    currency = own[0].currency
    names = Set(own.compactMap { $0.freelancer?.spellingFolded })
    identifiers = Set(own.compactMap { $0.freelancerID.map(Self.identifier) })
    amounts = own.map(\.amount).sorted()
    total = own.reduce(ExactDecimal.zero as ExactDecimal?) { $0?.adding($1.amount) }
    date = own.compactMap(\.date).min()
    let starts = own.compactMap { $0.periodStart ?? $0.periodEnd }
    let ends = own.compactMap { $0.periodEnd ?? $0.periodStart }
    period =
      starts.min().flatMap { start in ends.max().map { start...max(start, $0) } }
    fields = Double(own.reduce(0) { $0 + $1.fieldCount }) / Double(own.count)
    location = own.map(\.location).min() ?? own[0].location
  }

  /// Whether its format holds documents whole.
  var isWhole: Bool { FormatName.eInvoices.contains(format) }

  /// Whether it gives money back.
  var isCredit: Bool { total?.isNegative ?? false }

  /// The lines that cost and those that give back, as documents of their own, where it has both.
  func bySign(_ lines: [InvoiceLine]) -> [ToldDocument]? {
    let parts = [
      self.lines.filter { !lines[$0].amount.isNegative },
      self.lines.filter { lines[$0].amount.isNegative },
    ]
    return parts.contains(where: \.isEmpty) ? nil : parts.map { ToldDocument($0, of: lines) }
  }

  /// Whether another input tells the same document of the same seller; both have one number.
  func isSame(as other: ToldDocument) -> Bool {
    guard source != other.source, isCredit == other.isCredit, !contradicts(other) else {
      return false
    }
    let haveOneDate = date == other.date && date != nil
    // An invoice booked in the currency of the books keeps its date.
    if currency != other.currency, !haveOneDate { return false }
    if isWhole, other.isWhole { return haveOneDate && isOfSameSeller(other) }
    if let date, let day = other.date, abs(date - day) > Self.mostDaysApart { return false }
    if let period, let days = other.period, !period.overlaps(days), total != other.total {
      return false
    }
    // Rows of one table may be told in parts; only what is equal as a whole is one document.
    if format == other.format {
      return haveOneDate && amounts == other.amounts && isOfSameSeller(other)
    }
    return isOfSameSeller(other) || !canCompare(other) && haveOneDate && total == other.total
  }

  private func isOfSameSeller(_ other: ToldDocument) -> Bool {
    !names.isDisjoint(with: other.names) || !identifiers.isDisjoint(with: other.identifiers)
  }

  private func canCompare(_ other: ToldDocument) -> Bool {
    !names.isEmpty && !other.names.isEmpty || !identifiers.isEmpty && !other.identifiers.isEmpty
  }

  /// Whether both name a VAT identifier of one country, and not the same: two people may have one
  /// name.
  private func contradicts(_ other: ToldDocument) -> Bool {
    guard identifiers.isDisjoint(with: other.identifiers) else { return false }
    let countries = Set(identifiers.compactMap(Self.countryOfVAT))
    return other.identifiers.compactMap(Self.countryOfVAT).contains(where: countries.contains)
  }

  /// `DE 111.111.111` and `de111111111` are one identifier.
  private static func identifier(_ text: String) -> String {
    String(text.uppercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The country of an identifier of the form that all VAT identifiers of the EU, the United
  /// Kingdom, Switzerland and Norway have.
  private static func countryOfVAT(_ identifier: String) -> Substring? {
    let country = identifier.prefix(2)
    let rest = identifier.dropFirst(2)
    guard country.allSatisfy({ $0.isASCII && $0.isLetter }), (7...12).contains(rest.count),
      rest.count(where: \.isNumber) >= 7
    else { return nil }
    return country
  }
}
