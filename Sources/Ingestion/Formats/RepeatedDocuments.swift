internal import Model

/// The invoices that one input has told so far, so that one that it tells again does not count
/// twice: a body of a FatturaPA, a copy in a Facturae (`InvoiceClass` CO), a document of an envelope.
struct RepeatedDocuments: Sendable {
  /// What a document is beside those before it.
  enum Verdict {
    /// No other document has its number.
    case new
    /// Every line stands in an earlier document.
    case copy(of: [InvoiceLine])
    /// Its number does, in a document that starts there.
    case otherContent(than: SourceLocation)
  }

  /// A credit note may carry the number of an invoice, and numbers begin anew with a year.
  private struct Key: Hashable {
    let seller: String?
    let number: String
    let isCredit: Bool
    let year: Int?
  }

  private var documents: [Key: [[InvoiceLine]]] = [:]
  /// The first document, which is the only one of nearly every input.
  private var only: [InvoiceLine]?

  /// Compares a document's lines with those of the documents before it, and keeps them unless they
  /// are a copy; lines without a number are new.
  mutating func judge(_ lines: [InvoiceLine]) -> Verdict {
    if let only {
      if let key = Self.key(only) { documents[key] = [only] }
      self.only = nil
    } else if documents.isEmpty {
      only = lines
      return .new
    }
    guard let key = Self.key(lines) else { return .new }
    guard let earlier = documents[key] else {
      documents[key] = [lines]
      return .new
    }
    if let original = earlier.first(where: { Self.areEqual($0, lines) }) {
      return .copy(of: original)
    }
    documents[key, default: []].append(lines)
    return .otherContent(than: earlier[0][0].location)
  }

  private static func key(_ lines: [InvoiceLine]) -> Key? {
    guard let first = lines.first, let number = first.document else { return nil }
    return Key(
      seller: first.freelancerID ?? first.freelancer,
      number: number,
      isCredit: lines.contains { $0.kind == .creditNote },
      year: first.date?.components.year
    )
  }

  /// Whether lines say the same, wherever they stand.
  private static func areEqual(_ left: [InvoiceLine], _ right: [InvoiceLine]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).allSatisfy { left, right in
      var right = right
      right.location = left.location
      return left == right
    }
  }
}
